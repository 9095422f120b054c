import { setTimeout as pause } from 'node:timers/promises';
import { describeAnswer, succeeded } from '../gateway/answer.ts';
import { isJsonObject } from '../json.ts';
import { ADMIN } from '../scenario.ts';
import { writeInstant } from '../time/local-instant.ts';
import type { Tenant } from './tenant.ts';

const LONGEST_WAIT_MS = 30_000;
const BETWEEN_LOOKS_MS = 50;

/** Moves the operator's clock forward; returns when every alarm due by then has fired and been handled. */
export async function moveClock(tenant: Tenant, to: number): Promise<void> {
  if (to <= tenant.now) return;
  await tenant.demand(ADMIN, { method: 'POST', path: '/v1/simulation/clock', body: { to: writeInstant(to, tenant.zone) } });
  tenant.now = to;
}

/** Returns when nothing of this operator is on its way any more; throws with the last answer after half a minute. */
export async function awaitQuiet(tenant: Tenant): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const answer = await tenant.send(ADMIN, { method: 'GET', path: '/v1/simulation/quiet' });
    const quiet = succeeded(answer) && !(isJsonObject(answer.body) && answer.body['quiet'] === false);
    if (quiet) return;
    const worthWaiting = succeeded(answer) || answer.status === 503;
    if (!worthWaiting || Date.now() > until) throw new Error(`the system is not quiet: ${describeAnswer(answer)}`);
    await pause(BETWEEN_LOOKS_MS);
  }
}
