import { at, staff } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { FactValue } from '../matter/matter.ts';
import { answerQuery } from '../queries/answer-query.ts';
import { runView } from '../views/run-view.ts';

const fields = { parent: { type: 'ref', to: 'job', optional: ['open'] }, note: { type: 'text', optional: ['open'] }, notes: { type: 'list', of: 'text', max: 3, optional: ['open'] }, friends: { type: 'list', of: 'ref', to: 'job', max: 3, optional: ['open'] } } as const;

/** The expression over J2, whose parent is J1 (J1's own parent is J0). */
function given(is: string): FactValue {
  const shop = tinyWorld({ fields, acts: MOVES, resting: ['open'] }, [{ views: { seen: { of: 'job', where: "it.id == 'J2'", columns: [{ name: 'value', is }], rule: 1 } } }]);
  shop.create('10-09 08:00', 'C1', 'job', 'open', {}, { id: 'J0' });
  openJob(shop, { parent: 'J0' });
  shop.create('10-09 09:00', 'C1', 'job', 'open', { parent: 'J1', note: 'J1', notes: ['J1'], friends: ['J1', 'J0'] }, { id: 'J2' });
  const shown = runView(shop.policy, 'seen', [...shop.matters.values()], shop.facts, staff('M1'), at('10-09 09:30'));
  return shown.ok ? (shown.rows[0]!['value'] ?? null) : null;
}

describe('a link is compared by the id of its matter', () => {
  it.each([
    ["it.parent == 'J1'", true], ["it.parent == 'J2'", false], ["'J1' == it.parent", true], ["it.parent != 'J1'", false], ['it.parent == it.note', true], ['it.note != it.parent', false],
    ["it.parent in ['J1', 'x']", true], ['it.parent in it.notes', true], ["it.parent in ['J2']", false], ["'J0' in it.friends", true], ['it.parent in it.friends', true], ['it in it.friends', false],
    ["it.parent.parent == 'J0'", true], ['it.parent == it.parent.parent', false], ['it.parent.parent == it.parent.parent', true], ["it == 'J2'", true], ['it.parent == null', false], ['it.parent.parent.parent == null', true],
    ["it.friends.exists(f, f == 'J0')", true], ["it.friends.all(f, f != 'J2')", true],
  ])('%s: %s', (source, expected) => {
    expect(given(source)).toBe(expected);
  });

  it('also between the row of a query and whoever asks', () => {
    const shop = tinyWorld({ fields, acts: MOVES, resting: ['open'] }, [{ queries: { children: { of: 'job', where: 'it.parent == matter', take: 'list', field: 'id', max: 9 }, self: { of: 'job', where: 'it == matter', take: 'count' } } }]);
    openJob(shop);
    for (const id of ['J2', 'J3']) shop.create('10-09 09:00', 'C1', 'job', 'open', { parent: 'J1' }, { id });
    const ask = (name: string) => answerQuery(shop.policy, name, [...shop.matters.values()], { facts: shop.facts, matter: shop.matter('J1') }, at('10-09 10:00'));
    expect([ask('children'), ask('self')]).toEqual([['J2', 'J3'], 1]);
  });

  it('an error on either side still comes out', () => {
    expect(() => given('it.parent == it.note.size() > it.parent')).toThrow();
    expect(() => given("it.parent.parent.parent.note == 'x'")).toThrow();
  });
});
