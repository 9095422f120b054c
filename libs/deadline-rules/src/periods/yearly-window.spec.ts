import { compileCalendar } from '../calendar/compile-calendar.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { yearlyWindow } from './yearly-window.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '08:30-17:30' });
const bar = compileCalendar({ zone: ZONE, hours: { fri: '20:00-01:00', sat: '20:00-01:00' } });
const window = (from: string, to: string, at: string, calendar = office): string => {
  const { start, end, label } = yearlyWindow(from, to, localToInstant(at, ZONE), calendar);
  return `${label}: ${[start, end].map((instant) => zonedText(instant, ZONE).slice(0, 16)).join(' – ')}`;
};

describe('yearlyWindow', () => {
  it.each([
    ['within it', '03-01', '05-31', '2026-04-10T10:00', '2026: 2026-03-01T00:00 – 2026-06-01T00:00'],
    ['on its first instant', '03-01', '05-31', '2026-03-01T00:00', '2026: 2026-03-01T00:00 – 2026-06-01T00:00'],
    ['on its last', '03-01', '05-31', '2026-05-31T23:59:59.999', '2026: 2026-03-01T00:00 – 2026-06-01T00:00'],
    ['when it has just ended', '03-01', '05-31', '2026-06-01T00:00', '2027: 2027-03-01T00:00 – 2027-06-01T00:00'],
    ['before it', '03-01', '05-31', '2026-02-10T10:00', '2026: 2026-03-01T00:00 – 2026-06-01T00:00'],
    ['of January', '01-05', '01-20', '2026-01-10T10:00', '2026: 2026-01-05T00:00 – 2026-01-21T00:00'],
    ['of December', '12-05', '12-20', '2026-12-10T10:00', '2026: 2026-12-05T00:00 – 2026-12-21T00:00'],
    ['of one day', '07-15', '07-15', '2026-07-15T12:00', '2026: 2026-07-15T00:00 – 2026-07-16T00:00'],
    ['over the turn of the year, in autumn', '11-15', '03-15', '2026-12-10T10:00', '2026: 2026-11-15T00:00 – 2027-03-16T00:00'],
    ['over the turn of the year, in spring', '11-15', '03-15', '2027-01-10T10:00', '2026: 2026-11-15T00:00 – 2027-03-16T00:00'],
    ['over the turn of the year, between', '11-15', '03-15', '2027-03-16T00:00', '2027: 2027-11-15T00:00 – 2028-03-16T00:00'],
    ['over the turn of the year within one month', '07-20', '07-10', '2027-07-15T00:00', '2027: 2027-07-20T00:00 – 2028-07-11T00:00'],
    ['with 29 February in a common year', '02-29', '03-02', '2026-02-28T12:00', '2026: 2026-02-28T00:00 – 2026-03-03T00:00'],
    ['with 29 February in a leap year', '02-29', '03-02', '2028-02-28T12:00', '2028: 2028-02-29T00:00 – 2028-03-03T00:00'],
  ])('%s', (_, from, to, at, expected) => {
    expect(window(from, to, at)).toBe(expected);
  });

  it('consists of business dates where hours run over midnight', () => {
    expect(window('03-06', '03-06', '2026-03-07T00:30', bar)).toBe('2026: 2026-03-06T00:00 – 2026-03-07T01:00');
    expect(window('03-06', '03-06', '2026-03-07T01:00', bar)).toBe('2027: 2027-03-06T01:00 – 2027-03-07T01:00');
  });

  it.each(['02-30', '13-01', '00-10', '05-00', '5-1', '', 'x03-01', '03-01x'])('refuses %s', (text) => {
    expect(() => yearlyWindow(text, '12-31', '2026-01-01T00:00:00Z', office)).toThrow('a day of the year, MM-DD');
    expect(() => yearlyWindow('01-01', text, '2026-01-01T00:00:00Z', office)).toThrow('a day of the year, MM-DD');
  });

  it('refuses what is no text, and years beyond those computed', () => {
    expect(() => yearlyWindow(['03-01'] as unknown as string, '12-31', '2026-01-01T00:00:00Z', office)).toThrow('a day of the year');
    expect(() => yearlyWindow(1 as unknown as string, '12-31', '2026-01-01T00:00:00Z', office)).toThrow('a day of the year');
    expect(() => yearlyWindow('03-01', '05-31', '2199-10-01T00:00:00Z', office)).toThrow('outside the years');
  });
});
