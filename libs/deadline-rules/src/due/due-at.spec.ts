import { compileCalendar } from '../calendar/compile-calendar.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { dueAt, dueInstantAt } from './due-at.ts';
import type { DuePolicy } from './due-spec.ts';
import { parseDue } from './parse-due.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const daily = '20:00-01:00';
const bar = compileCalendar({ zone: ZONE, hours: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily } });

/** Local due with its mark: `=` inclusive, `<` exclusive. */
const due = (text: string, start: string, policy: DuePolicy = {}, calendar = office): string => {
  const { at, inclusive } = dueAt(parseDue(text), localToInstant(start, ZONE), calendar, policy);
  return `${inclusive ? '=' : '<'}${zonedText(at, ZONE).slice(0, -6)}`;
};

describe('dueAt, by the cards', () => {
  it.each([
    ['S2.4/11: half an hour runs through the lunch break', 'PT30M', '2026-10-09T11:45', '=2026-10-09T12:15:00'],
    ['S2.4/11: and through midnight', 'PT30M', '2026-10-09T23:50', '=2026-10-10T00:20:00'],
    ['S2.4 D: Friday to the make-up Saturday, close of business', 'P1WD', '2026-10-09T15:20', '=2026-10-10T17:30:00'],
    ['S2.4 D: Saturday worked to Monday', 'P1WD', '2026-10-10T10:30', '=2026-10-12T17:30:00'],
    ['S2.4 D: also from the night before', 'P1WD', '2026-10-09T23:45', '=2026-10-10T17:30:00'],
    ['S4.2/47: three days end at midnight, holidays counted', 'P3D', '2026-04-29T15:00', '<2026-05-03T00:00:00'],
    ['S3.5/22 and 23: three and five working days', 'P3WD', '2026-04-02T11:00', '=2026-04-08T17:30:00'],
    ['S1.1/23: end of the day', 'end of day', '2026-09-30T17:00', '<2026-10-01T00:00:00'],
    ['S0.10/22: the month by its last day', 'end of month', '2026-10-12T10:00', '<2026-11-01T00:00:00'],
    ['S0.4: statistics by the 10th after the quarter', 'day 10 of month', '2026-10-01T00:00', '<2026-10-11T00:00:00'],
    ['S3.12: by the third working day of the next month', 'working day 3 of next month', '2026-09-15T10:00', '=2026-10-10T17:30:00'],
    ['S3.12: half a year from power-on, clamped', 'P6M', '2025-08-31T10:00', '<2026-03-01T00:00:00'],
    ['S1.5: two years from a leap day', 'P2Y', '2024-02-29T10:00', '<2026-03-01T00:00:00'],
    ['S3.2/22: month by month from a 31st', 'P1M', '2026-01-31T23:30', '<2026-03-01T00:00:00'],
  ])('%s', (_, text, start, expected) => {
    expect(due(text, start)).toBe(expected);
  });

  it("S2.4 D: the appointed time, if it is earlier and still ahead", () => {
    const appointed = (local: string): ReturnType<typeof parseDue> => parseDue(localToInstant(local, ZONE));
    const at = (local: string, start: string): string => zonedText(dueAt([parseDue('P1WD'), appointed(local)], localToInstant(start, ZONE), office).at, ZONE).slice(0, 16);
    expect(at('2026-10-09T14:30', '2026-10-09T11:40')).toBe('2026-10-09T14:30');
    expect(at('2026-10-12T09:00', '2026-10-09T17:00')).toBe('2026-10-10T17:30');
    expect(at('2026-10-09T14:30', '2026-10-09T14:30')).toBe('2026-10-10T17:30');
    expect(at('2026-10-09T09:00', '2026-10-09T14:30')).toBe('2026-10-10T17:30');
  });

  it("S3.2/19: Friday's meeting moves back within its week, and a week without working days owes none", () => {
    expect(due('Friday at 13:30', '2026-04-13T09:00', { roll: 'back' })).toBe('=2026-04-17T13:30:00');
    expect(due('Friday at 13:30', '2026-04-27T09:00', { roll: 'back' })).toBe('=2026-04-30T13:30:00');
    expect(due('Friday at 13:30', '2026-02-16T09:00', { roll: 'back' })).toBe('=2026-02-27T13:30:00');
    expect(due('Friday at 13:30', '2026-02-13T14:00', { roll: 'back' })).toBe('=2026-02-27T13:30:00');
  });

  it('S3.6/20: a Monday that is off moves to the next working day', () => {
    expect(due('Monday', '2026-04-06T00:00', { roll: 'forward' })).toBe('<2026-04-08T00:00:00');
  });

  it('S1.1/23: the last working day of a week, its end', () => {
    expect(due('last working day of week at 24:00', '2026-09-28T09:00')).toBe('<2026-10-01T00:00:00');
    expect(due('last working day of week', '2026-10-05T09:00')).toBe('=2026-10-10T17:30:00');
    expect(due('last working day of week', '2026-02-16T09:00')).toBe('=2026-02-28T17:30:00');
  });
});

