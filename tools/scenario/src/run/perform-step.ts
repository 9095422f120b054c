import type { Answer } from '../gateway/answer.ts';
import type { Request } from '../gateway/gateway.ts';
import type { JsonObject } from '../json.ts';
import { matchAnswer } from '../match/match-answer.ts';
import type { Difference } from '../match/difference.ts';
import { insertNames, insertNamesAsText } from '../names/saved-names.ts';
import { valueAt } from '../names/value-at.ts';
import type { Step } from '../scenario.ts';
import { awaitQuiet, moveClock } from './simulation.ts';
import type { Tenant } from './tenant.ts';

export interface Performed {
  /** Absent where the step did not come to an answer. */
  readonly answer?: Answer;
  readonly differences: readonly Difference[];
  /** What went wrong beside the expectation. */
  readonly problem?: string;
}

/** Moves the clock, sends the request, waits until the system is quiet, compares, saves. Never throws. */
export async function performStep(step: Step, tenant: Tenant): Promise<Performed> {
  try {
    if (step.at !== undefined) await moveClock(tenant, step.at);
    const answer = await tenant.send(step.as, requestOf(step, tenant));
    await awaitQuiet(tenant);
    const differences = matchAnswer(step.expect, answer, tenant.saved, tenant.zone);
    const missing = save(step, answer, tenant);
    return { answer, differences, problem: differences.length === 0 ? missing : undefined };
  } catch (fault) {
    return { differences: [], problem: `${(fault as Error).message}${causeOf(fault)}` };
  }
}

/** The request of a step with its saved names inserted. */
export function requestOf(step: Step, tenant: Tenant): Omit<Request, 'token'> {
  const texts = Object.entries(step.headers).map(([name, text]) => [name, insertNamesAsText(text, tenant.saved)]);
  return {
    method: step.method.toUpperCase(),
    path: tenant.path(step.path),
    query: insertNames(step.query, tenant.saved) as JsonObject,
    headers: Object.fromEntries(texts) as Record<string, string>,
    ...(step.body === undefined ? {} : { body: insertNames(step.body, tenant.saved) }),
  };
}

function save(step: Step, answer: Answer, tenant: Tenant): string | undefined {
  const missing: string[] = [];
  for (const [name, path] of Object.entries(step.save)) {
    const value = valueAt(answer.body, path);
    if (value === undefined) missing.push(`nothing at ${path} to save as $${name}`);
    else tenant.saved.set(name, value);
  }
  return missing.length > 0 ? missing.join('; ') : undefined;
}

function causeOf(fault: unknown): string {
  const { cause } = fault as { cause?: unknown };
  return cause instanceof Error ? ` (${cause.message || cause.name})` : '';
}
