import { formatDate } from '../civil-date.ts';
import type { DayReason, DayRule } from '../calendar/day-rule.ts';
import { textOfHours } from '../calendar/hours-text.ts';
import type { HolidayName } from '../holidays/holiday-notice.ts';

/** What a date is in a calendar: its hours as text, `off` without any, and what decided them. */
export interface DayState {
  hours: string;
  reason: DayReason;
  name?: HolidayName;
}

/** A date two calendars treat differently. */
export interface DayChange {
  date: string;
  old: DayState;
  new: DayState;
}

/** A date two calendars treat differently, on numbers. */
export interface ChangedDay {
  day: number;
  old: DayRule;
  new: DayRule;
}

/** Whether two rules give a date the same hours for the same reason. */
export function sameRule(one: DayRule, other: DayRule): boolean {
  return one.reason === other.reason && sameHours(one, other);
}

/** Whether two rules give a date the same hours. */
export function sameHours({ hours: one }: DayRule, { hours: other }: DayRule): boolean {
  return one.length === other.length && one.every(({ from, to }, index) => from === other[index]!.from && to === other[index]!.to);
}

/** The outward form of a changed day. */
export function dayChangeOf(changed: ChangedDay): DayChange {
  return { date: formatDate(changed.day), old: stateOf(changed.old), new: stateOf(changed.new) };
}

function stateOf({ hours, reason, name }: DayRule): DayState {
  return { hours: textOfHours(hours), reason, ...(name && { name }) };
}
