import { DAY_MS } from '../civil-date.ts';
import type { DueHour } from './due-spec.ts';
import type { TextScanner } from './text-scanner.ts';

/** Reads `17:30`, `24:00` or, where it makes sense, `start`. */
export function parseHour(scan: TextScanner, ...also: 'start'[]): DueHour {
  const allowed = ['a time, HH:MM up to 24:00', ...also];
  if (also.length > 0 && scan.take(/start\b/)) return 'start';
  const [, hour, minute] = scan.expect(/(\d\d):(\d\d)\b/, ...allowed);
  if (Number(minute) > 59 || hourMs(`${hour}:${minute}`) > DAY_MS) scan.refuse(...allowed);
  return `${hour}:${minute}`;
}

/** Milliseconds since midnight of `HH:MM`. */
export function hourMs(hour: string): number {
  return (Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5))) * 60_000;
}
