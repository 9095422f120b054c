import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { StepDocument } from '../language/step-document.ts';
import { why } from '../why/why.ts';

const job = (step: Omit<StepDocument, 'rule'>): KindDocument => ({
  fields: { held: { type: 'bool', optional: ['work'] }, since: { type: 'instant', typed: 'past', optional: ['open', 'go'] }, ok: { type: 'bool', optional: ['finish', 'stop'] }, calls: { type: 'lines', key: 'label', max: 9, of: { on: { type: 'date', optional: ['open', 'move'] } }, optional: ['open'] } },
  acts: { ...MOVES, finish: { by: 'anyone', to: 'finished' }, move: { by: 'anyone', line: 'calls' }, call: { by: 'anyone' } }, resting: ['finished', 'idle'], steps: { wait: { rule: 1, act: 'finish', ...step } },
});
const world = (step: Omit<StepDocument, 'rule'>, input: object = {}) => {
  const shop = tinyWorld(job(step));
  expect(shop.policy.problems).toEqual([]);
  openJob(shop, input as never);
  return shop;
};
const waits = (shop: ReturnType<typeof world>) => shop.matter('J1').steps.filter(({ name }) => name === 'wait');

describe('a restart', () => {
  it('counts due and warning of the same run anew, and warns again', () => {
    const shop = world({ opens: { when: 'open' }, warn: 'PT30M', due: 'PT1H', restarts: 'go' });
    shop.alarm('10-09 09:40', 'J1');
    shop.act('10-09 09:50', 'C1', 'J1', 'go');
    expect(waits(shop)).toMatchObject([{ id: 'wait', startedAt: at('10-09 09:50'), dueAt: at('10-09 10:50'), warnAt: at('10-09 10:20') }]);
    shop.alarm('10-09 10:30', 'J1');
    expect(shop.histories.get('J1')!.filter(({ type }) => type === 'job.wait.warned')).toHaveLength(2);
  });

  it('starts where `since` says, and what was paused before it counts for nothing', () => {
    const shop = world({ opens: { when: 'open', since: 'has(matter.since) ? matter.since : null' }, due: 'PT2H', pausedWhile: 'matter.held == true', restarts: 'go' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work', { held: true });
    shop.act('10-09 09:40', 'C1', 'J1', 'work', { held: false });
    shop.act('10-09 10:00', 'C1', 'J1', 'go', { since: at('10-09 09:50') });
    expect(waits(shop)).toMatchObject([{ dueAt: at('10-09 11:50') }]);
    shop.act('10-09 10:10', 'C1', 'J1', 'work', { held: true });
    shop.act('10-09 10:20', 'C1', 'J1', 'work', { held: false });
    expect(waits(shop)).toMatchObject([{ dueAt: at('10-09 12:00') }]);
  });

  it('keeps what the run was extended by', () => {
    const shop = world({ opens: { when: 'open' }, due: 'PT1H', restarts: 'go', extend: { by: 'anyone', most: 'PT30M' } });
    shop.act('10-09 09:10', 'C1', 'J1', 'extendWait', { duration: 'PT20M' });
    shop.act('10-09 09:30', 'C1', 'J1', 'go');
    expect(waits(shop)).toMatchObject([{ dueAt: at('10-09 10:50'), restarts: [{ from: at('10-09 10:20') }] }]);
  });

  it('leaves a verdict that is given, and a run that is not open', () => {
    const shop = world({ opens: { when: 'open' }, due: 'PT1H', restarts: 'go' });
    shop.act('10-09 10:30', 'C1', 'J1', 'go');
    expect(waits(shop)).toMatchObject([{ open: true, verdict: 'missed', dueAt: at('10-09 11:30') }]);
    shop.act('10-09 10:40', 'C1', 'J1', 'finish');
    shop.act('10-09 10:50', 'C1', 'J1', 'go');
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: false, verdict: 'missed' }]);
  });

  it('of a series counts every open member by its own limit', () => {
    const shop = world({ opens: { when: 'open' }, act: 'call', series: [{ due: 'P3D' }, { due: 'P30D' }], restarts: 'go' });
    shop.act('10-10 09:00', 'C1', 'J1', 'go');
    expect(waits(shop).map(({ dueAt, startedAt }) => [startedAt, dueAt])).toEqual([[at('10-10 09:00'), at('10-14 00:00')], [at('10-14 00:00'), at('11-10 00:00')]]);
  });

  it('of a step per line reads the line, and on a line concerns that line alone', () => {
    const shop = world({ opens: { when: 'open' }, each: 'calls', act: 'finish', due: 'line.on', restarts: ['move', 'go'] }, { calls: [{ label: 'a', on: '2026-10-12' }, { label: 'b', on: '2026-10-12' }] });
    shop.act('10-09 09:30', 'C1', 'J1', 'move', { on: '2026-10-20' }, { line: 'a' });
    expect(waits(shop).map(({ id, dueAt, restarts }) => [id, dueAt, restarts?.length])).toEqual([['wait/a', at('10-21 00:00'), 1], ['wait/b', at('10-13 00:00'), undefined]]);
    shop.act('10-09 09:40', 'C1', 'J1', 'go');
    expect(waits(shop).map(({ restarts }) => restarts?.length)).toEqual([2, 1]);
  });

  it('is explained', () => {
    const shop = world({ opens: { when: 'open' }, due: 'PT1H', restarts: 'go' });
    shop.act('10-09 09:30', 'C1', 'J1', 'go');
    expect(why(shop.policy, shop.matter('J1'), 'dueAt:wait', shop.facts, at('10-09 09:31'))).toMatchObject({ value: at('10-09 10:30'), due: { restarts: [{ at: at('10-09 09:30'), from: at('10-09 10:00') }] } });
  });
});

