import { compileCalendar } from '../calendar/compile-calendar.ts';
import { localToInstant } from '../zone/local-time.ts';
import { countPerPeriod } from './count-per-period.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string): string => localToInstant(local, ZONE);
const office = compileCalendar({ zone: ZONE, hours: '08:30-17:30' });
const bar = compileCalendar({ zone: ZONE, hours: { fri: '20:00-01:00', sat: '20:00-01:00' } });
const told = (counts: ReturnType<typeof countPerPeriod>): string[] => counts.map(({ label, count }) => `${label} ${count}`);

describe('countPerPeriod', () => {
  it('counts in each period what happened in it, and shows the gaps', () => {
    const calls = ['2026-01-05T10:00', '2026-01-31T23:59', '2026-03-01T00:00', '2026-03-02T10:00'].map(at);
    expect(told(countPerPeriod('month', calls, { from: at('2026-01-10T00:00'), to: at('2026-04-01T00:00') }, office))).toEqual(['2026-01 2', '2026-02 0', '2026-03 2']);
  });

  it('what happened outside the stretch asked for is not counted', () => {
    const calls = ['2025-12-31T10:00', '2026-02-01T00:00'].map(at);
    expect(countPerPeriod('month', calls, { from: at('2026-01-01T00:00'), to: at('2026-02-01T00:00') }, office)).toEqual([
      { start: at('2026-01-01T00:00'), end: at('2026-02-01T00:00'), label: '2026-01', count: 0 },
    ]);
  });

  it('at the very end of a period it counts in the next, or in the one that ended', () => {
    const calls = [at('2026-02-01T00:00')];
    const between = { from: at('2026-01-01T00:00'), to: at('2026-03-01T00:00') };
    expect(told(countPerPeriod('month', calls, between, office))).toEqual(['2026-01 0', '2026-02 1']);
    expect(told(countPerPeriod('month', calls, between, office, 'ended'))).toEqual(['2026-01 1', '2026-02 0']);
  });

  it('counts by business dates where hours run over midnight, by civil days where days are asked', () => {
    const calls = [at('2026-03-07T00:30')];
    const between = { from: at('2026-03-06T12:00'), to: at('2026-03-07T12:00') };
    expect(told(countPerPeriod('businessDate', calls, between, bar))).toEqual(['2026-03-06 1', '2026-03-07 0']);
    expect(told(countPerPeriod('day', calls, between, bar))).toEqual(['2026-03-06 0', '2026-03-07 1']);
  });

  it('nothing between is no period; too many are refused', () => {
    expect(countPerPeriod('day', [], { from: at('2026-03-06T00:00'), to: at('2026-03-06T00:00') }, office)).toEqual([]);
    expect(countPerPeriod('day', [], { from: '2000-01-01T00:00:00Z', to: '2027-05-18T00:00:00Z' }, compileCalendar({ zone: 'Etc/UTC', hours: '08:30-17:30' }))).toHaveLength(9999);
    expect(() => countPerPeriod('day', [], { from: '1950-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, office)).toThrow('more than 10000 periods');
  });
});
