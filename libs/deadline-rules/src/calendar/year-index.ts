import { dayNumber } from '../civil-date.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The open stretches and working days of one year of business dates, with running sums: adding or counting working time
 * skips whole years and searches the last one by halves, so ten years cost ten steps and a search.
 */
export class YearIndex {
  readonly year: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Instants at which a stretch opens. */
  readonly opens: readonly number[];
  /** Instants at which it closes. */
  readonly closes: readonly number[];
  /** Open milliseconds before stretch i; one entry more than there are stretches. */
  readonly openBefore: readonly number[];
  /** Working days among the first i days; one entry more than there are days. */
  readonly workedBefore: readonly number[];

  constructor(year: number, calendar: WorkCalendar) {
    this.year = year;
    this.firstDay = dayNumber(year, 1, 1);
    this.lastDay = dayNumber(year + 1, 1, 1) - 1;
    const opens: number[] = [];
    const closes: number[] = [];
    const openBefore = [0];
    const workedBefore = [0];
    let open = 0;
    for (let day = this.firstDay; day <= this.lastDay; day += 1) {
      const { hours } = calendar.ruleOf(day);
      workedBefore.push(workedBefore[workedBefore.length - 1]! + (hours.length > 0 ? 1 : 0));
      for (const { from, to } of hours) {
        const opensAt = calendar.localMs(day, from);
        const closesAt = calendar.localMs(day, to);
        // Hours that lie wholly in the hour the clocks skip do not happen.
        if (closesAt <= opensAt) continue;
        opens.push(opensAt);
        closes.push(closesAt);
        openBefore.push((open += closesAt - opensAt));
      }
    }
    this.opens = opens;
    this.closes = closes;
    this.openBefore = openBefore;
    this.workedBefore = workedBefore;
  }

  /** Open milliseconds of the whole year. */
  get openMs(): number {
    return this.openBefore[this.opens.length]!;
  }

  /** Working days of the whole year. */
  get workedDays(): number {
    return this.workedBefore[this.workedBefore.length - 1]!;
  }

  /** Open milliseconds of this year's stretches that lie before the instant. */
  openUntil(ms: number): number {
    const index = firstAbove(this.closes, ms);
    if (index === this.opens.length) return this.openMs;
    return this.openBefore[index]! + Math.max(0, ms - this.opens[index]!);
  }

  /** The instant at which that much of the year's open time is used up; used up at closing means that closing. */
  instantAfter(openMs: number): number {
    const index = firstAtLeast(this.openBefore, openMs) - 1;
    return this.opens[index]! + openMs - this.openBefore[index]!;
  }

  /** The day on which the n-th working day of the year falls, n from 1. */
  workedDay(n: number): number {
    return this.firstDay + firstAtLeast(this.workedBefore, n) - 1;
  }

  /** Working days of this year up to and including the day, which is one of its days or the one before them. */
  workedThrough(day: number): number {
    return this.workedBefore[day - this.firstDay + 1]!;
  }
}

/** Index of the first entry of a sorted list above the value; the list's length if there is none. */
export function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first entry of a sorted list that is at least the value; the list's length if there is none. */
export function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
