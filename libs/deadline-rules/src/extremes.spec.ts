import { compileCalendar } from './calendar/compile-calendar.ts';
import { formatDate } from './civil-date.ts';
import { DeadlineRangeError, DueSyntaxError } from './deadline-errors.ts';
import { before } from './due/before.ts';
import { dueAt } from './due/due-at.ts';
import { parseDue } from './due/parse-due.ts';
import { explainText } from './explain/explain-text.ts';
import { runCase } from './cases/run-case.ts';
import { addWorkingTime, workingBetween } from './working/working-time.ts';
import { countWorkingDays } from './working/working-days.ts';

const HOUR = 3_600_000;
const office = compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const manyDates = (count: number, hours: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [formatDate(index), hours]));
/** Twenty-four stretches of half an hour a day. */
const HALF_HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00-${String(hour).padStart(2, '0')}:30`).join(',');

describe('long durations', () => {
  it.each(['PT87660H', 'P3653D', 'P10Y', 'P120M', 'P2500WD', 'P20000WH'])('%s over ten years answers, with a short explanation in every language', (text) => {
    const due = dueAt(parseDue(text), '2020-03-02T01:00:00Z', office);
    expect(due.at.slice(0, 4)).toMatch(/^20(29|30|31)$/);
    expect(due.explanation.segments.length).toBeLessThan(300);
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) expect(explainText(due.explanation, due, language).length).toBeLessThan(320);
    expect(JSON.stringify(due).length).toBeLessThan(60_000);
  });

  it('a century of working days is counted whole', () => {
    const calendar = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00' });
    expect(countWorkingDays('2000-01-01', '2099-12-31', calendar)).toBe(26_089);
    expect(dueAt(parseDue('P26000WD'), '2000-01-01T00:00:00Z', calendar).at).toBe('2099-08-28T17:00:00.000Z');
  });

  it.each(['P201Y', 'P999999999Y', 'P73051D', 'PT9999999999H', 'P73051WD', 'P2000000WH'])('%s is refused with its place in the text', (text) => {
    expect(() => parseDue(text)).toThrow(DueSyntaxError);
  });

  it.each([
    ['P200Y', '2000-01-01T00:00:00Z'], ['PT999999H', '2150-01-01T00:00:00Z'], ['P70000WD', '2000-01-01T00:00:00Z'],
    ['end of year', '2199-12-31T23:59:00Z'], ['day 31 of next month', '2199-12-01T00:00:00Z'], ['17:30', '2199-12-31T20:00:00Z'],
  ])('%s from %s ends beyond the years computed and is refused', (text, start) => {
    expect(() => dueAt(parseDue(text), start, office)).toThrow(DeadlineRangeError);
  });

  it('counting back beyond the first year is refused', () => {
    for (const text of ['P200Y', 'P70000WD', 'PT999999H', 'P400000WH']) expect(() => before('1950-01-01', parseDue(text), office)).toThrow(DeadlineRangeError);
  });

  it('the first and last instants of the years computed answer', () => {
    const utc = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00' });
    expect(dueAt(parseDue('PT1S'), '1900-01-01T00:00:00Z', utc).at).toBe('1900-01-01T00:00:01.000Z');
    expect(dueAt(parseDue('PT1S'), '2199-12-31T23:59:58.999Z', utc).at).toBe('2199-12-31T23:59:59.999Z');
    expect(() => dueAt(parseDue('PT1S'), '1899-12-31T23:59:59Z', utc)).toThrow('outside the years 1900 to 2199');
    expect(() => dueAt(parseDue('PT1S'), '2200-01-01T00:00:00Z', utc)).toThrow('outside the years 1900 to 2199');
    expect(() => dueAt(parseDue('PT1S'), '99999-01-01T00:00:00Z', utc)).toThrow('RFC 3339');
  });
});

describe('calendars of a hundred thousand intervals', () => {
  it('50,000 dates of two intervals answer as the sums say', () => {
    const calendar = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00', days: manyDates(50_000, '08:00-12:00,13:00-15:00') });
    expect(addWorkingTime('1970-01-01T00:00:00Z', 50_000 * 6 * HOUR, calendar)).toBe(`${formatDate(49_999)}T15:00:00.000Z`);
    expect(workingBetween('1970-01-01T00:00:00Z', '2107-01-01T00:00:00Z', calendar)).toBeGreaterThan(50_000 * 6 * HOUR - 1);
  });

  it('4,200 dates of twenty-four intervals answer as the sums say', () => {
    const calendar = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00', days: manyDates(4_200, HALF_HOURS) });
    expect(addWorkingTime('1970-01-01T00:00:00Z', 4_200 * 12 * HOUR, calendar)).toBe(`${formatDate(4_199)}T23:30:00.000Z`);
  });

  it('more dates, or more intervals a day, are refused by name', () => {
    expect(() => compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00', days: manyDates(50_001, 'off') })).toThrow('calendar days: at most 50000 dates');
    const many = Array.from({ length: 49 }, (_, index) => `${String(Math.floor(index / 2.5)).padStart(2, '0')}:00-23:59`).join(',');
    expect(() => compileCalendar({ zone: 'Etc/UTC', hours: many })).toThrow('at most 48 intervals a day');
  });

  it('a week without any hours is refused, so that no question runs on for ever', () => {
    expect(() => compileCalendar({ zone: 'Etc/UTC', hours: {} })).toThrow('hours on at least one weekday');
    const closed = compileCalendar({ zone: 'Etc/UTC', hours: { mon: '09:00-10:00' }, days: manyDates(50_000, 'off') });
    expect(addWorkingTime('1970-01-02T00:00:00Z', HOUR, closed).slice(0, 4)).toBe('2106');
  });

  it('a case with more pauses than a clock may have is refused, not looped on', () => {
    const calendars = new Map([['always', compileCalendar({ zone: 'Etc/UTC', hours: { mon: '00:00-24:00' } })]]);
    const pauses = Array.from({ length: 50_001 }, (_, index): [string, string] =>
      [new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(), new Date(Date.UTC(2026, 0, 1) + index * 60_000 + 1000).toISOString()]);
    const given = { id: 'x', op: 'addWorkingTime', calendar: 'always', start: '2026-01-01T00:00:00Z', amount: { hours: 1 }, pauses, expect: { due: '2026-01-05T00:00:00Z' } };
    expect(runCase(given, calendars)).toMatchObject({ passed: false, actual: { error: expect.stringContaining('more than 100000 events') as string } });
  });
});
