import dayjs from 'dayjs';
import type { BusinessHours, BusinessHoursMap } from 'dayjs';
import businessTime from 'dayjs-business-time';
import utc from 'dayjs/plugin/utc.js';
import { amountMs, onlyHolidays, runsAllDay, WEEKDAYS } from './deadlines-candidate.ts';
import type { BenchCalendar, Candidate } from './deadlines-candidate.ts';

dayjs.extend(utc);
dayjs.extend(businessTime);

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * dayjs-business-time: weekly hours and a list of holidays, both for the whole process. It has no dated hours, no 24:00 and
 * no time zones: over a change of the clocks it never ends (seen with Europe/Berlin), so it is asked in UTC only.
 */
export const DAYJS_BUSINESS_TIME: Candidate = {
  name: 'dayjs-business-time 1.0.4',
  prepare(given, calendar) {
    if (!onlyHolidays(calendar) || runsAllDay(calendar) || calendar.zone !== 'Etc/UTC') return null;
    const week = NAMES.map((name, index): [string, BusinessHours[] | null] => [name, hoursOf(calendar, index)]);
    const at = (text: string): dayjs.Dayjs => dayjs.utc(text);
    const minutes = amountMs(given) / 60_000;
    const { start = '', end = '', amount } = given;
    dayjs.setBusinessTime(Object.fromEntries(week) as unknown as BusinessHoursMap);
    dayjs.setHolidays([...calendar.dated.keys()]);
    if (given.op === 'addWorkingTime') return () => at(start).addBusinessMinutes(minutes).valueOf();
    if (given.op === 'workingTimeBetween') return () => Math.abs(at(start).businessMinutesDiff(at(end))) * 60_000;
    return () => at(start).addBusinessDays(amount?.workingDays ?? 0).format('YYYY-MM-DD');
  },
};

function hoursOf({ weekly }: BenchCalendar, weekday: number): BusinessHours[] | null {
  const hours = weekly[WEEKDAYS[weekday]!] ?? [];
  return hours.length === 0 ? null : hours.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
}
