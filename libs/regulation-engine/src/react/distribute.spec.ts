import { STAFF, policyOf, World, refusals } from '../fixtures/repair-world.ts';
import { tinyPacks } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { PrincipleDocument } from '../language/table-document.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { Person } from '../matter/person.ts';

const REPS: readonly Person[] = [
  { id: 'R1', name: '1', roles: ['rep'], place: 'west', joined: '2020-01-01T00:00:00.000Z' }, { id: 'R2', name: '2', roles: ['rep'], place: 'east', joined: '2020-01-01T00:00:00.000Z' },
  { id: 'R3', name: '3', roles: ['rep'], place: 'east', joined: '2026-09-01T00:00:00.000Z' }, { id: 'R5', name: '5', roles: ['rep'], place: 'east', joined: '2020-01-01T00:00:00.000Z' },
  { id: 'R9', name: '9', roles: ['rep'], place: 'east', left: '2026-10-01T00:00:00.000Z' },
];
const batch: KindDocument = {
  in: 'shop', fields: { customers: { type: 'lines', key: 'customer', max: 50, of: { region: 'text', collector: 'person', proposed: 'person' }, required: ['create'] } },
  acts: { create: { from: ['new'], by: 'anyone', to: 'open' }, add: { by: 'anyone', line: 'customers' } },
};
const BY: readonly PrincipleDocument[] = [
  { keep: 'line.collector', rule: 8 }, { only: 'it.place == line.region', rule: 9 }, { share: 'value:newShare', to: "has(it.joined) && daysBetween(it.joined, now) < values.newDays", rule: 10 }, { lowest: 'query:openFiles', rule: 11 },
];

function world(by: readonly PrincipleDocument[] = BY, openFiles: FactValue = [{ rep: 'R2', value: 12 }, { rep: 'R5', value: 8 }]): World {
  const [core, pack] = tinyPacks({ acts: {} }, {
    parties: { rep: { is: 'rep' } }, values: { newShare: { is: '20%', word: '一部分', open: true, rule: 10 }, newDays: { is: 92, open: true, rule: 10 } }, queries: { openFiles: { of: 'batch', per: ['owner'], take: 'count' } },
    distributions: { toReps: { of: 'batch.customers', among: 'rep', sets: 'proposed', by, rule: 7 } },
  });
  const { job: _, ...kinds } = core!.kinds!;
  const shop = new World(policyOf([{ ...core!, kinds: { ...kinds, batch } }, pack!]), [...STAFF, ...REPS]);
  expect(shop.policy.problems).toEqual([]);
  Object.assign(shop.facts, { queries: { openFiles } });
  return shop;
}
const lines = (count: number, more: FactMap = {}): FactMap[] => Array.from({ length: count }, (_, index) => ({ customer: `K${index + 1}`, region: 'east', ...more }));
function given(shop: World, customers: readonly FactMap[]): readonly unknown[] {
  const outcome = shop.create('10-09 09:00', 'C1', 'batch', 'create', { customers }, { id: 'A1' });
  expect(refusals(outcome)).toEqual([]);
  return (shop.matter('A1').facts['customers'] as readonly FactMap[]).map((line) => line['proposed']);
}

