import { compileCalendar } from '../calendar/compile-calendar.ts';
import { windowAround } from '../periods/window-around.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { before } from './before.ts';
import type { DuePolicy } from './due-spec.ts';
import { parseDue } from './parse-due.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const told = (anchor: string, by: string, policy: DuePolicy = {}): string => {
  const { at, inclusive } = before(anchor.includes('T') ? localToInstant(anchor, ZONE) : anchor, parseDue(by), office, policy);
  return `${inclusive ? '=' : '<'}${zonedText(at, ZONE).slice(0, 16)}`;
};

describe('before', () => {
  it.each([
    ['S1.12/30: half a year before a contract ends', '2026-12-30', 'P6M', {}, '<2026-06-30T00:00'],
    ['a month before a 31st, clamped', '2026-03-31', 'P1M', {}, '<2026-02-28T00:00'],
    ['a year before a leap day', '2028-02-29', 'P1Y', {}, '<2027-02-28T00:00'],
    ['S1.11: seven days before a date', '2026-10-09', 'P7D', {}, '<2026-10-02T00:00'],
    ['seven days before an instant: of its day', '2026-10-09T15:00', 'P7D', {}, '<2026-10-02T00:00'],
    ['rolled back to a working day', '2026-10-09', 'P7D', { roll: 'back' }, '<2026-09-30T00:00'],
    ['at a time of day', '2026-10-09', 'P1D at 17:30', {}, '=2026-10-08T17:30'],
    ['working days before, the holiday skipped', '2026-10-09', 'P2WD', {}, '<2026-09-30T00:00'],
    ['working days before, at a time', '2026-10-09', 'P2WD at 12:00', {}, '=2026-09-30T12:00'],
    ['hours by the clock', '2026-10-09T10:00', 'PT2H', {}, '=2026-10-09T08:00'],
    ['working hours', '2026-10-09T10:00', 'P2WH', {}, '=2026-10-08T17:00'],
  ] as const)('%s', (_, anchor, by, policy, expected) => {
    expect(told(anchor, by, policy)).toBe(expected);
  });

  it('is provisional where working days of an unknown year took part', () => {
    expect(before('2027-01-08', parseDue('P10WD'), office).provisional).toEqual({ year: 2027, reason: 'calendar-year-not-published' });
    expect(before('2027-01-08', parseDue('P10D'), office).provisional).toBeUndefined();
  });

  it('refuses to count back by what is no duration', () => {
    expect(() => before('2026-10-09', parseDue('end of month'), office)).toThrow('a duration to count back');
  });

  it('the window of an appointment reaches its tolerance to either side', () => {
    expect(windowAround('2026-10-09T02:00:00Z', parseDue('PT15M'), office)).toEqual({ from: '2026-10-09T01:45:00.000Z', to: '2026-10-09T02:15:00.000Z' });
    expect(windowAround('2026-10-09T02:00:00Z', parseDue('PT15M'), office, parseDue('P1WH'))).toEqual({ from: '2026-10-09T01:45:00.000Z', to: '2026-10-09T03:00:00.000Z' });
  });
});