describe('dueAt, form by form', () => {
  it.each([
    ['the end of the third day, begun at its first instant', 'P3D', '2026-10-01T00:00', {}, '<2026-10-05T00:00:00'],
    ['no day at all: the end of the same', 'P0D', '2026-10-01T09:00', {}, '<2026-10-02T00:00:00'],
    ['the first day included', 'P3D', '2026-10-01T09:00', { firstDay: 'included' }, '<2026-10-04T00:00:00'],
    ['days to the minute', 'P3D at start', '2026-10-01T09:12', {}, '=2026-10-04T09:12:00'],
    ['days to a time of day of the policy', 'P3D', '2026-10-01T09:12', { hour: '12:00' }, '=2026-10-04T12:00:00'],
    ['a time of the text wins over the policy', 'P3D at 10:00', '2026-10-01T09:12', { hour: '12:00' }, '=2026-10-04T10:00:00'],
    ['fifteen days, not rolled', 'P15D', '2026-09-20T11:00', {}, '<2026-10-06T00:00:00'],
    ['fifteen days, rolled over the holiday', 'P15D', '2026-09-20T11:00', { roll: 'forward' }, '<2026-10-09T00:00:00'],
    ['rolled back before the holiday', 'P15D', '2026-09-20T11:00', { roll: 'back' }, '<2026-10-01T00:00:00'],
    ['rolled only for weekends: a holiday stays', 'P15D', '2026-09-20T11:00', { roll: 'forward', rollOn: 'weekend' }, '<2026-10-06T00:00:00'],
    ['rolled only for weekends: a Sunday moves', 'P2D', '2026-10-16T11:00', { roll: 'forward', rollOn: 'weekend' }, '<2026-10-20T00:00:00'],
    ['rolled only for holidays: a Sunday stays', 'P2D', '2026-10-16T11:00', { roll: 'forward', rollOn: 'holiday' }, '<2026-10-19T00:00:00'],
    ['a make-up Saturday does not roll', 'P1M', '2026-01-31T11:00', { roll: 'forward' }, '<2026-03-01T00:00:00'],
    ['rolled back never before the start', 'P1D', '2026-10-17T11:00', { roll: 'back' }, '<2026-10-19T00:00:00'],
    ['working days with the first included', 'P3WD', '2026-10-09T11:00', { firstDay: 'included' }, '=2026-10-12T17:30:00'],
    ['working days from a day off, the first included', 'P1WD', '2026-10-11T11:00', { firstDay: 'included' }, '=2026-10-12T17:30:00'],
    ['no working day: the same day', 'P0WD', '2026-10-09T11:00', {}, '=2026-10-09T17:30:00'],
    ['no working day from a day off: the next', 'P0WD', '2026-10-11T11:00', {}, '=2026-10-12T17:30:00'],
    ['a working day at its own time', 'P1WD at 10:00', '2026-10-09T11:00', {}, '=2026-10-10T10:00:00'],
    ['a working day at a time of the policy', 'P1WD', '2026-10-09T11:00', { hour: '17:00' }, '=2026-10-10T17:00:00'],
    ['a working day to its end', 'P1WD at 24:00', '2026-10-09T11:00', {}, '<2026-10-11T00:00:00'],
    ['working days to the minute, moved out of the lunch break', 'P1WD at start', '2026-10-09T12:30', {}, '=2026-10-10T13:30:00'],
    ['four working hours over lunch', 'P4WH', '2026-10-09T10:00', {}, '=2026-10-09T15:30:00'],
    ['a time of day still ahead', '17:30', '2026-10-09T17:29', {}, '=2026-10-09T17:30:00'],
    ['a time of day at that very instant', '17:30', '2026-10-09T17:30', {}, '=2026-10-09T17:30:00'],
    ['a time of day that has passed', '17:30', '2026-10-09T17:30:00.001', {}, '=2026-10-10T17:30:00'],
    ['a time of day on a day off, rolled', '17:30', '2026-10-11T10:00', { roll: 'forward' }, '=2026-10-12T17:30:00'],
    ['midnight as a time of day', '24:00', '2026-10-11T10:00', {}, '<2026-10-12T00:00:00'],
    ['the end of the week', 'end of week', '2026-10-11T23:59', {}, '<2026-10-12T00:00:00'],
    ['the end of a week that begins', 'end of week', '2026-10-12T00:00', {}, '<2026-10-19T00:00:00'],
    ['the first half of a month', 'end of halfMonth', '2026-10-15T23:59', {}, '<2026-10-16T00:00:00'],
    ['the second half of a month', 'end of halfMonth', '2026-02-16T00:00', {}, '<2026-03-01T00:00:00'],
    ['the end of a quarter', 'end of quarter', '2026-04-01T09:00', {}, '<2026-07-01T00:00:00'],
    ['the end of a half year', 'end of halfYear', '2026-06-30T23:00', {}, '<2026-07-01T00:00:00'],
    ['the end of a year', 'end of year', '2026-01-01T00:00', {}, '<2027-01-01T00:00:00'],
    ['the end of a month rolled back', 'end of month', '2026-05-10T09:00', { roll: 'back' }, '<2026-05-30T00:00:00'],
    ['the end of a week without working days, rolled back: the next week', 'end of week', '2026-02-16T09:00', { roll: 'back' }, '<2026-03-01T00:00:00'],
    ['the end of a month at a time of the policy', 'end of month', '2026-05-10T09:00', { hour: '17:00' }, '=2026-05-31T17:00:00'],
    ['a day of the month that is ahead', 'day 25 of month', '2026-09-10T09:00', {}, '<2026-09-26T00:00:00'],
    ['rolled forward over the Mid-Autumn days', 'day 25 of month', '2026-09-10T09:00', { roll: 'forward' }, '<2026-09-29T00:00:00'],
    ['rolled back before them', 'day 25 of month', '2026-09-10T09:00', { roll: 'back' }, '<2026-09-25T00:00:00'],
    ['rolled back and thereby passed: the next month', 'day 25 of month', '2026-09-25T09:00', { roll: 'back' }, '<2026-10-24T00:00:00'],
    ['a day of the month that has passed: the next month', 'day 25 of month', '2026-09-26T00:00', {}, '<2026-10-26T00:00:00'],
    ['a day the month does not have: its last', 'day 31 of month', '2026-02-10T09:00', {}, '<2026-03-01T00:00:00'],
    ['a day of the next month, though this month\'s is ahead', 'day 10 of next month', '2026-09-05T09:00', {}, '<2026-10-11T00:00:00'],
    ['a day of the next month over the turn of the year', 'day 10 of next month', '2026-12-31T09:00', {}, '<2027-01-11T00:00:00'],
    ['this Friday, before ten, inclusive', 'Friday before 10:00', '2026-10-09T10:00', {}, '=2026-10-09T10:00:00'],
    ['next Friday', 'Friday before 10:00', '2026-10-09T10:00:01', {}, '=2026-10-16T10:00:00'],
    ['a date: its end', '2026-03-02', '2026-03-01T10:00', {}, '<2026-03-03T00:00:00'],
    ['a date that has passed stands', '2026-03-02', '2026-04-01T10:00', {}, '<2026-03-03T00:00:00'],
    ['a date rolled', '2026-10-11', '2026-10-01T10:00', { roll: 'forward' }, '<2026-10-13T00:00:00'],
    ['a date at a time', '2026-03-02 at 09:00', '2026-03-01T10:00', {}, '=2026-03-02T09:00:00'],
    ['an instant', '2026-03-02T09:00:00.5+08:00', '2026-03-01T10:00', {}, '=2026-03-02T09:00:00.500'],
  ] as const)('%s', (_, text, start, policy, expected) => {
    expect(due(text, start, policy)).toBe(expected);
  });

  it('the answer without explanation is the same', () => {
    for (const text of ['PT30M', 'P3D', 'P5WD', 'P4WH', 'end of month', 'P10WD']) {
      const { explanation: _, ...limit } = dueAt(parseDue(text), '2026-12-25T01:00:00Z', office);
      expect(dueInstantAt(parseDue(text), '2026-12-25T01:00:00Z', office)).toEqual(limit);
    }
  });
});

