import dayjs from 'dayjs';
import type { BusinessHours, BusinessHoursMap } from 'dayjs';
import businessTime from 'dayjs-business-time';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { amountMs, onlyHolidays, WEEKDAYS } from './deadlines-candidate.ts';
import type { BenchCalendar, Candidate } from './deadlines-candidate.ts';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(businessTime);

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** dayjs-business-time: weekly hours and a list of holidays, both for the whole process. It has no dated hours. */
export const DAYJS_BUSINESS_TIME: Candidate = {
  name: 'dayjs-business-time 1.0.4',
  prepare(given, calendar) {
    if (!onlyHolidays(calendar)) return null;
    const week = NAMES.map((name, index): [string, BusinessHours[] | null] => [name, hoursOf(calendar, index)]);
    const at = (text: string): dayjs.Dayjs => (calendar.zone === 'Etc/UTC' ? dayjs.utc(text) : dayjs.tz(dayjs(text).valueOf(), calendar.zone));
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
  return hours.length === 0 ? null : hours.map(([start, end]) => ({ start: `${start}:00`, end: end === '24:00' ? '23:59:59' : `${end}:00` }));
}
