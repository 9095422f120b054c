import type { PolicyParts } from '../policy-parts.ts';
import type { LookedAt } from './looked-at.ts';

/** Looks at a policy before it is adopted. */
export abstract class PolicyCheck {
  /**
   * @throws CalendarFault for a calendar that cannot be compiled, PolicyTooCostly when looking takes too long or too much memory
   */
  abstract look(parts: PolicyParts): Promise<LookedAt>;
}

/** The calendar given cannot be compiled. */
export class CalendarFault extends Error {
  /** @param field path inside the calendar, such as `days.2026-10-08`; @param rule what it must be */
  constructor(
    readonly field: string,
    readonly rule: string,
  ) {
    super(`calendar ${field}: ${rule}`);
  }
}

/** Looking at the policy went beyond its bounds. */
export class PolicyTooCostly extends Error {}