describe('dueAt, where hours run over midnight', () => {
  it.each([
    ['a day is a business date and ends when it closes', 'P1D', '2026-03-03T00:30', '<2026-03-04T01:00:00'],
    ['the end of the business date', 'end of businessDate', '2026-03-02T21:00', '<2026-03-03T01:00:00'],
    ['at closing the next business date has begun', 'end of businessDate', '2026-03-03T01:00', '<2026-03-04T01:00:00'],
    ['the end of the day is midnight', 'end of day', '2026-03-02T21:00', '<2026-03-03T00:00:00'],
    ['a week consists of business dates', 'end of week', '2026-03-09T00:30', '<2026-03-09T01:00:00'],
    ['a month consists of business dates', 'end of month', '2026-04-01T00:59', '<2026-04-01T01:00:00'],
    ['close of business lies in the next morning', 'P1WD', '2026-03-02T21:00', '=2026-03-04T01:00:00'],
    ['a time after midnight belongs to the evening before', 'P1WD at 00:30', '2026-03-02T21:00', '=2026-03-04T00:30:00'],
    ['a date ends when its hours close', '2026-03-02', '2026-03-02T21:00', '<2026-03-03T01:00:00'],
    ['the next half past midnight', '00:30', '2026-03-02T21:00', '=2026-03-03T00:30:00'],
  ])('%s', (_, text, start, expected) => {
    expect(due(text, start, {}, bar)).toBe(expected);
  });
});

