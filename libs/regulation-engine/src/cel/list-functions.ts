import { exactQuotient, exactSum } from '../figures/exact.ts';
import type { Figure } from '../figures/exact.ts';

/** Functions over numbers and lists. All throw on what they cannot answer: an error refuses, it never becomes a figure. */
export function ratio(part: unknown, whole: unknown): number {
  const divisor = numeric(whole);
  if (Number(divisor) === 0) throw new RangeError('ratio by zero');
  return exactQuotient(numeric(part), divisor);
}

export function sum(list: readonly unknown[]): Figure {
  const items = list.map(numeric);
  if (items.every((item) => typeof item === 'bigint')) return items.reduce<bigint>((total, item) => total + (item as bigint), 0n);
  return exactSum(items);
}

export function mean(list: readonly unknown[]): number {
  if (list.length === 0) throw new RangeError('mean of nothing');
  return exactQuotient(sum(list), list.length);
}

export function extreme(list: readonly unknown[], sign: 1 | -1): unknown {
  if (list.length === 0) throw new RangeError('extreme of nothing');
  if (list.some((item) => item === null)) throw new TypeError('extreme over an absent value');
  return list.reduce((best, item) => ((item as never) > (best as never) === (sign === 1) && item !== best ? item : best));
}

export function distinct(list: readonly unknown[]): unknown[] {
  return [...new Set(list)];
}

function numeric(value: unknown): Figure {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  throw new TypeError(`not a number: ${value === null ? 'absent' : typeof value}`);
}
