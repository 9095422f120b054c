import { compileCalendar } from '../calendar/compile-calendar.ts';
import { zonedText } from '../zone/local-time.ts';
import { instantOn } from './instant-on.ts';

const zone = 'Asia/Shanghai';
const office = compileCalendar({ zone, hours: '09:00-17:30' });
const evening = '20:00-01:00';
const bar = compileCalendar({ zone, hours: { mon: evening, tue: evening, wed: evening, thu: evening, fri: evening, sat: evening } });
const told = (date: string, time: string, calendar = office): string => zonedText(instantOn(date, time, calendar), calendar.zone).slice(0, 19);

describe('instantOn', () => {
  it.each([
    ['17:30', '2026-03-02T17:30:00'],
    ['00:00', '2026-03-02T00:00:00'],
    ['23:59:59', '2026-03-02T23:59:59'],
    ['24:00', '2026-03-03T00:00:00'],
    ['24:00:00', '2026-03-03T00:00:00'],
  ])('%s of a day of the office', (time, expected) => {
    expect(told('2026-03-02', time)).toBe(expected);
  });

  it.each([
    ['in the evening', '2026-03-03', '20:00', '2026-03-03T20:00:00'],
    ['in the afternoon before it opens', '2026-03-03', '14:00', '2026-03-03T14:00:00'],
    ['after midnight', '2026-03-03', '00:30', '2026-03-04T00:30:00'],
    ['after midnight, though the day before was off', '2026-03-02', '00:30', '2026-03-03T00:30:00'],
    ['at the close', '2026-03-02', '01:00', '2026-03-03T01:00:00'],
    ['a second after the close: the morning before', '2026-03-02', '01:00:01', '2026-03-02T01:00:01'],
    ['at its end', '2026-03-03', '24:00', '2026-03-04T01:00:00'],
    ['of a day off, whose date begins when the last evening has closed', '2026-03-08', '01:00', '2026-03-08T01:00:00'],
    ['of a day off, before that date has begun', '2026-03-08', '00:59', '2026-03-09T00:59:00'],
  ])('where hours run over midnight, %s', (_, date, time, expected) => {
    expect(told(date, time, bar)).toBe(expected);
  });

  it('a time the clocks skip is the instant they jump, one they repeat its first passage', () => {
    const berlin = compileCalendar({ zone: 'Europe/Berlin', hours: '09:00-17:30' });
    expect(instantOn('2026-03-29', '02:30', berlin)).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOn('2026-10-25', '02:30', berlin)).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['25:00', '24:01', '9:00', '12:60', '12:00:60', '', 'noon', '12:00 '])('refuses %j as a time', (time) => {
    expect(() => instantOn('2026-03-02', time, office)).toThrow('a time of day');
  });

  it.each(['2026-02-30', '2026-3-2', '2026-03-02T00:00:00Z', ''])('refuses %j as a date', (date) => {
    expect(() => instantOn(date, '12:00', office)).toThrow();
  });
});
