import type { Operator } from './operator.ts';

/** Real time. Sessions, keys and leases live by it whatever an operator's clock says. */
export abstract class Clock {
  abstract nowMs(): number;
}

export class SystemClock extends Clock {
  override nowMs(): number {
    return Date.now();
  }
}

/** The operator's instant, UTC: where its simulated clock stands, otherwise real time. */
export function instantOf(operator: Operator, clock: Clock): string {
  return operator.simulated ? operator.now : new Date(clock.nowMs()).toISOString();
}
