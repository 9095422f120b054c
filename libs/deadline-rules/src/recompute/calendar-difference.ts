import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { textOfHours } from '../calendar/hours-text.ts';
import { WEEKDAYS } from '../calendar/weekly-rules.ts';
import { parseDate } from '../civil-date.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import { sameHours, sameRule } from './day-change.ts';
import type { ChangedDay } from './day-change.ts';

/** A notice that one of two calendars lacks, or that they hold in different wording. */
export interface NoticeChange {
  change: 'arrived' | 'withdrawn' | 'amended';
  notice: HolidayNotice;
  /** The days the notice speaks of, in either wording. */
  days: ReadonlySet<number>;
}

/** Where two calendars differ. */
export interface CalendarDifference {
  zone?: { old: string; new: string };
  /** Weekly hours, as `mon 08:30-17:30; tue …` of the weekdays that differ. */
  hours?: { old: string; new: string };
  notices: readonly NoticeChange[];
  /** Single dates that differ, in order. */
  days: readonly ChangedDay[];
}

/** Compares two calendars once, for any number of promises. */
export function calendarDifference(before: WorkCalendar, after: WorkCalendar): CalendarDifference {
  const weekdays = WEEKDAYS.map((_, index) => index).filter((index) => !sameHours(before.weekdayRule(index), after.weekdayRule(index)));
  return {
    ...(before.zone !== after.zone && { zone: { old: before.zone, new: after.zone } }),
    ...(weekdays.length > 0 && { hours: { old: weekText(before, weekdays), new: weekText(after, weekdays) } }),
    notices: changedNotices(before.notices, after.notices),
    days: changedDays(before, after),
  };
}

function weekText(calendar: WorkCalendar, weekdays: readonly number[]): string {
  return weekdays.map((weekday) => `${WEEKDAYS[weekday]} ${textOfHours(calendar.weekdayRule(weekday).hours)}`).join('; ');
}

function changedDays(before: WorkCalendar, after: WorkCalendar): ChangedDay[] {
  const dated = new Set([...before.datedDays(), ...after.datedDays()]);
  return [...dated]
    .map((day): ChangedDay => ({ day, old: before.ruleOf(day), new: after.ruleOf(day) }))
    .filter((changed) => !sameRule(changed.old, changed.new))
    .sort((one, other) => one.day - other.day);
}

function changedNotices(before: readonly HolidayNotice[], after: readonly HolidayNotice[]): NoticeChange[] {
  const old = new Map(before.map((notice) => [notice.year, notice]));
  const now = new Map(after.map((notice) => [notice.year, notice]));
  const years = [...new Set([...old.keys(), ...now.keys()])].sort((one, other) => one - other);
  return years.flatMap((year): NoticeChange[] => {
    const [was, is] = [old.get(year), now.get(year)];
    if (!was) return [{ change: 'arrived', notice: is!, days: daysOf(is!) }];
    if (!is) return [{ change: 'withdrawn', notice: was, days: daysOf(was) }];
    return wording(was) === wording(is) ? [] : [{ change: 'amended', notice: is, days: new Set([...daysOf(was), ...daysOf(is)]) }];
  });
}

/** All of a notice that a due or its explanation could tell apart. */
function wording({ id, title, number, published, url, off, makeUp }: HolidayNotice): string {
  return JSON.stringify([id, title, number, published, url, off.map(({ name, from, to }) => [name?.en, from, to]), makeUp]);
}

function daysOf(notice: HolidayNotice): Set<number> {
  const days = new Set(notice.makeUp.map(parseDate));
  for (const { from, to } of notice.off) for (let day = parseDate(from), last = parseDate(to); day <= last; day += 1) days.add(day);
  return days;
}
