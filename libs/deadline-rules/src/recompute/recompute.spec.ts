import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { CalendarDocument } from '../calendar/calendar-document.ts';
import { dueAt } from '../due/due-at.ts';
import { parseDue } from '../due/parse-due.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import type { DueChange, TimedStep } from './open-step.ts';
import { recompute } from './recompute.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string): string => localToInstant(local, ZONE);
const calendar = (more: Partial<CalendarDocument> = {}): ReturnType<typeof compileCalendar> =>
  compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN', ...more });
const step = (id: string, spec: TimedStep['spec'], start: string, more: Partial<TimedStep> = {}): TimedStep => ({ id, spec, start: at(start), ...more });
const told = ({ id, old, new: now }: DueChange): string => `${id} ${local(old.at)} → ${now ? local(now.at) : 'none'}`;
const local = (instant: string): string => zonedText(instant, ZONE).slice(0, 16);
const NOTICE_2027: HolidayNotice = {
  id: 'CN-2027', country: 'CN', year: 2027, title: '2027 notice', number: 'No. 9', published: '2026-11-20', url: 'https://example.org/2027',
  off: [{ name: { 'zh-CN': '元旦', 'zh-TW': '元旦', en: 'New Year' }, from: '2027-01-01', to: '2027-01-03' }],
  makeUp: ['2027-01-09'],
};
const KNOWN = ['CN-2024', 'CN-2025', 'CN-2026'];

describe('recompute after a holiday edit', () => {
  const before = calendar();
  const after = calendar({ days: { '2026-10-13': 'off' } });

  it('moves the open promises that counted the date, says old, new and the operator as the reason, and leaves the rest alone', () => {
    const changes = recompute(
      [
        step('moved', 'P3WD', '2026-10-10T10:00'),
        step('earlier', 'P1WD', '2026-10-09T10:00'),
        step('clock', 'PT72H', '2026-10-12T10:00'),
        step('hours', 'P5WH', '2026-10-12T16:30'),
      ],
      before, after,
    );
    expect(changes.map(told)).toEqual(['moved 2026-10-14T17:30 → 2026-10-15T17:30', 'hours 2026-10-13T14:00 → 2026-10-14T14:00']);
    expect(changes[0]).toEqual({
      id: 'moved',
      old: { at: at('2026-10-14T17:30'), inclusive: true },
      new: { at: at('2026-10-15T17:30'), inclusive: true },
      movedMs: 86_400_000,
      reasons: [{ kind: 'exception', dates: [
        { date: '2026-10-13', old: { hours: '08:30-12:00,13:30-17:30', reason: 'week' }, new: { hours: 'off', reason: 'exception' } },
      ] }],
    });
  });

  it('gives for each moved promise what the new calendar gives afresh', () => {
    const [change] = recompute([step('a', 'P3WD', '2026-10-10T10:00')], before, after);
    expect(change!.new!.at).toBe(dueAt(parseDue('P3WD'), at('2026-10-10T10:00'), after).at);
  });

  it('leaves closed promises as they are', () => {
    expect(recompute([step('done', 'P3WD', '2026-10-10T10:00', { open: false })], before, after)).toEqual([]);
    expect(recompute([step('open', 'P3WD', '2026-10-10T10:00', { open: true })], before, after)).toHaveLength(1);
  });

  it('leaves a promise missed by then; one due at that very instant still moves', () => {
    const steps = [step('a', 'P3WD', '2026-10-10T10:00')];
    expect(recompute(steps, before, after, { asOf: at('2026-10-14T17:30:00.001') })).toEqual([]);
    expect(recompute(steps, before, after, { asOf: at('2026-10-14T17:30') })).toHaveLength(1);
  });

  it('marks what an edit makes overdue at once', () => {
    const [nearer] = recompute([step('a', 'P3WD', '2026-10-10T10:00')], after, before, { asOf: at('2026-10-15T09:00') });
    expect(nearer).toMatchObject({ movedMs: -86_400_000, overdueAtOnce: true });
    const [still] = recompute([step('a', 'P3WD', '2026-10-10T10:00')], after, before, { asOf: at('2026-10-14T09:00') });
    expect(still).not.toHaveProperty('overdueAtOnce');
  });

  it('keeps pauses, and leaves alone a clock that is paused or stopped', () => {
    const pause = { at: at('2026-10-12T09:30'), type: 'pause' } as const;
    const resume = { at: at('2026-10-12T10:30'), type: 'resume' } as const;
    const paused = step('p', 'P8WH', '2026-10-12T08:30', { events: [pause] });
    const resumed = step('r', 'P8WH', '2026-10-12T08:30', { events: [pause, resume] });
    const stopped = step('s', 'P8WH', '2026-10-12T08:30', { events: [pause, resume, { at: at('2026-10-12T11:00'), type: 'stop' }] });
    expect(recompute([paused, resumed, stopped], before, after).map(told)).toEqual(['r 2026-10-13T10:00 → 2026-10-14T10:00']);
    expect(recompute([resumed], before, after, { asOf: at('2026-10-12T10:00') })).toEqual([]);
  });

  it('takes the earliest of several limits, and refuses several on a clock with events', () => {
    const [change] = recompute([step('e', ['P3WD', parseDue('2026-10-14T17:00:00+08:00'), 'P5WD'], '2026-10-10T10:00')], before, after);
    expect(change).toBeUndefined();
    const [other] = recompute([step('e', ['P3WD', 'P5WD'], '2026-10-10T10:00')], before, after);
    expect(told(other!)).toBe('e 2026-10-14T17:30 → 2026-10-15T17:30');
    const events = [{ at: at('2026-10-12T09:30'), type: 'pause' } as const];
    expect(() => recompute([step('x', ['P3WD', 'P5WD'], '2026-10-10T10:00', { events })], before, after)).toThrow('several limits (step x)');
  });

  it('nothing changed, nothing recorded', () => {
    expect(recompute([step('a', 'P3WD', '2026-10-10T10:00')], before, calendar())).toEqual([]);
    expect(recompute([], before, after)).toEqual([]);
  });
});

