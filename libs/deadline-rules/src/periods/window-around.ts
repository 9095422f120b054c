import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { before } from '../due/before.ts';
import { dueInstantAt } from '../due/due-at.ts';
import type { DueSpec } from '../due/due-spec.ts';
import type { Instant } from '../instant.ts';

/** The window of an appointment with its tolerance, both ends included: `PT15M` either way, or one for each side. */
export function windowAround(at: Instant, tolerance: DueSpec, calendar: WorkCalendar, after: DueSpec = tolerance): { from: Instant; to: Instant } {
  return { from: before(at, tolerance, calendar).at, to: dueInstantAt(after, at, calendar).at };
}
