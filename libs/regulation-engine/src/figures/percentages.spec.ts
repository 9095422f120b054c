import { decimalsOf } from './decimals-of.ts';
import { fractionOf } from './fraction-of.ts';

describe('percentages', () => {
  it('are fractions of the same digits, all thousand of one decimal', () => {
    expect(fractionOf('94.9%')).toBe(0.949);
    for (let tenths = 0; tenths < 1000; tenths += 1) expect(fractionOf(`${(tenths / 10).toFixed(1)}%`)).toBe(tenths / 1000);
    expect(fractionOf('95')).toBeUndefined();
  });

  it('are kept to the decimals of the percentage, figures to their own, money and ints to none', () => {
    expect([decimalsOf({ type: 'percent', scale: 1 }), decimalsOf({ type: 'percent' }), decimalsOf({ type: 'decimal', scale: 1 }), decimalsOf({ type: 'money', scale: 2 })]).toEqual([3, undefined, 1, 0]);
  });
});
