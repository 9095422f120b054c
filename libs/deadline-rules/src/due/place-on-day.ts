import { DAY_MS } from '../civil-date.ts';
import { msToLocal } from '../zone/local-time.ts';
import type { DueHour } from './due-spec.ts';
import { hourMs } from './parse-hour.ts';
import type { Question } from './resolution.ts';

/** A due instant and whether it is still in time. */
export interface Placed {
  at: number;
  inclusive: boolean;
}

/**
 * Where on its last day a promise falls due. A time of day and close of business are inclusive; the end of the day is
 * exclusive, and so is 24:00. A day without hours has no close of business: its end stands in.
 */
export function placeOnDay(day: number, hour: DueHour | undefined, otherwise: 'end' | 'close', { start, calendar }: Question): Placed {
  if (hour === 'start') return { at: calendar.timeOn(day, msToLocal(calendar.offsets, start).msOfDay), inclusive: true };
  if (hour !== undefined && hourMs(hour) < DAY_MS) return { at: calendar.timeOn(day, hourMs(hour)), inclusive: true };
  const { hours } = calendar.ruleOf(day);
  if (hour === undefined && otherwise === 'close' && hours.length > 0) {
    return { at: calendar.localMs(day, hours[hours.length - 1]!.to), inclusive: true };
  }
  return { at: calendar.endOfDay(day), inclusive: false };
}