describe('a distribution', () => {
  it('keeps who the first principle names, if he is a candidate', () => {
    const shop = world();
    expect(given(shop, [{ customer: 'A', region: 'east', collector: 'R1' }, { customer: 'B', region: 'west', collector: 'R9' }])).toEqual(['R1', 'R1']);
    expect(shop.matter('A1').reasons['customers/A.proposed']).toMatchObject({ citation: { rule: 'p1/8' } });
    expect(shop.matter('A1').reasons['customers/B.proposed']).toMatchObject({ citation: { rule: 'p1/9' } });
  });

  it('gives a share to some, rounded down, then one by one to the least loaded, counting what it gave', () => {
    expect(given(world(), lines(10))).toEqual(['R3', 'R3', 'R5', 'R5', 'R5', 'R5', 'R2', 'R5', 'R2', 'R5']);
    expect(given(world(), lines(4))).toEqual(['R5', 'R5', 'R5', 'R5']);
  });

  it('gives whoever got fewest where the principles leave several', () => {
    expect(given(world([{ only: 'it.place == line.region', rule: 9 }]), lines(4))).toEqual(['R2', 'R3', 'R5', 'R2']);
  });

  it('leaves what was chosen, and chooses for what is added', () => {
    const shop = world();
    given(shop, [{ customer: 'A', region: 'west' }]);
    shop.act('10-09 09:10', 'C1', 'A1', 'add', { region: 'east' }, { line: 'B' });
    expect(shop.matter('A1').facts['customers']).toMatchObject([{ customer: 'A', proposed: 'R1' }, { customer: 'B', proposed: 'R5' }]);
  });

  it('refuses the act where a principle cannot be evaluated', () => {
    const shop = world();
    Object.assign(shop.facts, { queries: {} });
    expect(refusals(shop.create('10-09 09:00', 'C1', 'batch', 'create', { customers: lines(2) }, { id: 'A1' }))).toEqual(['evaluation@gate core/batch.create']);
  });

  it.each([[4, 0], [5, 1], [9, 1], [10, 2]])('of %d lines gives the favoured share to %d', (count, times) => {
    expect(given(world(), lines(count)).filter((person) => person === 'R3')).toHaveLength(times);
  });

  it('records the principle that chose each line, and itself where the fewest decided', () => {
    const shop = world();
    given(shop, [...lines(5), { customer: 'W', region: 'west' }]);
    const chosenBy = (customer: string): unknown => shop.matter('A1').reasons[`customers/${customer}.proposed`]?.citation.rule;
    expect(['K1', 'K2', 'K3', 'K4', 'K5', 'W'].map(chosenBy)).toEqual(['p1/10', 'p1/11', 'p1/11', 'p1/11', 'p1/11', 'p1/9']);
    expect(shop.matter('A1').reasons['customers/K2.proposed']).toMatchObject({ item: 'p1/distributions.toReps.by[3]', inputs: { chosen: 'R5', line: { customer: 'K2' } } });
    const even = world([{ only: "it.place == 'nowhere'", rule: 9 }]);
    given(even, lines(1));
    expect(even.matter('A1').reasons['customers/K1.proposed']?.citation.rule).toBe('p1/7');
  });

  it.each<[string, PrincipleDocument, string]>([
    ['lowest of an expression', { lowest: 'it.given', rule: 11 }, 'R1'], ['highest of an expression', { highest: "it.place == 'east' ? 1 : 0", rule: 11 }, 'R2'], ['highest of a query', { highest: 'query:openFiles', rule: 11 }, 'R2'],
    ['only those for whom it holds, if any', { only: "it.id == 'R5'", rule: 11 }, 'R5'], ['only of nobody: everybody', { only: "it.id == 'R9'", rule: 11 }, 'R1'], ['keep of nobody who is a candidate: whoever has fewest', { keep: "'R9'", rule: 11 }, 'R1'],
  ])('%s', (_, principle, expected) => {
    expect(given(world([principle]), lines(1))).toEqual([expected]);
  });

  it('of a share that no value gives, of lines that are not there, of no principle at all is a problem', () => {
    const problems = (by: readonly PrincipleDocument[], of = 'batch.customers') => policyOf(tinyPacks(batch, { parties: { rep: { is: 'rep' } }, distributions: { toReps: { of: of.replace('batch', 'job'), among: 'rep', sets: 'proposed', by, rule: 7 } } })).problems.map(({ item }) => item);
    expect(problems([{ share: '20%', to: 'true', rule: 10 }])).toEqual(['distributions.toReps.by[0].share']);
    expect(problems([{ share: 'value:ghost', to: 'true', rule: 10 }])).toEqual(['distributions.toReps.by[0].share']);
    expect(problems([{ rule: 10 }])).toEqual(['distributions.toReps.by[0]']);
    expect(problems([{ keep: 'line.collector', rule: 10 }], 'batch.ghosts')).toEqual(['distributions.toReps']);
  });
});
