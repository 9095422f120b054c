type Numeric = bigint | number;

/** Functions over numbers and lists. All throw on what they cannot answer: an error refuses, it never becomes a figure. */
export function ratio(part: unknown, whole: unknown): number {
  const divisor = Number(numeric(whole));
  if (divisor === 0) throw new RangeError('ratio by zero');
  return Number(numeric(part)) / divisor;
}

export function sum(list: readonly unknown[]): Numeric {
  const items = list.map(numeric);
  if (items.every((item) => typeof item === 'bigint')) return items.reduce<bigint>((total, item) => total + (item as bigint), 0n);
  return items.reduce<number>((total, item) => total + Number(item), 0);
}

export function mean(list: readonly unknown[]): number {
  if (list.length === 0) throw new RangeError('mean of nothing');
  return Number(sum(list)) / list.length;
}

export function extreme(list: readonly unknown[], sign: 1 | -1): unknown {
  if (list.length === 0) throw new RangeError('extreme of nothing');
  if (list.some((item) => item === null)) throw new TypeError('extreme over an absent value');
  return list.reduce((best, item) => ((item as never) > (best as never) === (sign === 1) && item !== best ? item : best));
}

export function distinct(list: readonly unknown[]): unknown[] {
  return [...new Set(list)];
}

function numeric(value: unknown): Numeric {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  throw new TypeError(`not a number: ${value === null ? 'absent' : typeof value}`);
}
