import { dueInstantAt } from '../due/due-at.ts';
import type { DuePolicy, DueSpec } from '../due/due-spec.ts';
import { isLate, marginMs } from '../due/lateness.ts';
import type { Limit } from '../due/lateness.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** The bounds a clause sets on extensions; what it leaves open is left out. */
export interface ExtensionBounds {
  /** How many there may be. */
  times?: number;
  /** The farthest limit, counted from the start. */
  most?: DueSpec;
  /** How long before the due it must be asked; left out: up to the due itself. */
  askedBefore?: number;
}

/** Why an extension is not allowed. */
export type ExtensionRefusal = 'tooLate' | 'tooMany' | 'tooLong';

/**
 * Whether a clock may be extended to a new due, or why not. Takes the present due, the new one, when it was asked and how
 * many extensions went before. An extension is asked before expiry, never after.
 */
export function mayExtend(
  asked: { due: Limit; newDue: Limit; at: Instant; before: number; start: Instant },
  bounds: ExtensionBounds,
  calendar: WorkCalendar,
  policy: DuePolicy = {},
): ExtensionRefusal | null {
  const margin = marginMs(asked.due, asked.at);
  if (isLate(asked.due, asked.at) || margin < (bounds.askedBefore ?? 0)) return 'tooLate';
  if (bounds.times !== undefined && asked.before >= bounds.times) return 'tooMany';
  if (bounds.most === undefined) return null;
  const most = dueInstantAt(bounds.most, asked.start, calendar, policy);
  return parseInstant(asked.newDue.at) > parseInstant(most.at) ? 'tooLong' : null;
}