describe('recompute when a notice arrives', () => {
  const before = calendar({ notices: KNOWN });
  const after = calendar({ notices: [...KNOWN, NOTICE_2027] });

  it('turns provisional dues firm, moved or not, and names the notice', () => {
    const changes = recompute([step('moves', 'P5WD', '2026-12-29T10:00'), step('stays', 'P9WD', '2026-12-29T10:00')], before, after);
    expect(changes.map(told)).toEqual(['moves 2027-01-05T17:30 → 2027-01-06T17:30', 'stays 2027-01-11T17:30 → 2027-01-11T17:30']);
    expect(changes[0]).toMatchObject({
      old: { provisional: { year: 2027, reason: 'calendar-year-not-published' } }, turned: 'firm',
      reasons: [{
        kind: 'notice', change: 'arrived', year: 2027,
        notice: { id: 'CN-2027', title: '2027 notice', number: 'No. 9', published: '2026-11-20', url: 'https://example.org/2027' },
        dates: [
          { date: '2027-01-01', old: { hours: '08:30-12:00,13:30-17:30', reason: 'week' }, new: { hours: 'off', reason: 'holiday', name: { en: 'New Year' } } },
          { date: '2027-01-02' }, { date: '2027-01-03' },
        ],
      }],
    });
    expect(changes[0]!.new).not.toHaveProperty('provisional');
    expect(changes[1]).toMatchObject({ movedMs: 0, turned: 'firm' });
  });

  it('a promise that ends before that year is not touched', () => {
    expect(recompute([step('a', 'P1WD', '2026-12-29T10:00')], before, after)).toEqual([]);
  });

  it('a notice withdrawn makes dues provisional again', () => {
    const [change] = recompute([step('a', 'P9WD', '2026-12-29T10:00')], after, before);
    expect(change).toMatchObject({ movedMs: 0, turned: 'provisional', reasons: [{ kind: 'notice', change: 'withdrawn', year: 2027 }] });
  });

  it('a notice amended moves what it moves, and says so', () => {
    const amended = calendar({ notices: [...KNOWN, { ...NOTICE_2027, off: [{ ...NOTICE_2027.off[0]!, to: '2027-01-04' }] }] });
    const [change] = recompute([step('a', 'P5WD', '2026-12-29T10:00')], after, amended);
    expect(told(change!)).toBe('a 2027-01-06T17:30 → 2027-01-07T17:30');
    expect(change!.reasons).toEqual([expect.objectContaining({ kind: 'notice', change: 'amended' })]);
    expect(change).not.toHaveProperty('turned');
  });

  it('the same notice by its id and in full is no change', () => {
    const kept = calendar();
    const whole = calendar({ notices: kept.notices.map((notice) => ({ ...notice })) });
    expect(recompute([step('a', 'P9WD', '2026-09-28T10:00')], kept, whole)).toEqual([]);
  });

  it('a provisional due whose first unknown year changes is recorded', () => {
    const unknown = calendar({ notices: ['CN-2024', 'CN-2025'] });
    const [change] = recompute([step('a', 'P270WD', '2026-01-05T10:00')], unknown, calendar({ notices: KNOWN }));
    expect(change).toMatchObject({ old: { provisional: { year: 2026 } }, new: { provisional: { year: 2027 } } });
    expect(change).not.toHaveProperty('turned');
  });
});

