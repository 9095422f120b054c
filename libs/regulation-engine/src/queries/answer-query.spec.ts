import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks, tinyWorld } from '../fixtures/tiny.ts';
import { policyOf } from '../fixtures/repair-world.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { FactValue } from '../matter/matter.ts';
import { answerQuery } from './answer-query.ts';
import type { LedgerRow } from './query-row.ts';
import { needs, needsOfAlarm } from '../run/needs.ts';

const job: KindDocument = {
  fields: { who: { type: 'person', optional: ['open'] }, size: { type: 'decimal', optional: ['open'] }, day: { type: 'date', optional: ['open'] }, parent: { type: 'ref', to: 'job', optional: ['open'] }, parts: { type: 'lines', key: 'sku', max: 9, of: { qty: 'int' }, optional: ['open'] } },
  acts: MOVES, final: ['finished'], steps: { work: { rule: 1, opens: { when: 'open' }, who: 'who', due: 'PT1H' } },
};

function shopWith(queries: Record<string, QueryDocument>) {
  const shop = tinyWorld(job, [{ queries }]);
  const open = (id: string, when: string, input: object) => shop.create(when, 'C1', 'job', 'open', input as never, { id });
  open('A', '09-30 23:30', { who: 'T1', size: 0.1, day: '2026-10-01', parts: [{ sku: 'x', qty: 2 }, { sku: 'y', qty: 1 }] });
  open('B', '10-01 00:00', { who: 'T1', size: 0.2, parts: [{ sku: 'x', qty: 3 }] });
  open('C', '10-09 09:00', { who: 'TL1', parent: 'A' });
  shop.act('10-09 10:30', 'C1', 'C', 'work');
  return shop;
}
const ask = (query: QueryDocument, now = '10-09 12:00', asker = {}): FactValue => {
  const shop = shopWith({ q: query });
  expect(shop.policy.problems).toEqual([]);
  return answerQuery(shop.policy, 'q', [...shop.matters.values()], { facts: shop.facts, ...asker }, at(now));
};

describe('a query over matters', () => {
  it.each<[string, QueryDocument, FactValue]>([
    ['counts', { of: 'job', take: 'count' }, 3],
    ['those for which it holds', { of: 'job', where: 'it.who == "T1"', take: 'count' }, 2],
    ['sums decimals exactly, leaving out what is absent', { of: 'job', take: 'sum', field: 'size' }, 0.3],
    ['means', { of: 'job', take: 'mean', field: 'size' }, 0.15],
    ['finds the least and the greatest', { of: 'job', take: 'max', field: 'size' }, 0.2],
    ['says whether there is one', { of: 'job', where: "it.state == 'idle'", take: 'exists' }, false],
    ['lists values', { of: 'job', take: 'list', field: 'who', max: 9 }, ['T1', 'T1', 'TL1']],
    ['takes the latest', { of: 'job', take: 'latest', field: 'id' }, 'C'],
    ['of nothing: none, zero, nothing', { of: 'job', where: 'it.final', take: 'min', field: 'size' }, null],
    ['groups', { of: 'job', per: ['who'], take: 'count' }, [{ who: 'T1', value: 2 }, { who: 'TL1', value: 1 }]],
    ['groups by what links say, absent as nothing', { of: 'job', per: ['parent.who'], take: 'count' }, [{ who: null, value: 2 }, { who: 'T1', value: 1 }]],
    ['within the month of the act', { of: 'job', window: 'month', take: 'count' }, 2],
    ['within the month of another instant', { of: 'job', window: 'month', at: "'2026-09-15T00:00:00.000Z'", take: 'count' }, 1],
    ['by a date of its own', { of: 'job', window: 'month', on: 'has(it.day) ? it.day : it.openedAt', take: 'count' }, 3],
    ['within the last days', { of: 'job', window: 'P8D', take: 'count' }, 1],
    ['over the steps, with what they know of their matter', { of: 'job.steps', where: "it.verdict == 'missed' && it.name == 'work'", per: ['who'], take: 'count' }, [{ who: ['T1'], value: 2 }, { who: ['TL1'], value: 1 }]],
    ['over lines', { of: 'job.parts', where: "it.sku == 'x' && it.who == 'T1'", take: 'sum', field: 'qty' }, 5],
  ])('%s', (_, query, expected) => {
    const shop = shopWith({ q: query });
    for (const id of ['A', 'B']) shop.alarm('10-09 11:00', id);
    expect(answerQuery(shop.policy, 'q', [...shop.matters.values()], { facts: shop.facts }, at('10-09 12:00'))).toEqual(expected);
  });

  it('reads who asks: matter, act, actor', () => {
    const shop = shopWith({ q: { of: 'job', where: 'it.who == matter.who && it.id != matter.id && actor == "C1" && it.size > act.size', take: 'list', field: 'id', max: 5 } });
    expect(answerQuery(shop.policy, 'q', [...shop.matters.values()].filter(({ id }) => id !== 'C'), { facts: shop.facts, matter: shop.matter('A'), act: { size: 0.15 }, actor: 'C1' }, at('10-09 12:00'))).toEqual(['B']);
  });

  it('reads of an act that makes a matter the one it would make', () => {
    const shop = shopWith({ q: { of: 'job', where: 'it.who == matter.who', window: 'month', at: 'matter.openedAt', take: 'list', field: 'id', max: 5 } });
    expect(answerQuery(shop.policy, 'q', [...shop.matters.values()], { facts: shop.facts, kind: 'job', act: { who: 'T1' }, actor: 'C1' }, at('10-09 12:00'))).toEqual(['B']);
  });

  it('refuses a list longer than it may be, and what cannot be evaluated', () => {
    expect(() => ask({ of: 'job', take: 'list', max: 2 })).toThrow('has 3 rows, more than 2');
    expect(() => ask({ of: 'job', where: 'it.size > 0', take: 'count' })).toThrow('it.size > 0');
  });
});

