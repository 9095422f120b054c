import { fractionOf } from '../figures/fraction-of.ts';
import { timeMs } from '../figures/time-of-day.ts';

/** What two sides of a comparison weigh: numbers, durations as milliseconds, times of day as milliseconds since midnight. */
export function magnitude(value: unknown): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  if (typeof value === 'string') {
    const fraction = fractionOf(value);
    if (fraction !== undefined) return fraction;
    const ms = durationMs(value) ?? timeMs(value);
    if (ms !== undefined) return BigInt(ms);
  }
  throw new TypeError(`cannot be compared: ${value === null ? 'absent' : typeof value}`);
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a duration of fixed length (weeks to seconds); undefined for months, working time or anything else. */
export function durationMs(text: string): number | undefined {
  const found = DURATION.exec(text);
  if (!found || text === 'P') return undefined;
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