describe('recompute after other edits', () => {
  it('weekly hours and make-up hours name what they were and are', () => {
    const [week] = recompute([step('a', 'P4WH', '2026-10-12T16:30')], calendar(), calendar({ hours: '09:00-12:00,13:30-17:30', makeUpHours: '08:30-12:00,13:30-17:30' }));
    expect(week!.reasons).toEqual([{
      kind: 'hours',
      old: 'mon 08:30-12:00,13:30-17:30; tue 08:30-12:00,13:30-17:30; wed 08:30-12:00,13:30-17:30; thu 08:30-12:00,13:30-17:30; fri 08:30-12:00,13:30-17:30',
      new: 'mon 09:00-12:00,13:30-17:30; tue 09:00-12:00,13:30-17:30; wed 09:00-12:00,13:30-17:30; thu 09:00-12:00,13:30-17:30; fri 09:00-12:00,13:30-17:30',
    }]);
    const [makeUp] = recompute([step('b', 'P3WH', '2026-10-10T08:30')], calendar(), calendar({ makeUpHours: '10:00-17:00' }));
    expect(makeUp!.reasons).toMatchObject([{ kind: 'makeUpHours', dates: [{ date: '2026-10-10', new: { hours: '10:00-17:00' } }] }]);
  });

  it('a zone moves what depends on local days', () => {
    const [change] = recompute([step('a', 'end of day', '2026-10-12T16:30')], calendar(), calendar({ zone: 'Asia/Tokyo' }));
    expect(change).toMatchObject({ movedMs: -3_600_000, reasons: [{ kind: 'zone', old: ZONE, new: 'Asia/Tokyo' }] });
  });

  it('a policy edit moves the promise by its new limit or counting, and says both', () => {
    const same = calendar();
    const [limit] = recompute([step('a', 'P3WD', '2026-10-12T10:00', { becomes: { spec: 'P5WD' } })], same, same);
    expect(told(limit!)).toBe('a 2026-10-15T17:30 → 2026-10-19T17:30');
    expect(limit!.reasons).toEqual([{ kind: 'limit', old: 'P3WD', new: 'P5WD' }]);
    const counted = step('b', ['P15D'], '2026-09-20T10:00', { policy: { firstDay: 'included' }, becomes: { spec: [parseDue('P15D')], policy: { firstDay: 'included', roll: 'forward' } } });
    const [counting] = recompute([counted], same, same);
    expect(counting!.reasons).toEqual([{ kind: 'counting', setting: 'roll', new: 'forward' }]);
    const dropped = { ...counted, policy: { roll: 'forward' as const }, becomes: { policy: {} } };
    expect(recompute([dropped], same, same)[0]!.reasons).toEqual([{ kind: 'counting', setting: 'roll', old: 'forward' }]);
    expect(recompute([step('c', 'P3WD', '2026-10-12T10:00', { becomes: {} })], same, same)).toEqual([]);
  });

  it('an exclusive end that becomes inclusive is recorded though it does not move', () => {
    const same = calendar();
    const [change] = recompute([step('a', '2026-10-12', '2026-10-11T10:00', { becomes: { spec: '2026-10-13T00:00:00+08:00' } })], same, same);
    expect(change).toMatchObject({ movedMs: 0, old: { inclusive: false }, new: { inclusive: true } });
  });

  it('a promise the edit leaves without an answer is recorded as refused, the others go on', () => {
    const days = (text: string): CalendarDocument['days'] => Object.fromEntries([text].map((date) => [date, 'off']));
    const same = calendar({ days: days('2026-10-13') });
    const changes = recompute(
      [step('far', 'P3WD', '2026-10-12T10:00', { becomes: { spec: 'P60000WD' } }), step('near', 'P1WD', '2026-10-12T10:00', { becomes: { spec: 'P2WD' } })],
      same, same,
    );
    expect(changes.map(told)).toEqual(['far 2026-10-16T17:30 → none', 'near 2026-10-14T17:30 → 2026-10-15T17:30']);
    expect(changes[0]!.refused).toContain('end after 2199');
  });

  it('a roll decided by days beyond the due still finds its reason', () => {
    const policy = { roll: 'back', rollOn: 'nonWorking' } as const;
    const before = calendar({ days: { '2026-10-14': 'off' } });
    const [change] = recompute([step('a', 'P4D', '2026-10-10T10:00', { policy })], before, calendar());
    expect(told(change!)).toBe('a 2026-10-14T00:00 → 2026-10-15T00:00');
    expect(change!.reasons).toMatchObject([{ kind: 'exception', dates: [{ date: '2026-10-14' }] }]);
  });

  it('lists 31 dates of a reason at most', () => {
    const days = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10), 'off']));
    const [change] = recompute([step('a', 'P60WD', '2026-02-24T10:00')], calendar(), calendar({ days }));
    expect(change!.reasons[0]).toHaveProperty('dates.length', 31);
  });

  it('tells the moved ones among 10,000', () => {
    const steps = Array.from({ length: 10_000 }, (_, index) =>
      step(String(index), ['P5WD', 'P4WH', 'P15D', 'PT24H', 'end of month'][index % 5]!, '2026-10-09T10:00'));
    const changes = recompute(steps, calendar(), calendar({ days: { '2026-10-13': 'off' } }));
    expect(changes).toHaveLength(2_000);
  });
});
