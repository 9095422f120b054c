import { compileCalendar } from '../calendar/compile-calendar.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { addWorkingDays, countWorkingDays } from './working-days.ts';
import { addWorkingTime, subtractWorkingTime, workingBetween } from './working-time.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
/** Works in summer only: the turn of the year lies in a long closing. */
const summer = compileCalendar({
  zone: ZONE, hours: { wed: '09:00-12:00' },
  days: Object.fromEntries([2025, 2026, 2027].flatMap((year) => [1, 2, 11, 12].flatMap((month) =>
    Array.from({ length: 28 }, (_, day) => [`${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`, 'off'])))),
});
const at = (local: string): string => localToInstant(local, ZONE);
const local = (instant: string): string => zonedText(instant, ZONE).slice(0, 16);

describe('working time at the turn of a year', () => {
  it('nothing to add after the last hours of a year opens in the next', () => {
    expect(local(addWorkingTime(at('2025-12-31T18:00'), 0, office))).toBe('2026-01-04T08:30');
    expect(local(addWorkingTime(at('2025-12-31T17:30'), 0, office))).toBe('2026-01-04T08:30');
    expect(local(addWorkingTime(at('2025-11-20T10:00'), 0, summer))).toBe('2025-12-31T09:00');
    expect(local(addWorkingTime(at('2025-12-31T13:00'), 0, summer))).toBe('2026-03-04T09:00');
  });

  it('nothing to take away before the first hours of a year closes in the one before', () => {
    expect(local(subtractWorkingTime(at('2026-01-01T10:00'), 0, office))).toBe('2025-12-31T17:30');
    expect(local(subtractWorkingTime(at('2027-02-10T10:00'), 0, summer))).toBe('2026-12-30T12:00');
  });

  it('counts backwards over years as forwards, negative', () => {
    const [early, late] = [at('2024-11-20T10:00'), at('2026-02-03T15:00')];
    expect(workingBetween(early, late, office)).toBeGreaterThan(2000 * HOUR);
    expect(workingBetween(late, early, office)).toBe(-workingBetween(early, late, office));
    expect(Object.is(workingBetween(early, early, office), 0)).toBe(true);
  });

  it('working days go over a turn of the year that falls on days off', () => {
    expect(addWorkingDays('2024-01-02', -1, office)).toBe('2023-12-29');
    expect(addWorkingDays('2023-12-28', 1, office)).toBe('2023-12-29');
    expect(addWorkingDays('2023-12-29', 1, office)).toBe('2024-01-02');
  });

  it('no working day more or less is the date itself, worked or not', () => {
    expect(addWorkingDays('2026-10-03', 0, office)).toBe('2026-10-03');
    expect(addWorkingDays('2026-10-09', 0, office)).toBe('2026-10-09');
  });

  it('counts no working days from a later date to an earlier one', () => {
    expect(countWorkingDays('2026-03-13', '2026-03-02', office)).toBe(0);
    expect(countWorkingDays('2027-03-13', '2026-03-02', office)).toBe(0);
  });
});

describe('the first and the last year', () => {
  const plain = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00' });

  it('are computed to their ends', () => {
    expect(addWorkingTime('2198-12-31T16:00:00Z', 2 * HOUR, plain)).toBe('2199-01-01T10:00:00.000Z');
    expect(addWorkingTime('2199-03-02T03:00:00Z', 0, plain)).toBe('2199-03-04T09:00:00.000Z');
    expect(addWorkingTime('2199-12-31T08:00:00Z', 8 * HOUR, plain)).toBe('2199-12-31T17:00:00.000Z');
    expect(subtractWorkingTime('1901-01-01T10:00:00Z', 2 * HOUR, plain)).toBe('1900-12-31T16:00:00.000Z');
    expect(subtractWorkingTime('1900-01-03T03:00:00Z', 0, plain)).toBe('1900-01-02T17:00:00.000Z');
    expect(addWorkingDays('2198-12-31', 1, plain)).toBe('2199-01-01');
    expect(addWorkingDays('1901-01-01', -1, plain)).toBe('1900-12-31');
    expect(addWorkingDays('1900-01-01', 1, plain)).toBe('1900-01-02');
    expect(addWorkingDays('2199-12-30', 1, plain)).toBe('2199-12-31');
  });

  it('beyond them nothing is answered', () => {
    expect(() => subtractWorkingTime('1900-01-01T00:00:00Z', 0, plain)).toThrow('no working time from 1900');
    expect(() => addWorkingTime('2199-12-31T18:00:00Z', 0, plain)).toThrow('no working time up to 2199');
    expect(() => addWorkingTime('2199-12-31T16:00:00Z', 2 * HOUR, plain)).toThrow('ends after 2199');
    expect(() => subtractWorkingTime('1900-01-01T10:00:00Z', 2 * HOUR, plain)).toThrow('begins before 1900');
    expect(() => addWorkingDays('1899-12-31', 1, plain)).toThrow('outside the years 1900 to 2199');
    expect(() => addWorkingDays('2199-12-31', 1, plain)).toThrow('end after 2199');
    expect(() => addWorkingDays('1900-01-01', -1, plain)).toThrow('begin before 1900');
  });
});
