import fc from 'fast-check';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { parseDue } from '../due/parse-due.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import { workingBetween } from '../working/working-time.ts';
import { computeStopwatch } from './compute-stopwatch.ts';
import type { StopwatchEvent, StopwatchState } from './stopwatch.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const at = (local: string): string => localToInstant(local, ZONE);
const pause = (local: string): StopwatchEvent => ({ at: at(local), type: 'pause' });
const resume = (local: string): StopwatchEvent => ({ at: at(local), type: 'resume' });
const run = (spec: string, start: string, events: StopwatchEvent[], asOf?: string): StopwatchState =>
  computeStopwatch({ spec, start: at(start), events, ...(asOf && { asOf: at(asOf) }) }, office);
const dueOf = ({ due }: StopwatchState): string => (due ? `${due.inclusive ? '=' : '<'}${zonedText(due.at, ZONE).slice(0, 19)}` : 'none');

describe('computeStopwatch', () => {
  it.each([
    ['no event', 'P4WH', [], '=2026-10-09T14:00:00'],
    ['a pause within the hours moves the due by its hours', 'P2WH', [pause('2026-10-09T09:00'), resume('2026-10-09T10:00')], '=2026-10-09T11:30:00'],
    ['a pause over lunch moves it by what was worked', 'P2WH', [pause('2026-10-09T10:00'), resume('2026-10-09T14:00')], '=2026-10-09T14:30:00'],
    ['a pause outside the hours moves nothing', 'P10WH', [pause('2026-10-09T18:00'), resume('2026-10-10T07:00')], '=2026-10-10T11:00:00'],
    ['by the clock a pause counts whole', 'PT2H', [pause('2026-10-09T10:00'), resume('2026-10-09T14:00')], '=2026-10-09T14:30:00'],
    ['calendar days move by the paused time', 'P3D', [pause('2026-10-09T10:00'), resume('2026-10-10T10:00')], '<2026-10-14T00:00:00'],
    ['working days move by the paused working time', 'P1WD', [pause('2026-10-09T10:00'), resume('2026-10-09T14:30')], '=2026-10-12T11:30:00'],
    ['a second pause begun while paused changes nothing', 'PT2H', [pause('2026-10-09T10:00'), pause('2026-10-09T11:00'), resume('2026-10-09T14:00')], '=2026-10-09T14:30:00'],
    ['a resume without pause changes nothing', 'PT2H', [resume('2026-10-09T09:00')], '=2026-10-09T10:30:00'],
    ['a pause begun before the start counts from it', 'PT2H', [pause('2026-10-09T07:30'), resume('2026-10-09T09:30')], '=2026-10-09T11:30:00'],
    ['a pause at the due itself still stops the clock', 'PT2H', [pause('2026-10-09T10:30'), resume('2026-10-09T11:30')], '=2026-10-09T11:30:00'],
    ['a pause after the due comes too late', 'PT2H', [pause('2026-10-09T10:30:00.001'), resume('2026-10-09T11:30')], '=2026-10-09T10:30:00'],
    ['events in any order fold by their instants', 'PT2H', [resume('2026-10-09T14:00'), pause('2026-10-09T10:00')], '=2026-10-09T14:30:00'],
    ['a restart sets consumption to zero', 'PT2H', [{ at: at('2026-10-09T10:00'), type: 'restart' }], '=2026-10-09T12:00:00'],
    ['a restart ends a pause', 'PT2H', [pause('2026-10-09T09:00'), { at: at('2026-10-09T10:00'), type: 'restart' }], '=2026-10-09T12:00:00'],
    ['an extension by the clock follows the due', 'PT2H', [{ at: at('2026-10-09T10:00'), type: 'extend', by: 'PT1H' }], '=2026-10-09T11:30:00'],
    ['15 days and 30 more are 45', 'P15D', [{ at: at('2026-10-12T10:00'), type: 'extend', by: 'P30D' }], '<2026-11-24T00:00:00'],
    ['an hour after the end of a day', 'P3D', [{ at: at('2026-10-12T10:00'), type: 'extend', by: 'PT1H' }], '=2026-10-13T01:00:00'],
    ['a day after an inclusive due at midnight', 'PT15H30M', [{ at: at('2026-10-09T10:00'), type: 'extend', by: 'P1D' }], '<2026-10-12T00:00:00'],
    ['S3.5/23: five working days in all, from the same start', 'P3WD', [{ at: at('2026-10-12T10:00'), type: 'extend', by: 'P5WD', of: 'start' }], '=2026-10-15T17:30:00'],
    ['an extension after the due comes too late', 'PT2H', [{ at: at('2026-10-09T11:00'), type: 'extend', by: 'PT1H' }], '=2026-10-09T10:30:00'],
    ['an extension and a pause add up', 'PT2H', [pause('2026-10-09T09:00'), resume('2026-10-09T10:00'), { at: at('2026-10-09T10:00'), type: 'extend', by: 'PT1H' }], '=2026-10-09T12:30:00'],
    ['an extension may come while paused', 'PT2H', [pause('2026-10-09T09:00'), { at: at('2026-10-09T12:00'), type: 'extend', by: 'PT1H' }, resume('2026-10-09T13:00')], '=2026-10-09T15:30:00'],
    ['a restart keeps the extended limit', 'PT2H', [{ at: at('2026-10-09T09:00'), type: 'extend', by: 'PT1H' }, { at: at('2026-10-09T10:00'), type: 'restart' }], '=2026-10-09T13:00:00'],
  ] as [string, string, StopwatchEvent[], string][])('%s', (_, spec, events, expected) => {
    expect(dueOf(run(spec, '2026-10-09T08:30', events))).toBe(expected);
  });

  it('while paused there is no due, no breach and nothing to look at again', () => {
    const state = run('P4WH', '2026-11-16T09:00', [pause('2026-11-16T10:00')], '2026-11-18T12:00');
    expect(state).toEqual({ state: 'paused', consumedMs: HOUR, remainingMs: 3 * HOUR, overdue: false });
  });

  it('running, it tells what is used, what is left and when to look again', () => {
    const state = run('P4WH', '2026-10-09T08:30', [], '2026-10-09T11:00');
    expect(state).toMatchObject({ state: 'running', consumedMs: 2.5 * HOUR, remainingMs: 1.5 * HOUR, overdue: false, nextChangeAt: '2026-10-09T06:00:00.001Z' });
  });

  it('overdue, nothing is left and there is nothing more to look at', () => {
    const state = run('PT2H', '2026-10-09T08:30', [], '2026-10-09T11:00');
    expect(state).toMatchObject({ state: 'running', consumedMs: 2.5 * HOUR, remainingMs: 0, overdue: true });
    expect(state.nextChangeAt).toBeUndefined();
  });

  it.each([
    ['2026-10-09T10:30', true, 0],
    ['2026-10-09T10:30:00.001', false, -1],
    ['2026-10-09T09:30', true, HOUR],
  ])('stopped at %s it is met: %s, margin %i, for good', (stopped, met, marginMs) => {
    const events: StopwatchEvent[] = [{ at: at(stopped), type: 'stop' }, { at: at('2026-10-09T12:00'), type: 'restart' }];
    expect(run('PT2H', '2026-10-09T08:30', events)).toMatchObject({ state: 'stopped', overdue: !met, verdict: { met, marginMs } });
  });

  it('stopped while paused it is met with what was left', () => {
    const state = run('PT2H', '2026-10-09T08:30', [pause('2026-10-09T09:30'), { at: at('2026-10-12T09:30'), type: 'stop' }]);
    expect(state).toMatchObject({ state: 'stopped', verdict: { met: true, marginMs: HOUR }, consumedMs: HOUR });
  });

  it('cancelled it has no verdict', () => {
    const state = run('PT2H', '2026-10-09T08:30', [{ at: at('2026-10-09T12:00'), type: 'cancel' }]);
    expect(state).toMatchObject({ state: 'cancelled', overdue: false });
    expect(state.verdict).toBeUndefined();
  });

  it('leaves out what happens after the instant asked for', () => {
    expect(dueOf(run('PT2H', '2026-10-09T08:30', [pause('2026-10-09T09:00'), resume('2026-10-09T10:00')], '2026-10-09T08:59'))).toBe('=2026-10-09T10:30:00');
    expect(run('PT2H', '2026-10-09T08:30', [], '2026-10-09T08:00')).toMatchObject({ consumedMs: 0, overdue: false });
  });

  it('explains pauses, restarts and extensions', () => {
    const { due } = run('P2WH', '2026-10-09T08:30', [
      { at: at('2026-10-09T09:00'), type: 'restart' }, pause('2026-10-09T10:00'), resume('2026-10-09T14:00'),
      { at: at('2026-10-09T14:10'), type: 'extend', by: 'P1WH', approvedBy: 'DM1', reason: 'part on order' },
    ]);
    expect(due!.explanation).toMatchObject({
      start: at('2026-10-09T09:00'),
      restarts: [at('2026-10-09T09:00')],
      pauses: [{ from: at('2026-10-09T10:00'), to: at('2026-10-09T14:00'), movedMs: 2.5 * HOUR }],
      extensions: [{ by: 'P1WH', of: 'due', approvedBy: 'DM1', reason: 'part on order', due: at('2026-10-09T16:00') }],
    });
    expect(due!.explanation.segments.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(['counted hours', 'skipped pause', 'counted hours']);
  });

  it('explains nothing that did not happen', () => {
    const { explanation } = run('PT2H', '2026-10-09T08:30', []).due!;
    for (const part of ['pauses', 'restarts', 'extensions', 'rolled', 'others']) expect(explanation).not.toHaveProperty(part);
  });

  it('explains a pause of a promise in days as what moved its end', () => {
    const { due } = run('P3D', '2026-10-09T08:30', [pause('2026-10-09T10:00'), resume('2026-10-10T10:00')]);
    expect(due!.explanation.segments[due!.explanation.segments.length - 1]).toEqual({ from: at('2026-10-13T00:00'), to: at('2026-10-14T00:00'), kind: 'skipped', reason: 'pause' });
  });

  it('what is counted is the limit, whatever the pauses', () => {
    const minute = fc.integer({ min: 0, max: 20_000 });
    const start = Date.parse('2026-09-21T00:00:00Z');
    const instant = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 8 }), fc.integer({ min: 1, max: 100 }), (pairs, hours) => {
        const events = pairs.flatMap(([a, b]): StopwatchEvent[] => [
          { at: instant(Math.min(a, b)), type: 'pause' }, { at: instant(Math.max(a, b) + 1), type: 'resume' },
        ]);
        const { due } = computeStopwatch({ spec: `P${hours}WH`, start: instant(0), events }, office);
        const paused = (due!.explanation.pauses ?? []).reduce((sum, { movedMs }) => sum + movedMs, 0);
        expect(workingBetween(instant(0), due!.at, office) - paused).toBe(hours * HOUR);
        const told = due!.explanation.segments.filter(({ kind }) => kind === 'counted').reduce((sum, { amount = 0 }) => sum + amount, 0);
        expect(told).toBe(hours * HOUR);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('folds 100,000 events and keeps the explanation short; more it refuses', () => {
    const events = (count: number): StopwatchEvent[] =>
      Array.from({ length: count }, (_, index): StopwatchEvent => ({ at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(), type: index % 2 === 0 ? 'pause' : 'resume' }));
    const { due } = computeStopwatch({ spec: 'P400WH', start: '2026-01-01T00:00:00Z', events: events(100_000) }, office);
    expect(due!.explanation.pauses).toHaveLength(50);
    expect(due!.explanation.segments.length).toBeLessThan(200);
    expect(due!.explanation.segments.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(400 * HOUR);
    expect(() => computeStopwatch({ spec: 'PT1H', start: '2026-01-01T00:00:00Z', events: events(100_001) }, office)).toThrow('more than 100000 events');
  });

  it('takes a parsed due as well as its text', () => {
    const parsed = computeStopwatch({ spec: parseDue('P4WH'), start: at('2026-10-09T08:30'), events: [] }, office);
    expect(parsed).toEqual(run('P4WH', '2026-10-09T08:30', []));
  });
});
