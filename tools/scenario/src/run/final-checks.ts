import { describeAnswer, succeeded } from '../gateway/answer.ts';
import type { Answer } from '../gateway/answer.ts';
import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';
import { ADMIN } from '../scenario.ts';
import type { CheckResult } from './scenario-result.ts';
import { awaitQuiet } from './simulation.ts';
import type { Tenant } from './tenant.ts';

/** What must hold after the last step of every scenario, unasked. */
export async function finalChecks(tenant: Tenant): Promise<CheckResult[]> {
  const look = (path: string, query?: Record<string, string>): Promise<Answer> => tenant.send(ADMIN, { method: 'GET', path, query });
  return [
    await check('no unpublished or unhandled event', async () => void (await awaitQuiet(tenant))),
    await check('no matter without an owner or a next step', async () =>
      mustBeEmpty(await look('/v1/matters', { without: 'owner,next-step' })),
    ),
    await check('ledgers balance', async () => mustBalance(await look('/v1/ledgers/balance'))),
    await check('no dead letter, no parked matter', async () => mustBeEmpty(await look('/v1/parked'))),
  ];
}

/** Runs `look`; what it returns or throws is the problem. */
export async function check(title: string, look: () => Promise<string | undefined | void>): Promise<CheckResult> {
  let problem: string | undefined;
  try {
    problem = (await look()) ?? undefined;
  } catch (fault) {
    problem = (fault as Error).message;
  }
  return problem === undefined ? { title, ok: true } : { title, ok: false, problem };
}

function mustBeEmpty(answer: Answer): string | undefined {
  const items = succeeded(answer) ? itemsOf(answer.body) : undefined;
  if (!items) return `answered ${describeAnswer(answer)}`;
  return items.length === 0 ? undefined : `${items.length}: ${items.map((item) => JSON.stringify(item)).join('\n')}`;
}

/** A system without ledgers has none to balance. */
function mustBalance(answer: Answer): string | undefined {
  if (answer.status === 404) return undefined;
  const balanced = succeeded(answer) && isJsonObject(answer.body) && answer.body['balanced'] === true;
  return balanced ? undefined : `answered ${describeAnswer(answer)}`;
}

function itemsOf(body: Json): Json[] | undefined {
  const items = isJsonObject(body) ? body['items'] : undefined;
  return Array.isArray(items) ? items : undefined;
}
