import fc from 'fast-check';
import { exactProduct, exactQuotient, exactSum, roundedTo } from './exact.ts';

describe('figures are exact as they are written', () => {
  it.each([
    [12.35, 0.35, 4.3225], [12.3, 0.35, 4.305], [12.29, 0.35, 4.3015], [0.1, 0.2, 0.02], [1.1, 1.1, 1.21], [4.35, 100, 435], [1.005, 1000, 1005], [-12.3, 0.35, -4.305], [1e-7, 1e-7, 1e-14], [1e21, 0.1, 1e20],
    [9007199254740994n, 2n, 18014398509481988],
  ])('%s × %s is %s', (a, b, product) => {
    expect(exactProduct(a, b)).toBe(product);
  });

  it.each([[0.3, 0.1, 3], [4.35, 0.01, 435], [1, 8, 0.125], [1, 3, 1 / 3], [2, 3, 2 / 3], [-1, 3, -1 / 3], [1.21, 1.1, 1.1], [35n, 100, 0.35], [0, 5, 0], [1e-30, 4, 2.5e-31], [1e21, 4, 2.5e20]])('%s / %s is %s', (a, b, quotient) => {
    expect(exactQuotient(a, b)).toBe(quotient);
  });

  it.each([
    [4.305, 2, 4.31], [4.3049999, 2, 4.3], [4.3051, 2, 4.31], [1.005, 2, 1.01], [1.0049, 2, 1], [2.5, 0, 3], [2.4999999999, 0, 2], [-2.5, 0, -3], [-4.305, 2, -4.31], [0.285, 2, 0.29], [1234567.885, 2, 1234567.89], [3, 2, 3], [1e-9, 2, 0],
  ])('%s to %s places is %s', (value, places, expected) => {
    expect(roundedTo(value, places)).toBe(expected);
  });

  it('refuses what has no figure', () => {
    expect(() => exactQuotient(1, 0)).toThrow('division by zero');
    expect(() => exactQuotient(1, 0n)).toThrow('division by zero');
    expect(() => exactProduct(1e308, 1e308)).toThrow('figure too large');
    expect(() => exactSum([Number.NaN, 1])).toThrow('not a finite figure');
  });

  const money = fc.integer({ min: -1_000_000, max: 1_000_000 });
  it('a percentage of an amount is the product of whole fen and whole hundredths, rounded half up', () => {
    fc.assert(fc.property(money, fc.integer({ min: 0, max: 10_000 }), (fen, hundredths) => {
      const exact = BigInt(fen) * BigInt(hundredths);
      const size = exact < 0n ? -exact : exact;
      const expected = Number((size * 2n + 10_000n) / 20_000n) * (exact < 0n ? -1 : 1);
      expect(roundedTo(exactProduct(fen, exactQuotient(hundredths, 10_000)), 0) || 0).toBe(expected || 0);
    }), { seed: 20261125 });
  });

  it('a product divided by a factor is the other', () => {
    fc.assert(fc.property(money, fc.integer({ min: 1, max: 10_000 }), (a, b) => {
      const [left, right] = [exactQuotient(a, 100), exactQuotient(b, 100)];
      expect(exactQuotient(exactProduct(left, right), right)).toBe(left);
    }), { seed: 20261125 });
  });
});
