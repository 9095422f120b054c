import { compileCalendar } from '../calendar/compile-calendar.ts';
import { parseDue } from '../due/parse-due.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { computeStopwatch } from './compute-stopwatch.ts';
import type { StopwatchEvent, StopwatchState } from './stopwatch.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const at = (local: string): string => localToInstant(local, ZONE);
const local = (instant: string | undefined): string => zonedText(instant!, ZONE).slice(0, 16);
const run = (spec: string, start: string, events: StopwatchEvent[], asOf?: string): StopwatchState =>
  computeStopwatch({ spec, start: at(start), events, ...(asOf && { asOf: at(asOf) }) }, office);
const event = (type: 'pause' | 'resume' | 'restart' | 'stop' | 'cancel', time: string): StopwatchEvent => ({ at: at(time), type });

describe('events of a clock', () => {
  it('a second pause changes nothing: the first one counts', () => {
    const { due } = run('P4WH', '2026-10-09T08:30', [event('pause', '2026-10-09T09:00'), event('pause', '2026-10-09T10:00'), event('resume', '2026-10-09T11:00')]);
    expect(local(due!.at)).toBe('2026-10-09T16:00');
  });

  it('at the very end of a day the clock is missed: a pause comes too late, a stop is late by nothing', () => {
    expect(run('P3D', '2026-10-09T08:30', [event('pause', '2026-10-13T00:00')]).state).toBe('running');
    expect(run('P3D', '2026-10-09T08:30', [event('pause', '2026-10-12T23:59:59.999')]).state).toBe('paused');
    expect(run('P3D', '2026-10-09T08:30', [event('stop', '2026-10-13T00:00')]).verdict).toEqual({ met: false, marginMs: 0 });
    expect(run('P3D', '2026-10-09T08:30', [], '2026-10-13T00:00').overdue).toBe(true);
  });

  it('after a cancel, as after a stop, nothing happens any more', () => {
    const events = [event('cancel', '2026-10-09T09:00'), event('restart', '2026-10-09T09:30'), event('stop', '2026-10-09T10:00')];
    expect(run('P4WH', '2026-10-09T08:30', events)).toMatchObject({ state: 'cancelled', consumedMs: HOUR / 2 });
    expect(run('P4WH', '2026-10-09T08:30', [event('stop', '2026-10-09T09:00'), event('restart', '2026-10-09T09:30')])).toMatchObject({ state: 'stopped', consumedMs: HOUR / 2 });
  });

  it('consumes on after a resume and afresh after a restart', () => {
    const events = [event('pause', '2026-10-09T09:00'), event('resume', '2026-10-09T10:00')];
    expect(run('P4WH', '2026-10-09T08:30', events, '2026-10-09T11:00')).toMatchObject({ consumedMs: 1.5 * HOUR, remainingMs: 2.5 * HOUR });
    expect(run('P4WH', '2026-10-09T08:30', [event('restart', '2026-10-09T10:00')], '2026-10-09T11:00')).toMatchObject({ consumedMs: HOUR, remainingMs: 3 * HOUR });
  });

  it('takes an extension as text or parsed, and names only what is known of it', () => {
    const extend = (by: string | ReturnType<typeof parseDue>, more: object = {}): StopwatchEvent => ({ at: at('2026-10-09T09:00'), type: 'extend', by, ...more });
    for (const by of ['P2WH', parseDue('P2WH')]) {
      const { due } = run('P4WH', '2026-10-09T08:30', [extend(by)]);
      expect(local(due!.at)).toBe('2026-10-09T16:00');
      expect(due!.explanation.extensions).toStrictEqual([{ at: at('2026-10-09T09:00'), by: 'P2WH', of: 'due', due: at('2026-10-09T16:00') }]);
    }
    const { due } = run('P4WH', '2026-10-09T08:30', [extend('P2WH', { approvedBy: 'M1', reason: 'parts' })]);
    expect(due!.explanation.extensions![0]).toMatchObject({ approvedBy: 'M1', reason: 'parts' });
  });

  it('working days that extend an exclusive end follow on its last day', () => {
    const { due } = run('P3D', '2026-10-09T08:30', [{ at: at('2026-10-10T09:00'), type: 'extend', by: 'P2WD' }]);
    expect(local(due!.at)).toBe('2026-10-14T17:30');
  });
});

describe('explanations of clocks', () => {
  const pauses = (count: number): StopwatchEvent[] => Array.from({ length: count }, (_, index) => {
    const minute = (offset: number): string => new Date(Date.parse(at('2026-10-09T08:30')) + (index * 3 + offset) * 60_000).toISOString();
    return [{ at: minute(1), type: 'pause' }, { at: minute(2), type: 'resume' }] as StopwatchEvent[];
  }).flat();

  it('a promise by the clock tells its stretches by the clock', () => {
    const { due } = run('PT20H', '2026-10-09T12:00', [event('pause', '2026-10-09T13:00'), event('resume', '2026-10-09T14:00')]);
    expect(due!.explanation.segments.map(({ kind, reason, amount }) => [kind, reason, amount])).toEqual([
      ['counted', 'clock', HOUR], ['skipped', 'pause', undefined], ['counted', 'clock', 19 * HOUR],
    ]);
  });

  it('a promise in working days tells its days, then what the pause moved', () => {
    const { due } = run('P2WD', '2026-10-09T12:00', [event('pause', '2026-10-10T08:30'), event('resume', '2026-10-10T12:00')]);
    expect(due!.explanation.segments.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'skipped startDay', 'counted makeUp', 'skipped weekend', 'counted workingDay', 'skipped pause',
    ]);
    expect(local(due!.at)).toBe('2026-10-13T12:00');
  });

  it('fifty pauses are told one by one; of more the first fifty, the rest in sum, nothing lost', () => {
    const fifty = run('P6WH', '2026-10-09T08:30', pauses(50)).due!.explanation;
    expect(fifty.segments.some(({ reason }) => reason === 'summary')).toBe(false);
    expect(fifty.pauses).toHaveLength(50);
    const sixty = run('P6WH', '2026-10-09T08:30', pauses(60)).due!.explanation;
    expect(sixty.pauses).toHaveLength(50);
    expect(sixty.segments.filter(({ reason }) => reason === 'summary')).toHaveLength(1);
    for (const { segments } of [fifty, sixty]) expect(segments.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(6 * HOUR);
  });

  it('of many restarts and extensions the last fifty are told', () => {
    const minute = (index: number): string => new Date(Date.parse(at('2026-10-09T08:30')) + index * 60_000).toISOString();
    const restarts = Array.from({ length: 60 }, (_, index): StopwatchEvent => ({ at: minute(index), type: 'restart' }));
    const { explanation } = run('P4WH', '2026-10-09T08:30', restarts).due!;
    expect(explanation.restarts).toHaveLength(50);
    expect(explanation.restarts!.at(-1)).toBe(minute(59));
    const extensions = Array.from({ length: 60 }, (_, index): StopwatchEvent => ({ at: minute(index), type: 'extend', by: 'PT1M' }));
    expect(run('P40WH', '2026-10-09T08:30', extensions).due!.explanation.extensions).toHaveLength(50);
  });
});
