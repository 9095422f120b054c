import { CalendarError } from '../deadline-errors.ts';
import { parseHours, textOfHours } from './hours-text.ts';

const MINUTE = 60_000;
const read = (text: unknown): string => parseHours(text, 'hours').map(({ from, to }) => `${from / MINUTE}-${to / MINUTE}`).join(' ');
const halfHours = (count: number): string => Array.from({ length: count }, (_, index) =>
  `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00-00:29' : '30-00:59'}`.replace(/-00/, `-${String(Math.floor(index / 2)).padStart(2, '0')}`)).join(',');

describe('parseHours', () => {
  it.each([
    ['08:30-12:00,13:30-17:30', '510-720 810-1050'],
    ['08:30-12:00, 13:30-17:30 ', '510-720 810-1050'],
    ['08:30 - 12:00', '510-720'],
    ['08:30–12:00', '510-720'],
    ['00:00-24:00', '0-1440'],
    ['20:00-01:00', '1200-1500'],
    ['23:30-23:59', '1410-1439'],
    ['08:59-09:00', '539-540'],
    ['08:30-12:00,12:00-13:00', '510-720 720-780'],
    ['08:00-09:00,20:00-08:00', '480-540 1200-1920'],
  ])('reads %j', (text, minutes) => {
    expect(read(text)).toBe(minutes);
  });

  it.each([
    'x08:30-12:00', '08:30-12:00x', '8:30-12:00', '08:30_12:00', '', 'off', '24:00-01:00', '08:60-12:00', '08:30-09:60', '08:30-24:01', '08:30-25:00',
  ])('refuses %j, naming the form', (text) => {
    expect(() => read(text)).toThrow('hours: intervals HH:MM-HH:MM separated by commas, 24:00 allowed as an end; found');
  });

  it.each([5, null, undefined, ['08:30-12:00'], { length: 2000 }])('refuses %j, which is no text', (found) => {
    expect(() => read(found)).toThrow(CalendarError);
  });

  it.each([
    ['09:00-12:00,11:59-13:00', 'in order'], ['20:00-01:00,02:00-03:00', 'in order'], ['09:00-09:00', 'longer than nothing'],
    ['08:00-09:00,20:00-08:01', 'within 24 hours'],
  ])('refuses %j: %s', (text, rule) => {
    expect(() => read(text)).toThrow(rule);
  });

  it('takes 48 intervals and 1,000 characters, and no more', () => {
    expect(parseHours(halfHours(48), 'hours')).toHaveLength(48);
    expect(() => parseHours(`${halfHours(48)},23:59-24:00`, 'hours')).toThrow('at most 48 intervals a day');
    expect(read('08:30-12:00'.padEnd(1000))).toBe('510-720');
    expect(() => read('08:30-12:00'.padEnd(1001))).toThrow(CalendarError);
  });
});

describe('textOfHours', () => {
  it.each(['08:30-12:00,13:30-17:30', '00:00-24:00', '20:00-01:00', '00:00-00:01'])('writes %s as it was read', (text) => {
    expect(textOfHours(parseHours(text, 'hours'))).toBe(text);
  });

  it('writes no hours as off', () => {
    expect(textOfHours([])).toBe('off');
  });
});
