import { civilDate, formatDate, parseDate } from '../civil-date.ts';
import { FIRST_YEAR, LAST_YEAR, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';

/**
 * The n-th working day after a date, the date itself never counted; a negative n counts backwards, 0 gives the date.
 * Dates are `YYYY-MM-DD`. Throws DeadlineRangeError outside the years computed.
 */
export function addWorkingDays(date: string, days: number, calendar: WorkCalendar): string {
  return formatDate(nthWorkingDay(parseDate(date), days, calendar));
}

/** Working days from one date to another, both included; 0 if the second lies before the first. */
export function countWorkingDays(from: string, to: string, calendar: WorkCalendar): number {
  const [first, last] = [parseDate(from), parseDate(to)];
  return last < first ? 0 : workingDaysThrough(first, last, calendar);
}

/** Whether a date has working hours. */
export function isWorkingDay(date: string, calendar: WorkCalendar): boolean {
  return calendar.isWorking(parseDate(date));
}

/** Business dates from one instant's to another's: 0 on the same date, negative backwards. */
export function daysBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  return calendar.dayOf(parseInstant(to)) - calendar.dayOf(parseInstant(from));
}

/** The business date of an instant, `YYYY-MM-DD`. An instant at which a date ends belongs to the next. */
export function businessDateOf(at: Instant, calendar: WorkCalendar): string {
  return formatDate(calendar.dayOf(parseInstant(at)));
}

/**
 * Days of a repair as the three-guarantees rule for cars counts them: every full 24 h is a day, a remainder counts as one
 * (家用汽车产品修理更换退货责任规定, 附则).
 */
export function startedDaysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.ceil((parseInstant(to) - parseInstant(from)) / 86_400_000));
}

/** As addWorkingDays, on day numbers. */
export function nthWorkingDay(day: number, count: number, calendar: WorkCalendar): number {
  if (!Number.isSafeInteger(count)) throw new DeadlineRangeError('a number of working days that is not whole');
  if (count === 0) return day;
  return count > 0 ? forward(day, count, calendar) : backward(day, -count, calendar);
}

/** Working days from one day to another, both included. */
export function workingDaysThrough(first: number, last: number, calendar: WorkCalendar): number {
  const [firstYear, lastYear] = [checkedYear(first), checkedYear(last)];
  let count = calendar.yearOf(lastYear).workedThrough(last) - calendar.yearOf(firstYear).workedThrough(first - 1);
  for (let year = firstYear; year < lastYear; year += 1) count += calendar.yearOf(year).workedDays;
  return count;
}

function forward(day: number, count: number, calendar: WorkCalendar): number {
  let year = checkedYear(day);
  let target = calendar.yearOf(year).workedThrough(day) + count;
  while (target > calendar.yearOf(year).workedDays) {
    target -= calendar.yearOf(year).workedDays;
    if ((year += 1) > LAST_YEAR) throw new DeadlineRangeError(`working days that end after ${LAST_YEAR}`);
  }
  return calendar.yearOf(year).workedDay(target);
}

function backward(day: number, count: number, calendar: WorkCalendar): number {
  let year = checkedYear(day);
  let target = calendar.yearOf(year).workedThrough(day - 1) - count + 1;
  while (target <= 0) {
    if ((year -= 1) < FIRST_YEAR) throw new DeadlineRangeError(`working days that begin before ${FIRST_YEAR}`);
    target += calendar.yearOf(year).workedDays;
  }
  return calendar.yearOf(year).workedDay(target);
}

function checkedYear(day: number): number {
  const { year } = civilDate(day);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new DeadlineRangeError(`a date outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  return year;
}
