import { businessDateOf, daysBetween, dueInstantAt, instantOn, parseDue, periodOf, workingBetween, zonedText } from '@huiyin/deadline-rules';
import type { PeriodKind, WorkCalendar } from '@huiyin/deadline-rules';
import { timeOfDay } from '../figures/time-of-day.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Functions over instants and dates, in the operator's calendar. Instants are RFC 3339 UTC, dates `YYYY-MM-DD`. */
export function timeFunctions(calendar: WorkCalendar) {
  const local = (at: unknown): string => zonedText(instant(at), calendar.zone);
  return {
    daysBetween: (from: unknown, to: unknown): bigint => BigInt(daysBetween(anchor(from), anchor(to), calendar)),
    workingBetween: (from: unknown, to: unknown): bigint => BigInt(workingBetween(instant(from), instant(to), calendar)),
    dateOf: (at: unknown): string => local(at).slice(0, 10),
    timeOf: (at: unknown): string => timeOfDay(local(at).slice(11, 19))!,
    businessDate: (at: unknown): string => businessDateOf(instant(at), calendar),
    instantOf: (date: unknown, time: unknown): string => instantOn(instant(date), instant(time), calendar),
    endOf: (period: unknown, at: unknown): string => periodOf(String(period) as PeriodKind, anchor(at), calendar).end,
    addTo: (start: unknown, duration: unknown): string => add(start, String(duration), calendar),
  };

  function anchor(value: unknown): string {
    const text = instant(value);
    return DATE.test(text) ? periodOf('day', noon(text), calendar).start : text;
  }
  function noon(date: string): string {
    return dueInstantAt(parseDue(date), `${date}T00:00:00.000Z`, calendar, { hour: '12:00' }).at;
  }
}

function add(start: unknown, duration: string, calendar: WorkCalendar): string {
  const text = instant(start);
  if (!DATE.test(text)) return dueInstantAt(parseDue(duration), text, calendar, { hour: 'start' }).at;
  const at = dueInstantAt(parseDue(text), `${text}T00:00:00.000Z`, calendar, { hour: '12:00' }).at;
  return zonedText(dueInstantAt(parseDue(duration), at, calendar, { hour: 'start' }).at, calendar.zone).slice(0, 10);
}

function instant(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`not an instant: ${value === null ? 'absent' : typeof value}`);
}
