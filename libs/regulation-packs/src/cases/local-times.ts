import { localToInstant } from '@huiyin/deadline-rules';
import type { FactValue } from '@huiyin/regulation-engine';

const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** Local times of an example as instants; anything else as it is. */
export function withInstants(value: FactValue, zone: string): FactValue {
  if (typeof value === 'string') return local.test(value) ? localToInstant(value, zone) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: FactValue) => withInstants(item, zone));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withInstants(item, zone)]));
}

/** Milliseconds as an ISO duration: `PT15M`, `-PT1S`, `PT0S`. */
export function durationText(ms: number): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / 3_600_000);
  const minutes = Math.floor((size % 3_600_000) / 60_000);
  const seconds = (size % 60_000) / 1000;
  const text = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return `${ms < 0 ? '-' : ''}PT${text === '' ? '0S' : text}`;
}
