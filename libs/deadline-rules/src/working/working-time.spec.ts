import { compileCalendar } from '../calendar/compile-calendar.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { addWorkingDays, businessDateOf, countWorkingDays, daysBetween, isWorkingDay, startedDaysBetween } from './working-days.ts';
import { addWorkingTime, subtractWorkingTime, workingBetween } from './working-time.ts';

const HOUR = 3_600_000;
const office = compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const bar = compileCalendar({ zone: 'Asia/Shanghai', hours: { mon: '20:00-01:00', tue: '20:00-01:00', wed: '20:00-01:00', thu: '20:00-01:00', fri: '20:00-01:00', sat: '20:00-01:00', sun: '20:00-01:00' } });
const add = (local: string, hours: number, calendar = office): string =>
  zonedText(addWorkingTime(localToInstant(local, calendar.zone), hours * HOUR, calendar), calendar.zone).slice(0, 19);
const subtract = (local: string, hours: number, calendar = office): string =>
  zonedText(subtractWorkingTime(localToInstant(local, calendar.zone), hours * HOUR, calendar), calendar.zone).slice(0, 19);

describe('working time', () => {
  it.each([
    ['skips the lunch break', '2026-10-09T11:00', 2, '2026-10-09T14:30:00'],
    ['used up exactly at closing ends there', '2026-10-09T15:30', 2, '2026-10-09T17:30:00'],
    ['used up exactly at the lunch break ends there', '2026-10-09T11:00', 1, '2026-10-09T12:00:00'],
    ['begun in the lunch break counts from its end', '2026-10-09T12:45', 1, '2026-10-09T14:30:00'],
    ['begun at closing counts from the next opening', '2026-10-10T17:30', 1, '2026-10-12T09:30:00'],
    ['counts a make-up Saturday and skips National Day', '2026-09-30T16:30', 23.5, '2026-10-10T17:30:00'],
    ['nothing to add while open stays', '2026-10-09T11:00', 0, '2026-10-09T11:00:00'],
    ['nothing to add at closing is the next opening', '2026-10-09T17:30', 0, '2026-10-10T08:30:00'],
    ['goes over the turn of the year', '2025-12-31T17:00', 1, '2026-01-04T09:00:00'],
  ])('%s', (_, start, hours, due) => {
    expect(add(start, hours)).toBe(due);
  });

  it.each([
    ['back over the lunch break', '2026-10-09T14:30', 2, '2026-10-09T11:00:00'],
    ['exactly to opening begins there', '2026-10-09T10:30', 2, '2026-10-09T08:30:00'],
    ['back over National Day', '2026-10-08T09:30', 2, '2026-09-30T16:30:00'],
    ['nothing to take away in the night is the last closing', '2026-10-09T07:00', 0, '2026-10-08T17:30:00'],
    ['nothing to take away while open stays', '2026-10-09T11:00', 0, '2026-10-09T11:00:00'],
    ['nothing to take away after the first hours of a year is their closing', '2026-01-04T12:30', 0, '2026-01-04T12:00:00'],
    ['back over the turn of the year', '2026-01-04T09:00', 1, '2025-12-31T17:00:00'],
  ])('subtracts %s', (_, end, hours, start) => {
    expect(subtract(end, hours)).toBe(start);
  });

  it('runs over midnight where the hours do', () => {
    expect(add('2026-03-02T23:00', 3, bar)).toBe('2026-03-03T21:00:00');
    expect(add('2026-12-31T23:00', 2, bar)).toBe('2027-01-01T01:00:00');
  });

  it('refuses amounts that are none', () => {
    for (const ms of [-1, 0.5, Number.NaN, Infinity]) expect(() => addWorkingTime('2026-03-02T01:00:00Z', ms, office)).toThrow('whole number of milliseconds');
  });

  it('refuses at once what would end after the years computed, and begins before them', () => {
    expect(() => addWorkingTime('2026-03-02T01:00:00Z', 1e13, office)).toThrow('ends after 2199');
    expect(() => subtractWorkingTime('2026-03-02T01:00:00Z', 1e13, office)).toThrow('begins before 1900');
    expect(() => addWorkingTime('2199-12-31T23:00:00Z', 0, office)).toThrow('no working time up to 2199');
    expect(() => addWorkingDays('2026-03-02', 100_000, office)).toThrow('end after 2199');
    expect(() => addWorkingDays('2026-03-02', -100_000, office)).toThrow('begin before 1900');
    expect(() => addWorkingDays('2026-03-02', 1.5, office)).toThrow('not whole');
    expect(() => addWorkingDays('2200-03-02', 1, office)).toThrow('outside the years');
  });
});