describe('dueAt, provisional years and bounds', () => {
  const provisional = (text: string, start: string, policy: DuePolicy = {}): unknown =>
    dueAt(parseDue(text), localToInstant(start, ZONE), office, policy).provisional;

  it.each([
    ['working days into 2027', 'P10WD', '2026-12-25T10:00', {}],
    ['working hours into 2027', 'P40WH', '2026-12-28T10:00', {}],
    ['a last day of 2027 that may roll', 'P10D', '2026-12-25T10:00', { roll: 'forward' }],
    ['a working day of a month of 2027', 'working day 3 of next month', '2026-12-25T10:00', {}],
  ] as const)('%s are marked with the year', (_, text, start, policy) => {
    expect(provisional(text, start, policy)).toEqual({ year: 2027, reason: 'calendar-year-not-published' });
  });

  it.each([
    ['the clock', 'PT2400H', '2026-12-25T10:00', {}],
    ['calendar days that do not roll', 'P90D', '2026-12-25T10:00', {}],
    ['working days that end in 2026', 'P4WD', '2026-12-25T10:00', {}],
    ['working hours that close 2026', 'P4WH', '2026-12-31T13:30', {}],
  ] as const)('%s needs no notice', (_, text, start, policy) => {
    expect(provisional(text, start, policy)).toBeUndefined();
  });

  it('a roll that leaves an unknown year is provisional for that year', () => {
    expect(provisional('P2D', '2023-12-29T10:00', { roll: 'forward' })).toEqual({ year: 2023, reason: 'calendar-year-not-published' });
  });

  it('a calendar without country knows every year', () => {
    const calendar = compileCalendar({ zone: ZONE, hours: '09:00-17:00' });
    expect(dueAt(parseDue('P10WD'), '2026-12-25T01:00:00Z', calendar).provisional).toBeUndefined();
  });

  it('a start before the first notice is provisional too', () => {
    expect(provisional('P2WD', '2023-12-28T10:00')).toEqual({ year: 2023, reason: 'calendar-year-not-published' });
  });

  it('refuses a due after the years computed', () => {
    expect(() => due('P180Y', '2026-01-01T00:00')).toThrow('outside the years');
    expect(() => due('P60000WD', '2026-01-01T00:00')).toThrow('after 2199');
  });

  it('refuses a day that no period has', () => {
    expect(() => due('working day 8 of week', '2026-01-01T00:00')).toThrow('no such day within 600 periods');
  });

  it('a last day that could roll for ever stays', () => {
    const closed = compileCalendar({ zone: ZONE, hours: { mon: '09:00-17:00' }, country: 'XX', notices: [
      { id: 'XX-2026', country: 'XX', year: 2026, title: '', number: null, published: '', url: '', makeUp: [], off: [
        { name: { 'zh-CN': '', 'zh-TW': '', en: '' }, from: '2026-01-01', to: '2026-12-31' }, { name: { 'zh-CN': '', 'zh-TW': '', en: '' }, from: '2027-01-01', to: '2027-12-31' },
      ] },
    ] });
    expect(due('P1D', '2026-03-01T10:00', { roll: 'forward' }, closed)).toBe('<2026-03-03T00:00:00');
  });

  it('refuses an earliest of nothing, or of too many', () => {
    expect(() => dueAt([], '2026-01-01T00:00:00Z', office)).toThrow('earliest of 1 to 64');
    expect(() => dueAt(Array(65).fill(parseDue('P1D')), '2026-01-01T00:00:00Z', office)).toThrow('earliest of 1 to 64');
  });

  it('of an exclusive and an inclusive due at one instant the exclusive is the earlier', () => {
    const start = localToInstant('2026-03-02T00:00', ZONE);
    expect(dueAt([parseDue('PT48H'), parseDue('P1D')], start, office)).toMatchObject({ inclusive: false });
  });

  it('if nothing is ahead the latest stands', () => {
    const dues = ['2026-03-01', '2026-03-02', '2026-02-01'].map(parseDue);
    expect(dueAt(dues, '2026-04-01T00:00:00Z', office).at).toBe(localToInstant('2026-03-03T00:00', ZONE));
  });
});
