import { at, staff } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import { runView } from './run-view.ts';

describe('the order of a view', () => {
  it('may be a column that the view computes, over rows of steps each its own', () => {
    const shop = tinyWorld(
      { acts: MOVES, resting: ['idle'], steps: { late: { rule: 1, opens: { when: 'open' }, act: 'work', due: 'P3D' }, soon: { rule: 1, opens: { when: 'open' }, act: 'work', due: 'PT1H' } } },
      [{ views: { owed: { of: 'job.steps', columns: ['name', { name: 'dueAt', is: 'it.due' }], order: 'dueAt', rule: 1 } } }],
    );
    openJob(shop);
    const shown = runView(shop.policy, 'owed', [...shop.matters.values()], shop.facts, staff('M1'), at('10-09 09:30'), {});
    expect(shown.ok && shown.rows.map(({ name, dueAt }) => [name, dueAt])).toEqual([['soon', at('10-09 10:00')], ['late', at('10-13 00:00')]]);
  });
});
