import { Temporal as JsTemporal } from '@js-temporal/polyfill';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { amountMs, hoursOf } from './deadlines-candidate.ts';
import type { BenchAnswer, BenchCalendar, Candidate } from './deadlines-candidate.ts';

/** A date library as a walk from day to day needs it; days are texts. */
interface Days {
  dateOf(ms: number, zone: string): string;
  next(date: string): string;
  weekday(date: string): number;
  instant(date: string, time: string, zone: string): number;
}

const luxon: Days = {
  dateOf: (ms, zone) => DateTime.fromMillis(ms, { zone }).toISODate(),
  next: (date) => DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toISODate(),
  weekday: (date) => DateTime.fromISO(date, { zone: 'utc' }).weekday,
  instant: (date, time, zone) => (time === '24:00'
    ? DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis()
    : DateTime.fromISO(`${date}T${time}`, { zone }).toMillis()),
};

function temporal({ PlainDate, Instant }: Pick<typeof Temporal, 'PlainDate' | 'Instant'>): Days {
  return {
    dateOf: (ms, zone) => Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString(),
    next: (date) => PlainDate.from(date).add({ days: 1 }).toString(),
    weekday: (date) => PlainDate.from(date).dayOfWeek,
    instant: (date, time, zone) => {
      const [day, plainTime] = time === '24:00' ? [PlainDate.from(date).add({ days: 1 }), '00:00'] : [PlainDate.from(date), time];
      return day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
    },
  };
}

function walk(name: string, days: Days): Candidate {
  const stretches = function* (start: number, calendar: BenchCalendar): Generator<[number, number]> {
    for (let date = days.dateOf(start, calendar.zone); ; date = days.next(date)) {
      for (const [from, to] of hoursOf(calendar, date, days.weekday(date))) {
        const opens = Math.max(days.instant(date, from, calendar.zone), start);
        const closes = days.instant(date, to, calendar.zone);
        if (closes > opens) yield [opens, closes];
      }
    }
  };
  const add = (start: number, ms: number, calendar: BenchCalendar): number => {
    let left = ms;
    for (const [opens, closes] of stretches(start, calendar)) {
      if (closes - opens >= left) return opens + left;
      left -= closes - opens;
    }
    return Number.NaN;
  };
  const between = (start: number, end: number, calendar: BenchCalendar): number => {
    let open = 0;
    for (const [opens, closes] of stretches(start, calendar)) {
      if (opens >= end) break;
      open += Math.min(closes, end) - opens;
    }
    return open;
  };
  const addDays = (start: string, count: number, calendar: BenchCalendar): string => {
    let date = start;
    for (let left = count; left > 0; ) {
      date = days.next(date);
      if (hoursOf(calendar, date, days.weekday(date)).length > 0) left -= 1;
    }
    return date;
  };
  return {
    name,
    prepare: (given, calendar): (() => BenchAnswer) => {
      const { start = '', end = '', amount } = given;
      if (given.op === 'addWorkingTime') return () => add(Date.parse(start), amountMs(given), calendar);
      if (given.op === 'workingTimeBetween') return () => between(Date.parse(start), Date.parse(end), calendar);
      return () => addDays(start, amount?.workingDays ?? 0, calendar);
    },
  };
}

/** Day-by-day walks as one writes them with a date library. */
export const WALKS: readonly Candidate[] = [
  walk('luxon 3.7.2, own walk', luxon),
  walk('temporal-polyfill 1.0.8, own walk', temporal(Temporal)),
  walk('@js-temporal/polyfill 0.5.1, own walk', temporal(JsTemporal as unknown as typeof Temporal)),
];
