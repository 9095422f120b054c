import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { PeriodKind } from '../due/due-spec.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { periodOf } from './period-of.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '09:00-17:00' });
const evening = '20:00-01:00';
const bar = compileCalendar({ zone: ZONE, hours: { mon: evening, tue: evening, wed: evening, thu: evening, fri: evening, sat: evening } });
const told = (kind: PeriodKind, at: string, calendar = office, edge: 'beginning' | 'ended' = 'beginning'): string => {
  const { start, end, label } = periodOf(kind, localToInstant(at, ZONE), calendar, edge);
  return [label, ...[start, end].map((instant) => zonedText(instant, ZONE).slice(0, 16))].join(' ');
};

describe('periodOf', () => {
  it.each([
    ['businessDate', '2026-03-02T10:00', '2026-03-02 2026-03-02T00:00 2026-03-03T00:00'],
    ['day', '2026-03-02T10:00', '2026-03-02 2026-03-02T00:00 2026-03-03T00:00'],
    ['week', '2026-03-08T23:59', '2026-W10 2026-03-02T00:00 2026-03-09T00:00'],
    ['week', '2027-01-01T10:00', '2026-W53 2026-12-28T00:00 2027-01-04T00:00'],
    ['week', '2024-12-30T10:00', '2025-W01 2024-12-30T00:00 2025-01-06T00:00'],
    ['halfMonth', '2026-03-15T10:00', '2026-03-a 2026-03-01T00:00 2026-03-16T00:00'],
    ['halfMonth', '2028-02-16T10:00', '2028-02-b 2028-02-16T00:00 2028-03-01T00:00'],
    ['month', '2028-02-29T10:00', '2028-02 2028-02-01T00:00 2028-03-01T00:00'],
    ['quarter', '2026-12-31T10:00', '2026-Q4 2026-10-01T00:00 2027-01-01T00:00'],
    ['halfYear', '2026-07-01T00:00', '2026-H2 2026-07-01T00:00 2027-01-01T00:00'],
    ['year', '2026-07-01T00:00', '2026 2026-01-01T00:00 2027-01-01T00:00'],
  ] as const)('a %s of %s', (kind, at, expected) => {
    expect(told(kind, at)).toBe(expected);
  });

  it.each([
    ['businessDate', '2026-03-03T00:30', '2026-03-02 2026-03-02T00:00 2026-03-03T01:00'],
    ['businessDate', '2026-03-03T01:00', '2026-03-03 2026-03-03T01:00 2026-03-04T01:00'],
    ['businessDate', '2026-03-08T12:00', '2026-03-08 2026-03-08T01:00 2026-03-09T00:00'],
    ['day', '2026-03-03T00:30', '2026-03-03 2026-03-03T00:00 2026-03-04T00:00'],
    ['week', '2026-03-07T23:00', '2026-W10 2026-03-02T00:00 2026-03-09T00:00'],
    ['month', '2026-04-01T00:59', '2026-03 2026-03-01T01:00 2026-04-01T01:00'],
  ] as const)('where hours run over midnight, a %s of %s', (kind, at, expected) => {
    expect(told(kind, at, bar)).toBe(expected);
  });

  it('at its exclusive end an instant begins the next period, unless it is told to close the last', () => {
    expect(told('month', '2026-04-01T00:00')).toMatch(/^2026-04 /);
    expect(told('month', '2026-04-01T00:00', office, 'ended')).toMatch(/^2026-03 /);
    expect(told('month', '2026-04-01T00:00:00.001', office, 'ended')).toMatch(/^2026-04 /);
    expect(told('businessDate', '2026-03-03T01:00', bar, 'ended')).toMatch(/^2026-03-02 /);
  });
});
