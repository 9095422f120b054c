import moment from 'moment';
import 'moment-business-days';
import 'moment-business-time';
import 'moment-timezone';
import { amountMs, onlyHolidays, runsAllDay, WEEKDAYS } from './deadlines-candidate.ts';
import type { BenchCalendar, Candidate } from './deadlines-candidate.ts';

/** Moment with its plugins and time zones, which they add at run time. */
const zoned = moment as unknown as { tz(text: string, zone: string): BusinessMoment };

interface BusinessMoment {
  addWorkingTime(amount: number, unit: string): BusinessMoment;
  workingDiff(other: BusinessMoment, unit: string): number;
  businessAdd(days: number): BusinessMoment;
  valueOf(): number;
  format(format: string): string;
}

/** moment-business-time: weekly hours and holidays in the locale of the process. It has no dated hours and no 24:00. */
export const MOMENT_BUSINESS_TIME: Candidate = {
  name: 'moment-business-time 2.0.0',
  prepare(given, calendar) {
    if (!onlyHolidays(calendar) || runsAllDay(calendar)) return null;
    moment.updateLocale('en', { workinghours: weekOf(calendar), holidays: [...calendar.dated.keys()] } as never);
    const { start = '', end = '', amount } = given;
    const at = (text: string): BusinessMoment => zoned.tz(text, calendar.zone);
    const seconds = amountMs(given) / 1000;
    if (given.op === 'addWorkingTime') return () => at(start).addWorkingTime(seconds, 'seconds').valueOf();
    if (given.op === 'workingTimeBetween') return () => Math.abs(at(start).workingDiff(at(end), 'seconds')) * 1000;
    return () => at(start).addWorkingTime(amount?.workingDays ?? 0, 'days').format('YYYY-MM-DD');
  },
};

/** moment-business-days: weekdays and holidays; it knows no hours and no make-up days. */
export const MOMENT_BUSINESS_DAYS: Candidate = {
  name: 'moment-business-days 1.2.0',
  prepare(given, calendar) {
    if (given.op !== 'addWorkingDays' || !onlyHolidays(calendar)) return null;
    moment.updateLocale('en', {
      workingWeekdays: WEEKDAYS.flatMap((weekday, index) => ((calendar.weekly[weekday] ?? []).length > 0 ? [(index + 1) % 7] : [])),
      holidays: [...calendar.dated.keys()], holidayFormat: 'YYYY-MM-DD',
    } as never);
    const { start = '', amount } = given;
    return () => zoned.tz(start, calendar.zone).businessAdd(amount?.workingDays ?? 0).format('YYYY-MM-DD');
  },
};

function weekOf({ weekly }: BenchCalendar): Record<number, string[] | null> {
  return Object.fromEntries(WEEKDAYS.map((weekday, index) => {
    const hours = (weekly[weekday] ?? []).flatMap(([from, to]) => [`${from}:00`, `${to}:00`]);
    return [(index + 1) % 7, hours.length > 0 ? hours : null];
  }));
}
