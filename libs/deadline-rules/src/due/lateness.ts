import { formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** The part of a due that decides what is late. */
export interface Limit {
  at: Instant;
  inclusive: boolean;
}

/** Whether something done then is late: after an inclusive due, at or after an exclusive one. */
export function isLate(due: Limit, doneAt: Instant): boolean {
  return isLateBy(due, marginMs(due, doneAt));
}

/** The same of a margin in milliseconds: late by so much where it is negative, and to the instant where the due is exclusive. */
export function isLateBy({ inclusive }: Pick<Limit, 'inclusive'>, margin: number): boolean {
  return inclusive ? margin < 0 : margin <= 0;
}

/** The first instant at which the due is missed: one millisecond after an inclusive due, an exclusive one itself. */
export function alarmAt(due: Limit): Instant {
  return formatInstant(parseInstant(due.at) + (due.inclusive ? 1 : 0));
}

/** Milliseconds left when it was done; negative means late by so much. An exclusive due met to the instant is late by 0. */
export function marginMs(due: Limit, doneAt: Instant): number {
  return parseInstant(due.at) - parseInstant(doneAt);
}
