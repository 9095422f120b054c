import fc from 'fast-check';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import { numberText } from './numbers.ts';

describe('the series of a number', () => {
  it.each([['{yy}{MM}{seq:2}', '2610{seq:2}'], ['{yyyy}-{yy}-{seq}', '2026-26-{seq}']])('of %s shows the local date of the act as %s', (format, series) => {
    const shop = tinyWorld({ acts: MOVES, number: { format, at: ['open'] } });
    const outcome = shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: 'J1' });
    expect(outcome.ok && outcome.numbers.map((request) => request.series)).toEqual([series]);
  });
});

describe('a number past the width of its running part', () => {
  const text = (format: string, value: number): string => numberText({ kind: 'job', series: format, width: Number(/seq:(\d)/.exec(format)?.[1] ?? 1) }, value);

  it.each([['2610{seq:2}', 99, '261099'], ['2610{seq:2}', 100, '2610100'], ['WX202610-{seq:4}', 9_999, 'WX202610-9999'], ['WX202610-{seq:4}', 10_000, 'WX202610-10000'], ['{seq}/26', 100, '100/26']])('of %s is for %i: %s', (format, value, expected) => {
    expect(text(format, value)).toBe(expected);
  });

  it('is never that of another', () => {
    fc.assert(fc.property(fc.constantFrom('{seq:2}', '2610{seq:2}', '{seq:3}26', 'A{seq:1}0'), fc.nat(100_000), fc.nat(100_000), (format, one, other) => one === other || text(format, one) !== text(format, other)), { seed: 13 });
  });

  it.each([
    ['WX{yyyy}', 'a number has one {seq}, not 0'], ['{seq:2}-{seq:2}', 'a number has one {seq}, not 2'], ['WX{year}-{seq:4}', '{year} is none of {yyyy} {yy} {MM} {dd} {seq} {seq:1} to {seq:9}'], ['{seq:0}', '{seq:0} is none of {yyyy} {yy} {MM} {dd} {seq} {seq:1} to {seq:9}'], ['X{seq:4', '{seq:4 is none of {yyyy} {yy} {MM} {dd} {seq} {seq:1} to {seq:9}'],
  ])('%s is a problem', (format, message) => {
    expect(tinyWorld({ acts: MOVES, number: { format, at: ['open'] } }).policy.problems).toMatchObject([{ code: 'numberFormat', message, item: 'kinds.job.number.format' }]);
  });
});
