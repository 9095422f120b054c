import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { StepDocument } from '../language/step-document.ts';

const world = (step: Omit<StepDocument, 'rule'>) =>
  tinyWorld({
    fields: { calls: { type: 'lines', key: 'label', max: 9, of: { on: { type: 'date', required: ['add'], optional: ['open'] }, reached: { type: 'bool', optional: ['reach'] } }, optional: ['open'] } },
    acts: { ...MOVES, add: { by: 'anyone', line: 'calls' }, reach: { by: 'anyone', line: 'calls' } },
    resting: ['idle'],
    steps: { reach: { rule: 1, ...step } } as never,
  });

describe('a step that runs once per line', () => {
  it('reads the line in its due', () => {
    const shop = world({ opens: { when: 'add' }, each: 'calls', due: 'line.on' });
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'add', { on: '2026-10-20' }, { line: 'a' });
    expect(shop.matter('J1').steps.find(({ name }) => name === 'reach')).toMatchObject({ id: 'reach/a', dueAt: at('10-21 00:00') });
  });

  it('gives a line that is added later a run of its own, and leaves the others alone', () => {
    const shop = world({ opens: { when: 'add' }, each: 'calls', due: 'line.on' });
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'add', { on: '2026-10-20' }, { line: 'a' });
    shop.act('10-09 09:20', 'C1', 'J1', 'add', { on: '2026-10-22' }, { line: 'b' });
    shop.act('10-09 09:30', 'C1', 'J1', 'reach', { reached: true }, { line: 'a' });
    shop.act('10-09 09:40', 'C1', 'J1', 'add', { on: '2026-10-24' }, { line: 'c' });
    expect(runs(shop, 'reach')).toEqual([{ id: 'reach/a', open: false, verdict: 'met' }, { id: 'reach/b', open: true }, { id: 'reach/c', open: true }]);
    expect(shop.matter('J1').steps.filter(({ name }) => name === 'reach').map(({ dueAt }) => dueAt)).toEqual([at('10-21 00:00'), at('10-23 00:00'), at('10-25 00:00')]);
  });

  it('runs anew for the line that an event reopens, and only for that one', () => {
    const shop = world({ opens: { when: 'open' }, each: 'calls', due: 'PT1H', reopens: 'add' });
    openJob(shop, { calls: [{ label: 'a', on: '2026-10-20' }, { label: 'b', on: '2026-10-20' }] });
    for (const line of ['a', 'b']) shop.act('10-09 09:10', 'C1', 'J1', 'reach', { reached: true }, { line });
    shop.act('10-09 09:20', 'C1', 'J1', 'add', { on: '2026-10-22' }, { line: 'a' });
    expect(runs(shop, 'reach')).toEqual([{ id: 'reach/a', open: false, verdict: 'met' }, { id: 'reach/b', open: false, verdict: 'met' }, { id: 'reach/a#2', open: true }]);
  });
});
