import type { HolidayName } from '../holidays/holiday-notice.ts';
import type { DayHours } from './day-hours.ts';

/** What decided the hours of a date: the week, a day off in the week, a notice, a make-up day, or the operator. */
export type DayReason = 'week' | 'weekend' | 'holiday' | 'makeUp' | 'exception';

/** The hours of a date and what decided them. A date without hours is no working day. */
export interface DayRule {
  hours: DayHours;
  reason: DayReason;
  /** The holiday's name, where the notice gives one. */
  name?: HolidayName;
}
