import { civilDate } from '../civil-date.ts';
import { FIRST_YEAR, formatInstant, inRange, LAST_YEAR, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import { firstAbove, firstAtLeast } from '../calendar/year-index.ts';

/**
 * The instant at which `ms` of working time after the start are used up. A start outside the hours counts from the next
 * opening; used up exactly at closing means that closing; nothing to add gives the next open instant at or after the start.
 * Throws DeadlineRangeError if it lies past the last year computed.
 */
export function addWorkingTime(start: Instant, ms: number, calendar: WorkCalendar): Instant {
  return formatInstant(addWorkingMs(parseInstant(start), ms, calendar));
}

/** The latest instant from which `ms` of working time remain until `end`: the mirror of addWorkingTime. */
export function subtractWorkingTime(end: Instant, ms: number, calendar: WorkCalendar): Instant {
  return formatInstant(subtractWorkingMs(parseInstant(end), ms, calendar));
}

/** Working milliseconds between two instants; negative if the second lies before the first. */
export function workingBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  return workingMsBetween(parseInstant(from), parseInstant(to), calendar);
}

/** As addWorkingTime, on milliseconds. */
export function addWorkingMs(start: number, ms: number, calendar: WorkCalendar): number {
  checkAmount(ms);
  if (ms === 0) return nextOpen(start, calendar);
  let year = yearOf(start, calendar);
  let target = calendar.yearOf(year).openUntil(start) + ms;
  while (target > calendar.yearOf(year).openMs) {
    target -= calendar.yearOf(year).openMs;
    if ((year += 1) > LAST_YEAR) throw new DeadlineRangeError(`working time that ends after ${LAST_YEAR}`);
  }
  return inRange(calendar.yearOf(year).instantAfter(target));
}

/** As subtractWorkingTime, on milliseconds. */
export function subtractWorkingMs(end: number, ms: number, calendar: WorkCalendar): number {
  checkAmount(ms);
  if (ms === 0) return lastOpen(end, calendar);
  let year = yearOf(end, calendar);
  let target = calendar.yearOf(year).openUntil(end) - ms;
  while (target < 0) {
    if ((year -= 1) < FIRST_YEAR) throw new DeadlineRangeError(`working time that begins before ${FIRST_YEAR}`);
    target += calendar.yearOf(year).openMs;
  }
  const { opens, openBefore } = calendar.yearOf(year);
  // An amount reached at a closing is reached again at the next opening: the later one, where the remainder begins.
  const stretch = firstAbove(openBefore, target) - 1;
  return opens[stretch]! + target - openBefore[stretch]!;
}

/** As workingBetween, on milliseconds. */
export function workingMsBetween(from: number, to: number, calendar: WorkCalendar): number {
  if (to < from) return 0 - workingMsBetween(to, from, calendar);
  const [first, last] = [yearOf(from, calendar), yearOf(to, calendar)];
  let open = calendar.yearOf(last).openUntil(to) - calendar.yearOf(first).openUntil(from);
  for (let year = first; year < last; year += 1) open += calendar.yearOf(year).openMs;
  return open;
}

/** The instant itself if the hours are open then, else the next opening. */
export function nextOpen(start: number, calendar: WorkCalendar): number {
  for (let year = yearOf(start, calendar); year <= LAST_YEAR; year += 1) {
    const index = calendar.yearOf(year);
    const stretch = firstAbove(index.closes, start);
    if (stretch < index.opens.length) return Math.max(start, index.opens[stretch]!);
  }
  throw new DeadlineRangeError(`no working time up to ${LAST_YEAR}`);
}

/** The instant itself if the hours are open or just closing then, else the last closing. */
function lastOpen(end: number, calendar: WorkCalendar): number {
  for (let year = yearOf(end, calendar); year >= FIRST_YEAR; year -= 1) {
    const { opens, closes } = calendar.yearOf(year);
    const stretch = firstAtLeast(opens, end) - 1;
    if (stretch >= 0) return Math.min(end, closes[stretch]!);
  }
  throw new DeadlineRangeError(`no working time from ${FIRST_YEAR}`);
}

function yearOf(ms: number, calendar: WorkCalendar): number {
  return civilDate(calendar.dayOf(ms)).year;
}

function checkAmount(ms: number): void {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new DeadlineRangeError('an amount of working time that is not a whole number of milliseconds, 0 or more');
}
