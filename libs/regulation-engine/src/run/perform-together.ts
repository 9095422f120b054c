import { actingTogether } from './acting-together.ts';
import type { Together } from './acting-together.ts';
import type { Request } from './companions.ts';
import type { Facts } from './outcome.ts';

/** `actingTogether` where all facts are at hand beforehand and one policy binds each request. */
export function performTogether(requests: readonly Request[], facts: Facts, now: string): Together {
  const acting = actingTogether(requests, now);
  let step = acting.next();
  while (!step.done) step = acting.next({ policy: step.value.request.policy, facts });
  return step.value;
}
