import { exactProduct, exactQuotient, exactSum } from '../figures/exact.ts';

/** Splits a whole amount by weights so that the parts are whole and add up: the largest remainders get what rounding left. No weight at all: nothing for anybody. */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const total = exactSum(weights.map((weight) => Math.max(0, weight)));
  if (total <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => exactQuotient(exactProduct(amount, Math.max(0, weight)), total));
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const order = exact.map((value, index) => ({ index, rest: value - parts[index]! })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, Math.round(left))) parts[index]! += 1;
  return parts;
}