describe('a warning', () => {
  it('moves by what is paused, like the due', () => {
    const shop = world({ opens: { when: 'open' }, warn: 'PT30M', due: 'PT1H', pausedWhile: 'matter.held == true' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work', { held: true });
    shop.act('10-09 10:10', 'C1', 'J1', 'work', { held: false });
    expect(waits(shop)).toMatchObject([{ warnAt: at('10-09 10:30'), dueAt: at('10-09 11:00') }]);
    shop.alarm('10-09 10:29', 'J1');
    expect(shop.histories.get('J1')!.some(({ type }) => type === 'job.wait.warned')).toBe(false);
  });

  it('stays where only the due is extended', () => {
    const shop = world({ opens: { when: 'open' }, warn: 'PT30M', due: 'PT1H', extend: { by: 'anyone', most: 'PT1H' } });
    shop.act('10-09 09:10', 'C1', 'J1', 'extendWait', { duration: 'PT30M' });
    expect(waits(shop)).toMatchObject([{ warnAt: at('10-09 09:30'), dueAt: at('10-09 10:30') }]);
  });
});

describe('a step that is reopened', () => {
  const renewing = { act: 'stop', due: 'P30D' };

  it('by the very event that ends it runs on, each run with its own verdict', () => {
    const shop = world({ opens: { when: 'open' }, ...renewing, reopens: 'stop' });
    shop.act('10-20 09:00', 'C1', 'J1', 'stop');
    shop.act('12-20 09:00', 'C1', 'J1', 'stop');
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: false, verdict: 'met' }, { id: 'wait#2', open: false, verdict: 'missed' }, { id: 'wait#3', open: true }]);
    expect(waits(shop)[1]).toMatchObject({ startedAt: at('10-20 09:00') });
  });

  it('by an event that also opens it does so on the same condition', () => {
    const shop = world({ opens: { when: 'stop', if: 'matter.ok == false' }, act: 'finish', reopens: 'stop', due: 'PT1H' });
    for (const [when, act, ok] of [['09:10', 'stop', false], ['09:20', 'finish', false], ['09:30', 'stop', true]] as const) shop.act(`10-09 ${when}`, 'C1', 'J1', act, { ok });
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: false, verdict: 'met' }]);
    shop.act('10-09 09:40', 'C1', 'J1', 'stop', { ok: false });
    expect(runs(shop, 'wait')).toHaveLength(2);
  });

  it('is not opened by an event of the same name while it is open, nor again once done', () => {
    const shop = world({ opens: { when: ['open', 'go'] }, due: 'PT1H' });
    shop.act('10-09 09:10', 'C1', 'J1', 'go');
    shop.act('10-09 09:20', 'C1', 'J1', 'finish');
    shop.act('10-09 09:30', 'C1', 'J1', 'go');
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: false, verdict: 'met' }]);
    expect(waits(shop)[0]).toMatchObject({ startedAt: at('10-09 09:00') });
  });
});

describe('what began before its opening and the same event ends', () => {
  it('is judged at once; of a series only the member that is the earliest begun', () => {
    const shop = world({ opens: { when: 'call', since: 'matter.since' }, act: 'call', series: [{ due: 'P1D' }, { due: 'P3D' }, { due: 'P30D' }] }, { since: at('10-01 09:00') });
    const { events } = shop.act('10-09 09:10', 'C1', 'J1', 'call');
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait[0]', open: false, verdict: 'missed' }, { id: 'wait[1]', open: true, verdict: 'missed' }, { id: 'wait[2]', open: true }]);
    expect(events.filter(({ type }) => type === 'job.wait.missed')).toHaveLength(2);
  });

  it('is judged in time at its very due, and late a millisecond after', () => {
    for (const [since, verdict] of [['10-09 08:10', 'met'], ['10-09 08:09:59.999', 'missed']] as const) {
      const shop = world({ opens: { when: 'call', since: 'matter.since' }, act: 'call', due: 'PT1H' }, { since: at(since) });
      shop.act('10-09 09:10', 'C1', 'J1', 'call');
      expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: false, verdict }]);
    }
  });

  it('is not where it begins with its opening: the act that opens it does not keep it', () => {
    const shop = world({ opens: { when: 'call' }, act: 'call', due: 'PT1H' });
    shop.act('10-09 09:10', 'C1', 'J1', 'call');
    expect(runs(shop, 'wait')).toEqual([{ id: 'wait', open: true }]);
  });
});
