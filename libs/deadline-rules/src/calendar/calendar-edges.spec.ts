import { dueAt } from '../due/due-at.ts';
import { parseDue } from '../due/parse-due.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import { KEPT_NOTICES } from '../holidays/kept-notices.ts';
import { addWorkingTime } from '../working/working-time.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import type { CalendarDocument } from './calendar-document.ts';
import { compileCalendar } from './compile-calendar.ts';
import { describeDay } from './describe-day.ts';

const ZONE = 'Asia/Shanghai';
const compile = (document: unknown): ReturnType<typeof compileCalendar> => compileCalendar(document as CalendarDocument);
const office = (more: object): ReturnType<typeof compileCalendar> => compile({ zone: ZONE, hours: '08:30-17:30', ...more });
const notice = (more: object): HolidayNotice => ({ ...KEPT_NOTICES[2]!, ...more });
const local = (instant: string): string => zonedText(instant, ZONE).slice(0, 16);

describe('what a calendar document must be', () => {
  it.each([null, [], 'x'])('refuses %j, which is no object', (document) => {
    expect(() => compile(document)).toThrow('calendar document: an object');
  });

  it.each([5, null, ['08:30-17:30']])('refuses the hours %j', (hours) => {
    expect(() => compile({ zone: ZONE, hours })).toThrow('calendar hours: a text (Monday to Friday) or hours by weekday');
  });

  it('names what is allowed of weekdays, fields and notices', () => {
    expect(() => compile({ zone: ZONE, hours: { monday: '08:30-17:30' } })).toThrow('one of mon, tue, wed, thu, fri, sat, sun');
    expect(() => office({ country: 'CN', notices: ['CN-1999'] })).toThrow('one of CN-2024, CN-2025, CN-2026, or a whole notice');
  });

  it.each(['x', 5, null, []])('refuses the days %j', (days) => {
    expect(() => office({ days })).toThrow('calendar days: hours by date');
  });

  it.each(['xCN', 'CNx', 'cn', ['CN'], 5])('refuses the country %j', (country) => {
    expect(() => office({ country })).toThrow('calendar country: an ISO 3166 code');
  });

  it.each([5, null, true])('refuses %j in place of a notice', (found) => {
    expect(() => office({ country: 'CN', notices: [found] })).toThrow('calendar notices.0: a notice');
  });

  it('takes a notice of 366 runs and 366 make-up days, and no more', () => {
    const run = { name: { 'zh-CN': 'x', 'zh-TW': 'x', en: 'x' }, from: '2026-01-01', to: '2026-01-01' };
    const of = (runs: number, dates: number): unknown =>
      office({ country: 'CN', notices: [notice({ off: Array.from({ length: runs }, () => run), makeUp: Array.from({ length: dates }, () => '2026-01-04') })] });
    expect(() => of(366, 366)).not.toThrow();
    expect(() => of(367, 0)).toThrow('notices.0.off: a list of days off');
    expect(() => of(0, 367)).toThrow('notices.0.makeUp: a list of dates');
  });

  it('takes a run of 367 days, and refuses longer ones and what is no run', () => {
    const of = (off: unknown): unknown => office({ country: 'CN', notices: [notice({ off: [off] })] });
    const name = { 'zh-CN': 'x', 'zh-TW': 'x', en: 'x' };
    expect(() => of({ name, from: '2026-01-01', to: '2027-01-02' })).not.toThrow();
    for (const off of [{ name, from: '2026-01-01', to: '2027-01-03' }, { name, from: '2026-01-02', to: '2026-01-01' }, { name, from: 'x', to: '2026-01-01' }, { name, from: '2026-01-01', to: 'x' }, { name, from: '2026-01-01' }, { name, to: '1970-03-01' }, { name, from: '1969-06-01' }, null, undefined]) {
      expect(() => of(off)).toThrow('notices.0.off.0: from and to, dates in order');
    }
  });
});

