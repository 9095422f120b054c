import { civilDate, DAY_MS, dayNumber, formatDate, parseDate, two } from './civil-date.ts';
import { DeadlineRangeError, TimeSyntaxError } from './deadline-errors.ts';

/** RFC 3339 in UTC with milliseconds, the canonical form: `2026-03-02T01:00:00.000Z`. Any offset is read, only this is written. */
export type Instant = string;

/** First year the library computes with. */
export const FIRST_YEAR = 1900;
/** Last year the library computes with. */
export const LAST_YEAR = 2199;

const EARLIEST = dayNumber(FIRST_YEAR, 1, 1) * DAY_MS;
const AFTER_LATEST = dayNumber(LAST_YEAR + 1, 1, 1) * DAY_MS;
const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * Milliseconds since 1970 of an RFC 3339 text with any offset; digits below the millisecond are cut off.
 * Throws TimeSyntaxError, and DeadlineRangeError outside 1900 to 2199.
 */
export function parseInstant(text: Instant): number {
  const match = typeof text === 'string' ? INSTANT.exec(text) : null;
  if (!match) throw new TimeSyntaxError('an RFC 3339 instant with offset', text);
  const [, date, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const [oh, om] = [Number(offsetHour), Number(offsetMinute)];
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) throw new TimeSyntaxError('an RFC 3339 instant that exists', text);
  const local = parseDate(date) * DAY_MS + h * 3_600_000 + m * 60_000 + s * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = (oh * 60 + om) * 60_000;
  return inRange(sign === '-' ? local + offset : local - offset);
}

/** The canonical text of milliseconds since 1970. Throws DeadlineRangeError outside 1900 to 2199. */
export function formatInstant(ms: number): Instant {
  const day = Math.floor(inRange(ms) / DAY_MS);
  return `${formatDate(day)}T${clockText(ms - day * DAY_MS)}Z`;
}

/** `HH:MM:SS.mmm` of milliseconds since midnight. */
export function clockText(ms: number): string {
  const second = Math.floor(ms / 1000);
  const fraction = String(ms - second * 1000).padStart(3, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.${fraction}`;
}

/** The canonical form of an instant given with any offset. */
export function canonicalInstant(text: Instant): Instant {
  return formatInstant(parseInstant(text));
}

/** Below zero, zero or above zero, as `a` lies before, at or after `b`. */
export function compareInstants(a: Instant, b: Instant): number {
  return parseInstant(a) - parseInstant(b);
}

/** The number itself, if it lies in the years the library computes with; else throws DeadlineRangeError. */
export function inRange(ms: number): number {
  if (ms >= EARLIEST && ms < AFTER_LATEST) return ms;
  throw new DeadlineRangeError(`an instant outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
}

/** The UTC year of milliseconds since 1970. */
export function utcYear(ms: number): number {
  return civilDate(Math.floor(ms / DAY_MS)).year;
}
