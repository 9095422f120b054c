import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { CalendarDocument } from '../calendar/calendar-document.ts';
import type { Due } from '../explain/explanation.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { before } from './before.ts';
import { dueAt } from './due-at.ts';
import type { DuePolicy } from './due-spec.ts';
import { parseDue } from './parse-due.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const calendar = (more: Partial<CalendarDocument> = {}): ReturnType<typeof compileCalendar> => compileCalendar({ zone: ZONE, hours: '08:30-17:30', country: 'CN', ...more });
const office = calendar();
const at = (local: string): string => localToInstant(local, ZONE);
const due = (text: string, start: string, policy: DuePolicy = {}, of = office): Due => dueAt(parseDue(text), at(start), of, policy);
const local = ({ at: instant }: Due): string => zonedText(instant, ZONE).slice(0, 16);
const ends = ({ explanation: { segments } }: Due): string[] => [segments[0]!.from, segments[segments.length - 1]!.to].map((instant) => zonedText(instant, ZONE).slice(0, 16));

describe('counted back', () => {
  it('tells what it counted, in its own unit', () => {
    expect(before(at('2026-10-09T12:00'), parseDue('PT2H'), office).explanation.counted).toEqual({ unit: 'ms', amount: 2 * HOUR });
    expect(before(at('2026-10-09T12:00'), parseDue('P2WH'), office).explanation.counted).toEqual({ unit: 'workingMs', amount: 2 * HOUR });
    expect(before('2026-10-09', parseDue('P0D'), office).explanation.counted).toEqual({ unit: 'days', amount: 0 });
  });

  it('its stretches reach from the due to the anchor', () => {
    expect(ends(before('2026-10-20', parseDue('P7D'), office))).toEqual(['2026-10-13T00:00', '2026-10-20T00:00']);
    expect(ends(before('2026-10-20', parseDue('P3WD'), office))).toEqual(['2026-10-15T00:00', '2026-10-20T00:00']);
  });

  it('a year it only touches with its anchor does not make it provisional', () => {
    expect(before('2027-01-01', parseDue('P2WD'), office)).not.toHaveProperty('provisional');
    expect(before('2027-01-02', parseDue('P2WD'), office)).toHaveProperty('provisional.year', 2027);
  });
});

describe('counted forward', () => {
  it('working time used up at the last midnight of a known year is firm', () => {
    const always = calendar({ hours: { mon: '00:00-24:00', tue: '00:00-24:00', wed: '00:00-24:00', thu: '00:00-24:00', fri: '00:00-24:00', sat: '00:00-24:00', sun: '00:00-24:00' } });
    const exact = due('P12WH', '2026-12-31T12:00', {}, always);
    expect([local(exact), exact.provisional]).toEqual(['2027-01-01T00:00', undefined]);
    expect(due('P13WH', '2026-12-31T12:00', {}, always).provisional).toEqual({ year: 2027, reason: 'calendar-year-not-published' });
  });

  it('rolled back to the day of the start it ends there; farther back it stays', () => {
    expect(local(due('P1D', '2026-10-16T10:00', { roll: 'back' }))).toBe('2026-10-17T00:00');
    expect(local(due('P1D', '2026-10-17T10:00', { roll: 'back' }))).toBe('2026-10-19T00:00');
  });

  it('no days at all are told as days', () => {
    expect(due('P0D', '2026-10-09T10:00').explanation.counted).toEqual({ unit: 'days', amount: 0 });
  });

  it('with the first day included its stretch begins with that day', () => {
    expect(ends(due('P3D', '2026-10-09T10:00', { firstDay: 'included' }))).toEqual(['2026-10-09T00:00', '2026-10-12T00:00']);
  });

  it('the year of a first day that is not counted does not make it provisional', () => {
    const only2026 = calendar({ notices: ['CN-2026'] });
    expect(due('P1WD', '2025-12-31T10:00', {}, only2026)).not.toHaveProperty('provisional');
    expect(due('P2WD', '2026-01-01T10:00', {}, only2026)).not.toHaveProperty('provisional');
    expect(due('P1WD', '2025-12-30T10:00', {}, only2026)).toHaveProperty('provisional.year', 2025);
  });
});

