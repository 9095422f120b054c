import { TimeSyntaxError } from './deadline-errors.ts';

/** Milliseconds of a civil day without a change of the clocks. */
export const DAY_MS = 86_400_000;

/** A date of the proleptic Gregorian calendar. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Days since 1970-01-01. Takes any year; month and day must be in range. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. */
export function civilDate(number: number): CivilDate {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayNumber(nextYear, nextMonth, 1) - dayNumber(year, month, 1);
}

/** The corresponding day some months later or earlier; a month without it ends on its last day (Civil Code, art. 202). */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDate(number);
  const index = year * 12 + month - 1 + months;
  return dayOfMonth(index, day);
}

/** A day of the month with index `year × 12 + month − 1`, clamped to the month's last day. */
export function dayOfMonth(monthIndex: number, day: number): number {
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return dayNumber(year, month, Math.min(day, daysInMonth(year, month)));
}

/** `year × 12 + month − 1` of a day. */
export function monthIndexOf(number: number): number {
  const { year, month } = civilDate(number);
  return year * 12 + month - 1;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day number of `YYYY-MM-DD`, or null if the text is not a date that exists. */
export function readDate(text: unknown): number | null {
  const match = typeof text === 'string' ? DATE.exec(text) : null;
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** As readDate, but throws TimeSyntaxError. */
export function parseDate(text: unknown): number {
  const number = readDate(text);
  if (number === null) throw new TimeSyntaxError('a date that exists, YYYY-MM-DD', text);
  return number;
}

/** `YYYY-MM-DD` of a day number. */
export function formatDate(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Two digits. */
export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
