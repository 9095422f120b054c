import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { CalendarDocument } from '../calendar/calendar-document.ts';
import { DueSyntaxError } from '../deadline-errors.ts';
import { parseDue } from '../due/parse-due.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import { localToInstant } from '../zone/local-time.ts';
import type { ChangeReason, DueChange, TimedStep } from './open-step.ts';
import { calendarDifference } from './calendar-difference.ts';
import { recompute } from './recompute.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string): string => localToInstant(local, ZONE);
const calendar = (more: Partial<CalendarDocument> = {}): ReturnType<typeof compileCalendar> => compileCalendar({ zone: ZONE, hours: '08:30-17:30', country: 'CN', ...more });
const step = (spec: TimedStep['spec'], start: string, more: Partial<TimedStep> = {}): TimedStep => ({ id: 'a', spec, start: at(start), ...more });
const notice = (year: number, off: [string, string][], makeUp: string[] = []): HolidayNotice => ({
  id: `CN-${year}`, country: 'CN', year, title: `${year}`, number: null, published: '2026-11-20', url: 'https://example.org/',
  off: off.map(([from, to]) => ({ name: { 'zh-CN': '假', 'zh-TW': '假', en: 'Day' }, from, to })), makeUp,
});
const dates = (reason: ChangeReason): string[] => ('dates' in reason ? reason.dates.map(({ date }) => date) : []);
const told = ({ reasons }: DueChange): string[] => reasons.map((reason) => `${reason.kind === 'notice' ? `${reason.change} ${reason.year}` : reason.kind}: ${dates(reason).join(' ')}`);
const change = (given: TimedStep, before: Partial<CalendarDocument>, after: Partial<CalendarDocument>, asOf?: string): DueChange | undefined =>
  recompute([given], calendar(before), calendar(after), { asOf })[0];

describe('the reasons of a moved due', () => {
  it('names the notices of its own years only, in order, each with its own dates', () => {
    const moved = change(step('P8WD', '2025-12-29T10:00'), { notices: ['CN-2024'] }, { notices: ['CN-2026', 'CN-2025', 'CN-2024'] })!;
    expect(told(moved)).toEqual(['arrived 2025: ', 'arrived 2026: 2026-01-01 2026-01-02 2026-01-03 2026-01-04']);
    const within = change(step('P3WD', '2026-01-05T10:00'), { notices: ['CN-2026'] }, { notices: ['CN-2024', 'CN-2025'] })!;
    expect(told(within)).toEqual(['withdrawn 2026: ']);
  });

  it('a notice known before and after is none, though others come or go', () => {
    const moved = change(step('P8WD', '2025-12-29T10:00'), { notices: ['CN-2025'] }, { notices: ['CN-2025', 'CN-2026'] })!;
    expect(told(moved)).toEqual(['arrived 2026: 2026-01-01 2026-01-02 2026-01-03 2026-01-04']);
  });

  it('a make-up day that a notice brings belongs to the notice, its hours to the hours', () => {
    const [known, later] = [notice(2027, [['2027-01-01', '2027-01-03']]), notice(2027, [['2027-01-01', '2027-01-03']], ['2027-01-09'])];
    expect(told(change(step('P5WD', '2027-01-04T10:00'), { notices: [known] }, { notices: [later] })!)).toEqual(['amended 2027: 2027-01-09']);
    const all = change(
      step('P40WH', '2027-01-07T10:00'), { notices: [later] },
      { notices: [notice(2027, [['2027-01-01', '2027-01-03'], ['2027-01-12', '2027-01-12']], ['2027-01-09'])], makeUpHours: '08:30-12:00', days: { '2027-01-13': 'off', '2027-01-11': '08:30-16:00' } },
    )!;
    expect(told(all)).toEqual(['amended 2027: 2027-01-12', 'makeUpHours: 2027-01-09', 'exception: 2027-01-11 2027-01-13']);
  });

  it('a notice amended elsewhere in the year is no reason', () => {
    const [one, other] = [notice(2027, [['2027-01-01', '2027-01-03']]), notice(2027, [['2027-01-01', '2027-01-03'], ['2027-05-01', '2027-05-05']])];
    expect(told(change(step('P5WD', '2027-01-04T10:00'), { notices: [one] }, { notices: [other], days: { '2027-01-06': 'off' } })!)).toEqual(['exception: 2027-01-06']);
    const withdrawnDay = change(step('P5WD', '2027-04-29T10:00'), { notices: [other] }, { notices: [one] })!;
    expect(told(withdrawnDay)).toEqual(['amended 2027: 2027-05-01 2027-05-02 2027-05-03 2027-05-04 2027-05-05']);
  });

  it('a notice of a year after the due is none of its reasons', () => {
    expect(told(change(step('P8WD', '2025-10-09T10:00'), { notices: ['CN-2024'] }, {})!)).toEqual(['arrived 2025: 2025-10-11']);
  });

  it("a date of a notice on which the operator decides otherwise is the operator's alone", () => {
    const moved = change(step('P8WD', '2025-12-29T10:00'), { notices: ['CN-2025'] }, { notices: ['CN-2025', 'CN-2026'], days: { '2026-01-04': 'off' } })!;
    expect(told(moved)).toEqual(['arrived 2026: 2026-01-01 2026-01-02 2026-01-03', 'exception: 2026-01-04']);
  });

  it('two calendars with the same notices in the same words do not differ', () => {
    const kept = calendar();
    expect(calendarDifference(kept, calendar({ notices: kept.notices.map((known) => ({ ...known })) }))).toEqual({ notices: [], days: [] });
  });

  it('dates are told in their order, however they were given', () => {
    expect(told(change(step('P9WD', '2026-10-10T10:00'), {}, { days: { '2026-10-15': 'off', '2026-10-13': 'off', '2026-10-20': 'off', '2026-12-01': 'off', '2026-10-09': 'off' } })!)).toEqual(['exception: 2026-10-13 2026-10-15 2026-10-20']);
  });

  it('a due turned firm by days after it names the notice that made them known', () => {
    const days = { '2027-01-01': 'off' };
    const firm = change(step('last working day of week', '2026-12-28T10:00'), { days, notices: ['CN-2026'] }, { days, notices: ['CN-2026', notice(2027, [])] })!;
    expect(firm).toMatchObject({ movedMs: 0, turned: 'firm' });
    expect(told(firm)).toEqual(['arrived 2027: ']);
  });

  it('an edit of limits tells them as text, several as the earliest of them', () => {
    const edited = step(['P3WD', parseDue('P5WD')], '2026-10-12T10:00', { becomes: { spec: parseDue('P9WD') } });
    expect(change(edited, {}, {})!.reasons).toStrictEqual([{ kind: 'limit', old: 'earliest: P3WD, P5WD', new: 'P9WD' }]);
  });

  it('an edit of counting tells only what is set', () => {
    const roll = step('P5D', '2026-10-12T10:00', { policy: { roll: 'forward' }, becomes: { policy: {} } });
    expect(change(roll, {}, {})!.reasons).toStrictEqual([{ kind: 'counting', setting: 'roll', old: 'forward' }]);
    const unset = step('P5D', '2026-10-12T10:00', { becomes: { policy: { roll: 'forward' } } });
    expect(change(unset, {}, {})!.reasons).toStrictEqual([{ kind: 'counting', setting: 'roll', new: 'forward' }]);
  });
});