describe('a query over a ledger', () => {
  const entry = (id: string, to: string, amount: number, when: string, account = 'tickets'): LedgerRow => ({ id, ledger: 'evidence', to, amount, at: when, account, citation: { rule: 's0.7/19' } });
  const rows = [entry('1', 'T1', 1, '2026-09-30'), entry('2', 'T1', 1, '2026-10-01'), entry('3', 'T1', -1, '2026-10-09'), entry('4', 'TL1', 1, '2026-10-31'), entry('5', 'TL1', 7, '2026-10-02', 'other')];

  it('sums what was posted per person within the month, by the entries’ dates', () => {
    const shop = shopWith({ tickets: { of: 'evidence', where: "it.account == 'tickets'", per: ['person'], window: 'month', take: 'sum' } });
    expect(answerQuery(shop.policy, 'tickets', rows, { facts: shop.facts }, at('10-20 12:00'))).toEqual([{ person: 'T1', value: 0 }, { person: 'TL1', value: 1 }]);
  });
});

describe('what an act needs', () => {
  const packs: readonly Partial<PackDocument>[] = [{
    queries: { busy: { of: 'job', where: 'it.who == matter.who', take: 'count' }, late: { of: 'job.steps', take: 'count' }, other: { of: 'job', take: 'count' } },
    kinds: { job: { acts: { work: { require: [{ that: 'facts.busy < 2', refuse: 'busy', rule: 2 }] } }, effects: [{ when: 'work.missed', if: 'facts.late > 0', do: { publish: 'late', rule: 3 } }] } },
  }, { queries: { busy: { of: 'job', where: "it.state == 'idle'", take: 'count' } }, kinds: { job: { acts: { stop: { require: [{ that: 'facts.busy == 0', refuse: 'idle', rule: 4 }] } } } } }];

  it('is exactly the queries it may come to read, with their service and rows', () => {
    const shop = tinyWorld(job, packs);
    openJob(shop, { who: 'T1' });
    const named = (act: string) => needs(shop.policy, shop.matter('J1'), 'job', act, {}).queries.map(({ name, service, rows }) => [name, service, rows]);
    expect(named('work')).toEqual([['busy', 'shop', { kind: 'job' }], ['late', 'shop', { kind: 'job' }]]);
    expect(named('stop')).toEqual([['p2:busy', 'shop', { kind: 'job' }]]);
    expect(named('go')).toEqual([]);
    expect(needsOfAlarm(shop.policy, shop.matter('J1')).queries.map(({ name }) => name)).toEqual(['late']);
  });

  it('tells two packs’ queries of one name apart', () => {
    const shop = tinyWorld(job, packs);
    openJob(shop, { who: 'T1' });
    const refusedBy = (act: string, queries: Record<string, FactValue>) => {
      Object.assign(shop.facts, { queries });
      const outcome = shop.act('10-09 09:10', 'C1', 'J1', act);
      return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
    };
    expect(refusedBy('stop', { busy: 5, 'p2:busy': 1 })).toEqual(['idle']);
    expect(refusedBy('work', { busy: 5, 'p2:busy': 0, late: 0 })).toEqual(['busy']);
    expect(refusedBy('work', {})).toEqual(['evaluation']);
  });

  it('a query of no kind, a window of no period, a sum of no field are problems', () => {
    const codes = (query: QueryDocument) => policyOf(tinyPacks(job, { queries: { q: query } })).problems.map(({ code, item }) => `${code} ${item}`);
    expect(codes({ of: 'ghost', take: 'count' })).toEqual(['unknownKind queries.q.of']);
    expect(codes({ of: 'job', window: 'fortnight', take: 'count' })).toEqual(['unknownName queries.q.window']);
    expect(codes({ of: 'job', take: 'sum' })).toEqual(['unknownName queries.q']);
  });
});
