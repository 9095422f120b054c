import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addMonths, civilDate, dayNumber, daysInMonth, formatDate, parseDate, readDate, weekdayOf } from './civil-date.ts';

const SEED = { seed: 20260302, numRuns: 500 };
const days = fc.integer({ min: dayNumber(1890, 1, 1), max: dayNumber(2210, 12, 31) });
const plain = (day: number): Temporal.PlainDate => new Temporal.PlainDate(1970, 1, 1).add({ days: day });

describe('civil dates', () => {
  it('agree with Temporal on date, weekday and text of any day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = plain(day);
        expect(civilDate(day)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(weekdayOf(day)).toBe(date.dayOfWeek - 1);
        expect(formatDate(day)).toBe(date.toString());
        expect(parseDate(date.toString())).toBe(day);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      }),
      SEED,
    );
  });

  it('agree with Temporal on months added or taken away, clamped', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, months) => {
        expect(formatDate(addMonths(day, months))).toBe(plain(day).add({ months }, { overflow: 'constrain' }).toString());
      }),
      SEED,
    );
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(formatDate(addMonths(parseDate(date), months))).toBe(expected);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', '26-01-01', 'x', null, 5])('%s is no date', (text) => {
    expect(readDate(text)).toBeNull();
    expect(() => parseDate(text)).toThrow('a date that exists');
  });
});