describe('what is recorded', () => {
  const DAY_OFF = { days: { '2026-10-13': 'off' } };
  const pause = { at: at('2026-10-12T09:30'), type: 'pause' } as const;
  const resume = { at: at('2026-10-12T10:30'), type: 'resume' } as const;

  it('takes parsed limits as texts, with events and without', () => {
    for (const events of [[], [pause, resume]]) {
      const [text, parsed] = ['P3WD', parseDue('P3WD')].map((spec) => change(step(spec, '2026-10-10T10:00', { events }), {}, DAY_OFF));
      expect(parsed).toEqual(text);
      expect(text!.movedMs).toBe(86_400_000);
    }
  });

  it('keeps what is provisional of a clock with events, and adds nothing to a firm one', () => {
    const events = [{ ...pause, at: at('2026-12-29T11:00') }, { ...resume, at: at('2026-12-29T12:00') }];
    const moved = change(step('P4WD', '2026-12-28T10:00', { events }), {}, { days: { '2026-12-30': 'off' } })!;
    expect(moved.new!.provisional).toEqual({ year: 2027, reason: 'calendar-year-not-published' });
    const firm = change(step('P3WD', '2026-10-10T10:00', { events: [pause, resume] }), {}, DAY_OFF)!;
    expect(Object.keys(firm.new!)).toEqual(['at', 'inclusive']);
    expect(Object.keys(firm)).toEqual(['id', 'old', 'new', 'movedMs', 'reasons']);
  });

  it('a clock as of an instant knows nothing of later events', () => {
    const late = { at: at('2026-10-12T16:00'), type: 'restart' } as const;
    const given = step('P8WH', '2026-10-12T09:00', { events: [late] });
    expect(change(given, {}, DAY_OFF, at('2026-10-12T12:00'))).toBeUndefined();
    expect(change(given, {}, DAY_OFF)!.movedMs).toBe(86_400_000);
  });

  it('a clock that a pause holds only under the new calendar has no new due to record', () => {
    const given = step('P4WH', '2026-10-12T09:00', { events: [{ at: at('2026-10-12T14:00'), type: 'pause' }] });
    expect(change(given, {}, { hours: '12:00-17:30' })).toBeUndefined();
  });

  it('a change of the first unknown year alone is recorded', () => {
    const unknown = change(step('P270WD', '2026-01-05T10:00'), { notices: ['CN-2025'] }, { notices: ['CN-2025', notice(2026, [])] })!;
    expect(unknown).toMatchObject({ movedMs: 0, old: { provisional: { year: 2026 } }, new: { provisional: { year: 2027 } } });
    expect(unknown).not.toHaveProperty('turned');
  });

  it('a promise left without an answer is never called overdue; a limit that is none is the caller\'s fault', () => {
    const far = change(step('P3WD', '2026-10-12T10:00', { becomes: { spec: 'P60000WD' } }), {}, {}, at('2026-10-12T11:00'))!;
    expect([far.new, far.overdueAtOnce]).toEqual([null, undefined]);
    expect(() => change(step('P3WD', '2026-10-12T10:00', { becomes: { spec: 'soon' } }), {}, {})).toThrow(DueSyntaxError);
  });
});