describe('days of a calendar', () => {
  it('a weekday with hours by weekday is decided by the week', () => {
    expect(describeDay('2026-03-03', compile({ zone: ZONE, hours: { tue: '10:00-16:00' } }))).toMatchObject({ working: true, reason: 'week' });
  });

  it('make-up days have the hours of the first weekday that has any', () => {
    const calendar = compile({ zone: ZONE, hours: { tue: '10:00-16:00', wed: '09:00-12:00' }, country: 'CN' });
    expect(describeDay('2026-10-10', calendar).hours).toEqual([{ from: localToInstant('2026-10-10T10:00', ZONE), to: localToInstant('2026-10-10T16:00', ZONE) }]);
  });

  it('without a country no notice is known and no year unknown', () => {
    expect(office({}).notices).toEqual([]);
    expect(office({}).unknownYear(0, 40_000)).toBeUndefined();
    expect(office({ country: 'CN' }).notices.map(({ id }) => id)).toEqual(['CN-2024', 'CN-2025', 'CN-2026']);
  });

  it('between a day and an earlier one no year is unknown', () => {
    expect(office({ country: 'CN' }).unknownYear(10, 5)).toBeUndefined();
    expect(office({ country: 'CN' }).unknownYear(5, 10)).toBe(1970);
  });

  it('a due cites the notices of its own years only', () => {
    const { explanation } = dueAt(parseDue('P2WD'), localToInstant('2025-03-03T10:00', ZONE), office({ country: 'CN' }));
    expect(explanation.calendar.notices.map(({ id }) => id)).toEqual(['CN-2025']);
  });
});

describe('hours over midnight', () => {
  const bar = compile({ zone: ZONE, hours: { thu: '20:00-01:00', fri: '20:00-01:00', sat: '20:00-01:00' } });

  it('hours up to 24:00 do not run over midnight', () => {
    expect(office({ hours: '00:00-24:00' }).crossesMidnight).toBe(false);
    expect(bar.crossesMidnight).toBe(true);
  });

  it('may end where those of the next date begin, not later', () => {
    expect(() => compile({ zone: ZONE, hours: { mon: '20:00-01:00', tue: '01:00-05:00' } })).not.toThrow();
    expect(() => compile({ zone: ZONE, hours: { mon: '20:00-01:01', tue: '01:00-05:00' } })).toThrow('hours.tue: hours that do not overlap');
  });

  it('a date of its own is refused where it overlaps the date before or after', () => {
    const hours = { mon: '08:30-17:30', tue: '08:30-17:30', wed: '22:00-09:00', fri: '08:30-17:30' };
    expect(() => compile({ zone: ZONE, hours, days: { '2026-03-02': '20:00-09:00' } })).toThrow('calendar days.2026-03-02: hours that do not overlap');
    expect(() => compile({ zone: ZONE, hours, days: { '2026-03-05': '08:00-12:00' } })).toThrow('calendar days.2026-03-05: hours that do not overlap');
    expect(() => compile({ zone: ZONE, hours, days: { '2026-03-02': '20:00-08:30', '2026-03-05': '09:00-12:00' } })).not.toThrow();
  });

  it('a time of day lies on the business date: on the next morning only where the date has not begun yet', () => {
    const due = (text: string): string => local(dueAt(parseDue(text), localToInstant('2026-03-05T21:00', ZONE), bar).at);
    expect(due('P1D at 21:00')).toBe('2026-03-06T21:00');
    expect(due('P1D at 00:30')).toBe('2026-03-07T00:30');
    expect(due('P1D at 01:00')).toBe('2026-03-06T01:00');
  });
});

describe('hours the clocks skip', () => {
  it('are no opening: the next one is', () => {
    const night = compile({ zone: 'Europe/Berlin', hours: { sun: '02:15-02:45' } });
    expect(zonedText(addWorkingTime('2026-03-28T12:00:00Z', 0, night), 'Europe/Berlin')).toBe('2026-04-05T02:15:00+02:00');
  });
});
