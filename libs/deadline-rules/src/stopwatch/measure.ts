import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { DueSpec } from '../due/due-spec.ts';
import { addWorkingMs, workingMsBetween } from '../working/working-time.ts';

/** How a clock consumes and how a pause moves its due: in working time, or by the clock. */
export interface Measure {
  between(from: number, to: number): number;
  /** Nothing to move leaves the instant where it is, open or not. */
  after(at: number, ms: number): number;
}

/** Promises in working time or working days are measured in working time, all others by the clock. */
export function measureOf(spec: DueSpec, calendar: WorkCalendar): Measure {
  if (spec.kind !== 'workingTime' && spec.kind !== 'workingDays') {
    return { between: (from, to) => Math.max(0, to - from), after: (at, ms) => at + ms };
  }
  return {
    between: (from, to) => Math.max(0, workingMsBetween(from, to, calendar)),
    after: (at, ms) => (ms === 0 ? at : addWorkingMs(at, ms, calendar)),
  };
}
