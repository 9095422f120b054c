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

  it('and the bare column `due` are a promise’s own over rows of steps, the next step’s over matters', () => {
    const steps = { late: { rule: 1, opens: { when: 'open' }, act: 'work', due: 'P3D' }, soon: { rule: 1, opens: { when: 'open' }, act: 'finish', due: 'PT1H' } };
    const views = { owed: { of: 'job.steps', where: "it.name != 'fallback'", columns: ['name', 'due', 'nextStep'], order: '-due', rule: 1 }, jobs: { of: 'job', columns: ['due'], rule: 1 } };
    const shop = tinyWorld({ acts: MOVES, final: ['finished'], steps }, [{ views }]);
    openJob(shop);
    const shown = (view: string, filters = {}) => {
      const result = runView(shop.policy, view, [...shop.matters.values()], shop.facts, staff('M1'), at('10-09 09:30'), filters);
      return result.ok ? result.rows.map(({ due, nextStep }) => [due, (nextStep as { step?: string } | undefined)?.step]) : result.refusals;
    };
    expect(shown('owed')).toEqual([[at('10-13 00:00'), 'soon'], [at('10-09 10:00'), 'soon']]);
    expect(shown('owed', { due: at('10-13 00:00') })).toEqual([[at('10-13 00:00'), 'soon']]);
    expect(shown('jobs')).toEqual([[at('10-09 10:00'), undefined]]);
  });

  it('by number goes on where the number has widened', () => {
    const shop = tinyWorld({ acts: MOVES, resting: ['open'], number: { format: 'X{yy}{MM}{seq:1}', at: ['open'] } }, [{ views: { all: { of: 'job', columns: ['number'], order: 'number', rule: 1 }, last: { of: 'job', columns: ['number'], order: '-number', rule: 1 } } }]);
    for (let count = 1; count <= 11; count += 1) shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: `J${count}` });
    const numbers = (view: string) => {
      const shown = runView(shop.policy, view, [...shop.matters.values()], shop.facts, staff('M1'), at('10-09 09:30'));
      return shown.ok ? shown.rows.map(({ number }) => number) : [];
    };
    expect(numbers('all').slice(-3)).toEqual(['X26109', 'X261010', 'X261011']);
    expect(numbers('last').slice(0, 2)).toEqual(['X261011', 'X261010']);
  });
});
