import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectDocument } from '../language/step-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';

const base = {
  fields: {
    parts: { type: 'lines', key: 'sku', max: 9, of: { supplier: 'text', qty: 'int' }, optional: ['open', 'work'] },
    notes: { type: 'lines', max: 9, of: { text: 'text' }, optional: ['open'] },
    helpers: { type: 'list', of: 'person', optional: ['open'] },
    customer: { type: 'text', optional: ['open'] }, batch: { type: 'text', optional: ['open'] },
  },
  acts: MOVES, final: ['finished'], resting: ['open'],
} as const;
const shopWith = (each: string, effect: EffectDocument['do'], queries: Record<string, QueryDocument> = {}) => {
  const shop = tinyWorld({ ...base, effects: [{ when: 'work', each, do: effect, rule: 2 }] }, [{ queries }]);
  expect(shop.policy.problems).toEqual([]);
  return shop;
};
const opened = (each: string, input: FactMap, answers: Record<string, FactValue> = {}, queries: Record<string, QueryDocument> = {}) => {
  const shop = shopWith(each, { open: 'job', set: {} }, queries);
  openJob(shop, input);
  Object.assign(shop.facts, { queries: answers });
  const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
  if (!outcome.ok) return outcome.refusals.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`);
  return shop.histories.get('J1')!.flatMap(({ effects }) => effects).map((effect) => ('target' in effect ? `${effect.id.split(':').slice(3).join(':')} ${effect.target}` : ''));
};
const keysOf = (ids: readonly string[]) => ids.map((id) => id.split(' ')[0]);

describe('entries of each are told apart', () => {
  it('by the key of their lines, in whatever order the members of a line were given', () => {
    const ids = opened('matter.parts', { parts: [{ supplier: 'X', sku: 'a' }, { supplier: 'X', sku: 'b' }] });
    expect(keysOf(ids)).toEqual(['a', 'b']);
    expect(new Set(ids).size).toBe(2);
    expect(keysOf(opened('matter.parts.filter(p, p.sku != "a")', { parts: [{ supplier: 'X', sku: 'a' }, { supplier: 'X', sku: 'b' }] }))).toEqual(['b']);
  });

  it('by the id of a query’s row, though its first facts are equal', () => {
    const rows = ['A', 'B', 'C'].map((id) => ({ batch: 'B7', customer: 'K', id }));
    expect(keysOf(opened('facts.buyers', {}, { buyers: rows }, { buyers: { of: 'job', take: 'list' } }))).toEqual(['A', 'B', 'C']);
    expect(keysOf(opened("facts.buyers.filter(b, b.id != 'B')", {}, { buyers: rows }, { buyers: { of: 'job', take: 'list' } }))).toEqual(['A', 'C']);
  });

  it('by matter and key where the rows are lines, by the group where they are groups', () => {
    const lines = [{ supplier: 'X', sku: 'a', matter: 'A' }, { supplier: 'X', sku: 'a', matter: 'B' }];
    expect(keysOf(opened('facts.parts', {}, { parts: lines }, { parts: { of: 'job.parts', take: 'list' } }))).toEqual(['A:a', 'B:a']);
    const groups = [{ batch: 'B7', customer: 'K', value: 2 }, { batch: 'B7', customer: 'L', value: 1 }];
    expect(new Set(opened('facts.count', {}, { count: groups }, { count: { of: 'job', per: ['batch', 'customer'], take: 'count' } })).size).toBe(2);
    expect(keysOf(opened('facts.count', {}, { count: [{ customer: 'K', value: 2 }] }, { count: { of: 'job', per: ['customer'], take: 'count' } }))).toEqual(['K']);
  });

  it('by matter, name, line and start where the rows are runs of steps', () => {
    const run = { name: 'call', who: ['C1'], matter: 'A', startedAt: 's' };
    expect(new Set(opened('facts.late', {}, { late: [{ ...run, line: 'a' }, { ...run, line: 'b' }] }, { late: { of: 'job.steps', take: 'list' } })).size).toBe(2);
  });

  it('by themselves where they are texts, by their place where nothing else tells them apart', () => {
    expect(keysOf(opened('matter.helpers', { helpers: ['T1', 'TL1'] }))).toEqual(['T1', 'TL1']);
    expect(keysOf(opened('matter.notes', { notes: [{ text: 'same' }, { text: 'same' }] }))).toEqual(['0', '1']);
  });

  it('or the act is refused: of two entries with one key one would be lost', () => {
    expect(opened('matter.helpers', { helpers: ['T1', 'T1'] })).toEqual([expect.stringContaining('two entries have the key T1')]);
    expect(keysOf(opened('distinct(matter.helpers)', { helpers: ['T1', 'T1'] }))).toEqual(['T1']);
  });
});
