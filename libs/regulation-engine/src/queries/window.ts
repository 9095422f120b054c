import { before, dueInstantAt, parseDue, periodOf } from '@huiyin/deadline-rules';
import type { WorkCalendar } from '@huiyin/deadline-rules';
import type { QueryWindow } from '../compile/compiled-query.ts';

/** From `start` up to, not including, `end`. */
export interface Window {
  readonly start: string;
  readonly end: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The window holding an instant or date; undefined: ever. A duration reaches back from the instant, which is within. */
export function windowAround(window: QueryWindow, at: string, calendar: WorkCalendar): Window | undefined {
  if (window === 'ever') return undefined;
  if ('period' in window) {
    const { start, end } = periodOf(window.period, instantOf(at, calendar), calendar);
    return { start, end };
  }
  const end = instantOf(at, calendar);
  return { start: before(end, parseDue(window.back), calendar, { hour: 'start' }).at, end: after(end) };
}

/** Is an instant, or a date, within? Of a date its noon tells. */
export function isWithin(window: Window | undefined, at: string, calendar: WorkCalendar): boolean {
  if (!window) return true;
  const instant = instantOf(at, calendar);
  return window.start <= instant && instant < window.end;
}

function instantOf(at: string, calendar: WorkCalendar): string {
  return DATE.test(at) ? dueInstantAt(parseDue(at), `${at}T00:00:00.000Z`, calendar, { hour: '12:00' }).at : at;
}

function after(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}
