import { DAY_MS } from '../civil-date.ts';
import { CalendarError } from '../deadline-errors.ts';
import { clockText } from '../instant.ts';
import type { DayHours, OpenInterval } from './day-hours.ts';

const MOST_INTERVALS = 48;
const INTERVAL = /^(\d\d):(\d\d)\s*[-–]\s*(\d\d):(\d\d)$/;
const RULE = 'intervals HH:MM-HH:MM separated by commas, 24:00 allowed as an end';

/**
 * Reads `08:30-12:00,13:30-17:30`. An end not after its start lies on the next day (`20:00-01:00`); only the last
 * interval may do so. Throws CalendarError naming the field.
 */
export function parseHours(text: unknown, field: string): DayHours {
  if (typeof text !== 'string' || text.length > 1000) throw new CalendarError(field, RULE, text);
  const intervals = text.split(',').map((part) => parseInterval(part.trim(), field));
  if (intervals.length > MOST_INTERVALS) throw new CalendarError(field, `at most ${MOST_INTERVALS} intervals a day`, intervals.length);
  for (let index = 1; index < intervals.length; index += 1) {
    if (intervals[index]!.from < intervals[index - 1]!.to) {
      throw new CalendarError(field, 'intervals in order, none overlapping, only the last over midnight', text);
    }
  }
  if (intervals[intervals.length - 1]!.to - intervals[0]!.from > DAY_MS) {
    throw new CalendarError(field, 'hours of one date within 24 hours', text);
  }
  return intervals;
}

function parseInterval(text: string, field: string): OpenInterval {
  const match = INTERVAL.exec(text);
  if (!match) throw new CalendarError(field, RULE, text);
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [number, number, number, number];
  const from = (fromHour * 60 + fromMinute) * 60_000;
  const to = (toHour * 60 + toMinute) * 60_000;
  if (fromHour > 23 || fromMinute > 59 || toMinute > 59 || to > DAY_MS) throw new CalendarError(field, RULE, text);
  if (from === to) throw new CalendarError(field, 'an interval longer than nothing (the whole day is 00:00-24:00)', text);
  return { from, to: to > from ? to : to + DAY_MS };
}

/** Hours as a calendar document writes them, `off` without any. */
export function textOfHours(hours: DayHours): string {
  return hours.length === 0 ? 'off' : hours.map(({ from, to }) => `${timeText(from)}-${timeText(to > DAY_MS ? to - DAY_MS : to)}`).join(',');
}

function timeText(ms: number): string {
  return clockText(ms).slice(0, 5);
}