describe('rolling', () => {
  it('over the turn of the year depends on the next year', () => {
    const closed = calendar({ days: { '2026-12-31': 'off' } });
    expect(due('P5D', '2026-12-26T10:00', { roll: 'forward' }, closed)).toHaveProperty('provisional.year', 2027);
    expect(due('P5D', '2026-12-26T10:00', { roll: 'forward' })).not.toHaveProperty('provisional');
  });

  it('a last day that is worked moves nowhere and tells of no move', () => {
    expect(due('P4D', '2026-10-08T10:00', { roll: 'forward' }).explanation).not.toHaveProperty('rolled');
  });

  it('on holidays only, a weekend stays and a holiday moves', () => {
    const policy = { roll: 'forward', rollOn: 'holiday' } as const;
    expect(local(due('P2D', '2026-10-15T10:00', policy))).toBe('2026-10-18T00:00');
    expect(local(due('P2D', '2026-09-30T10:00', policy))).toBe('2026-10-09T00:00');
  });

  it('on weekends only, a holiday stays and a weekend moves', () => {
    const policy = { roll: 'forward', rollOn: 'weekend' } as const;
    expect(local(due('P2D', '2026-10-15T10:00', policy))).toBe('2026-10-20T00:00');
    expect(local(due('P2D', '2026-09-30T10:00', policy))).toBe('2026-10-03T00:00');
  });

  it('over 400 days off it moves, over more it stays', () => {
    const every = '08:30-17:30';
    const closed = (count: number): ReturnType<typeof compileCalendar> => compileCalendar({
      zone: ZONE, hours: { mon: every, tue: every, wed: every, thu: every, fri: every, sat: every, sun: every },
      days: Object.fromEntries(Array.from({ length: count }, (_, index) => [new Date(Date.UTC(2024, 2, 1 + index)).toISOString().slice(0, 10), 'off'])),
    });
    expect(due('P1D', '2024-02-29T10:00', { roll: 'forward' }, closed(400)).explanation.rolled).toEqual({ from: '2024-03-01', to: '2025-04-05' });
    expect(due('P1D', '2024-02-29T10:00', { roll: 'forward' }, closed(401)).explanation).not.toHaveProperty('rolled');
  });

  it('a weekday rolls back as far as the Monday of its week', () => {
    const days = Object.fromEntries(['10', '11', '12', '13'].map((day) => [`2026-11-${day}`, 'off']));
    expect(local(due('Friday before 10:00', '2026-11-09T08:30', { roll: 'back' }, calendar({ days })))).toBe('2026-11-09T10:00');
    expect(local(due('Friday before 10:00', '2026-11-09T08:30', { roll: 'back' }, calendar({ days: { ...days, '2026-11-09': 'off' } })))).toBe('2026-11-20T10:00');
  });
});

describe('working days of a period', () => {
  it.each([
    ['working day 3 of next month', '2026-10-15T10:00', '2026-11-04T17:30'],
    ['working day 1 of next month', '2026-11-15T10:00', '2026-12-01T17:30'],
    ['working day 1 of next quarter', '2026-04-15T10:00', '2026-07-01T17:30'],
    ['last working day of month', '2026-11-10T10:00', '2026-11-30T17:30'],
    ['last working day of next week', '2026-10-15T10:00', '2026-10-23T17:30'],
    ['last working day of week', '2026-02-16T10:00', '2026-02-28T17:30'],
    ['working day 5 of week', '2026-09-28T10:00', '2026-10-16T17:30'],
  ])('%s from %s', (text, start, expected) => {
    expect(local(due(text, start))).toBe(expected);
  });

  it('the first depends on the days before it, the last on the days after it', () => {
    expect(due('working day 1 of week', '2026-12-28T08:00')).not.toHaveProperty('provisional');
    const closed = calendar({ days: { '2027-01-01': 'off' } });
    const last = due('last working day of week', '2026-12-28T08:00', {}, closed);
    expect([local(last), last.provisional?.year]).toEqual(['2026-12-31T17:30', 2027]);
  });
});

describe('instants and times of day', () => {
  it('an instant tells how far ahead it lay, and nothing where it lay behind', () => {
    expect(due('2026-10-09T12:00:00+08:00', '2026-10-09T10:00').explanation.counted).toEqual({ unit: 'ms', amount: 2 * HOUR });
    expect(due('2026-10-09T12:00:00+08:00', '2026-10-09T13:00').explanation.counted).toEqual({ unit: 'ms', amount: 0 });
  });

  it('a time of day that is now is the earliest there is', () => {
    const chosen = dueAt([parseDue('P1WD'), parseDue('17:30')], at('2026-10-09T17:30'), office);
    expect([local(chosen), chosen.explanation.spec]).toEqual(['2026-10-09T17:30', '17:30']);
  });

  it('the earliest of 64 is answered, of 65 refused', () => {
    const many = (count: number): ReturnType<typeof parseDue>[] => Array.from({ length: count }, (_, index) => parseDue(`P${index + 1}D`));
    expect(local(dueAt(many(64), at('2026-10-09T10:00'), office))).toBe('2026-10-11T00:00');
    expect(() => dueAt(many(65), at('2026-10-09T10:00'), office)).toThrow('earliest of 1 to 64 dues');
  });
});
