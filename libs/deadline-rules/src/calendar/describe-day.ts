import { civilDate, parseDate } from '../civil-date.ts';
import type { HolidayName } from '../holidays/holiday-notice.ts';
import { formatInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { DayReason } from './day-rule.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A date of a calendar, told in full. */
export interface DayDescription {
  date: string;
  working: boolean;
  reason: DayReason;
  name?: HolidayName;
  /** Whether a notice for its year is known, or none is needed. */
  known: boolean;
  /** The open stretches as instants. */
  hours: { from: Instant; to: Instant }[];
}

/** What a calendar says of a date, and why. Throws TimeSyntaxError for a date that does not exist. */
export function describeDay(date: string, calendar: WorkCalendar): DayDescription {
  const day = parseDate(date);
  const { hours, reason, name } = calendar.ruleOf(day);
  return {
    date,
    working: hours.length > 0,
    reason,
    ...(name && { name }),
    known: calendar.unknownYear(day, day) !== civilDate(day).year,
    hours: hours.map(({ from, to }) => ({ from: formatInstant(calendar.localMs(day, from)), to: formatInstant(calendar.localMs(day, to)) })),
  };
}
