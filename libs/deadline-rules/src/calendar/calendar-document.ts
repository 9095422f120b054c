import type { HolidayNotice } from '../holidays/holiday-notice.ts';

/** Names of the days in {@link WeeklyHours}. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * Opening hours by weekday; a day left out is closed. Hours are a list of intervals, `08:30-12:00,13:30-17:30`.
 * `24:00` is allowed as an end. An interval whose end is not after its start runs over midnight (`20:00-01:00`)
 * and belongs to the date on which it opens: the business date.
 */
export type WeeklyHours = Partial<Record<Weekday, string>>;

/**
 * A working calendar as data: plain JSON, content-hashable, part of a policy.
 * The operator's `days` win over the country's notices, and these over the weekly hours.
 */
export interface CalendarDocument {
  /** IANA time zone, such as `Asia/Shanghai`. */
  zone: string;
  /** One text: Monday to Friday. Or hours by weekday. */
  hours: string | WeeklyHours;
  /** Country whose official days off and make-up days apply. Left out: none, and no year is ever unknown. */
  country?: string;
  /** Which notices are known: ids of kept ones (`CN-2026`) or whole notices. Left out: all kept ones of the country. */
  notices?: (string | HolidayNotice)[];
  /** The operator's own exceptions by date: `off`, `work` (hours of a make-up day), or hours of their own. */
  days?: Record<string, string>;
  /** Hours on make-up days and on days marked `work`. Left out: those of the week's first day with hours (Monday, as a rule). */
  makeUpHours?: string;
}