describe('changes of the clocks', () => {
  const night = (zone: string, hours: string): ReturnType<typeof compileCalendar> =>
    compileCalendar({ zone, hours: { sat: hours, sun: hours } });
  const open = (calendar: ReturnType<typeof compileCalendar>, date: string): number =>
    workingBetween(localToInstant(`${date}T00:00`, calendar.zone), localToInstant(`${date}T12:00`, calendar.zone), calendar) / HOUR;

  it.each([
    ['hours around the hour skipped lose it', '01:00-05:00', '2026-03-29', 3],
    ['hours that open in the hour skipped open when the clocks jump', '02:30-05:00', '2026-03-29', 2],
    ['hours that close in it close when the clocks jump', '00:00-02:30', '2026-03-29', 2],
    ['hours wholly in it do not happen', '02:15-02:45', '2026-03-29', 0],
    ['hours around the hour repeated gain it', '01:00-05:00', '2026-10-25', 5],
    ['hours that close in it close at its first passage', '01:00-02:30', '2026-10-25', 1.5],
    ['hours that open in it open at its first passage', '02:30-04:00', '2026-10-25', 2.5],
    ['hours that meet in it leave nothing out and count nothing twice', '01:00-02:30,02:30-05:00', '2026-10-25', 5],
  ])('%s', (_, hours, date, counted) => {
    expect(open(night('Europe/Berlin', hours), date)).toBe(counted);
  });

  it('a day of 24 h is 23 h, 25 h or 24.5 h long when the clocks change', () => {
    const all = { mon: '00:00-24:00', tue: '00:00-24:00', wed: '00:00-24:00', thu: '00:00-24:00', fri: '00:00-24:00', sat: '00:00-24:00', sun: '00:00-24:00' };
    const length = (zone: string, from: string, to: string): number => {
      const calendar = compileCalendar({ zone, hours: all });
      return workingBetween(localToInstant(`${from}T00:00`, zone), localToInstant(`${to}T00:00`, zone), calendar) / HOUR;
    };
    expect(length('Europe/Berlin', '2026-03-29', '2026-03-30')).toBe(23);
    expect(length('Europe/Berlin', '2026-10-25', '2026-10-26')).toBe(25);
    expect(length('Australia/Lord_Howe', '2026-04-05', '2026-04-06')).toBe(24.5);
    expect(length('America/Sao_Paulo', '2018-11-04', '2018-11-05')).toBe(23);
  });
});

describe('dates', () => {
  it('working days of official years: 251, 248, 248', () => {
    for (const [year, days] of [[2024, 251], [2025, 248], [2026, 248]]) expect(countWorkingDays(`${year}-01-01`, `${year}-12-31`, office)).toBe(days);
    expect(countWorkingDays('2026-01-02', '2026-01-01', office)).toBe(0);
    expect(isWorkingDay('2026-10-10', office)).toBe(true);
  });

  it('the business date ends when hours over midnight close, at 01:00:00.000', () => {
    const dateAt = (local: string): string => businessDateOf(localToInstant(local, bar.zone), bar);
    expect(dateAt('2026-03-02T20:00')).toBe('2026-03-02');
    expect(dateAt('2026-03-03T00:59:59.999')).toBe('2026-03-02');
    expect(dateAt('2026-03-03T01:00')).toBe('2026-03-03');
    expect(businessDateOf(localToInstant('2026-03-03T00:00', office.zone), office)).toBe('2026-03-03');
  });

  it('counts business dates between instants, not hours', () => {
    const at = (local: string): string => localToInstant(local, bar.zone);
    expect(daysBetween(at('2026-03-02T20:00'), at('2026-03-03T00:30'), bar)).toBe(0);
    expect(daysBetween(at('2026-03-02T20:00'), at('2026-03-03T00:30'), office)).toBe(1);
    expect(daysBetween(at('2026-03-03T00:30'), at('2026-03-01T20:00'), bar)).toBe(-1);
  });

  it('a repair of five full days is five days, one millisecond more is six', () => {
    expect(startedDaysBetween('2026-03-01T02:00:00Z', '2026-03-06T02:00:00Z')).toBe(5);
    expect(startedDaysBetween('2026-03-01T02:00:00Z', '2026-03-06T02:00:00.001Z')).toBe(6);
    expect(startedDaysBetween('2026-03-01T02:00:00Z', '2026-03-01T02:00:00Z')).toBe(0);
    expect(startedDaysBetween('2026-03-02T02:00:00Z', '2026-03-01T02:00:00Z')).toBe(0);
  });
});
