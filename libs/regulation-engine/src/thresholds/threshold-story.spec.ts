import { decision, openEffects, openOwed, threshold } from '../fixtures/deciding.ts';
import { at, policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, tinyPacks } from '../fixtures/tiny.ts';
import { evolve } from '../evolve/evolve.ts';
import type { EffectActionDocument, EffectDocument } from '../language/step-document.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { Matter } from '../matter/matter.ts';
import { answerQuery } from '../queries/answer-query.ts';
import { needs, needsOfEvent } from '../run/needs.ts';
import { nextStep } from '../settle/next-step.ts';
import { countsTouched, needsOfThresholds } from './counts-touched.ts';
import { thresholdsReached } from './thresholds-reached.ts';

const ask: EffectActionDocument = {
  open: 'decision', owner: 'boss', text: 'suspension', rule: 19,
  options: {
    suspended: [{ post: { ledger: 'points', to: 'key.person', amount: '0 - values.cost', evidence: 'matter.id' }, rule: 19 }, { tell: 'key.person', text: 'suspended', rule: 19 }, { open: 'job', set: { who: 'key.person' }, rule: 19 }],
    counted: { post: { ledger: 'points', to: 'key.person', amount: '0 - facts.warnings' }, rule: 19 },
    warned: null,
  },
};
const job: KindDocument = {
  fields: { who: { type: 'person', optional: ['open'] }, day: { type: 'date', optional: ['open'] } }, acts: MOVES, final: ['finished'], resting: ['open', 'idle'],
  effects: [{ when: 'work', do: { post: { ledger: 'evidence', account: "'tickets'", to: 'matter.who', amount: '1', on: 'has(matter.day) ? matter.day : businessDate(event.countsAt)' }, rule: 19 } }],
  steps: { late: { rule: 2, opens: { when: 'go' }, due: 'end of month', verdict: 'none' } },
};
const tickets: QueryDocument = { of: 'evidence', where: "it.account == 'tickets'", per: ['person'], window: 'month', take: 'sum', rule: 19 };

function world(effect: Partial<EffectDocument> = {}, query: Partial<QueryDocument> = {}): World {
  const [core, pack] = tinyPacks(job, {
    values: { limit2: { is: 2, word: '以上', rule: 19 }, cost: { is: 7, rule: 19 } }, parties: { boss: { is: ['equipment-manager', 'department-manager'] } },
    queries: { tickets: { ...tickets, ...query }, warnings: { of: 'job', take: 'count', rule: 19 } }, kinds: { job: { effects: [{ when: { query: 'tickets', reaches: 'value:limit2' }, do: ask, ...effect }] } },
  });
  const shop = new World(policyOf([{ ...core!, kinds: { ...core!.kinds, decision, threshold } }, pack!]), STAFF);
  expect(shop.policy.problems).toEqual([]);
  return shop;
}

/** One ticket for somebody, dated. @returns the counts that it touched */
function ticket(shop: World, id: string, who: string, when: string, day?: string) {
  shop.create(when, 'C1', 'job', 'open', { who, ...(day !== undefined && { day }) }, { id });
  const { events } = shop.act(when, 'C1', id, 'work');
  return countsTouched(shop.policy, events.at(-1)!, shop.matter(id), shop.facts, at(when));
}

/** What is reached now, opened as a host does. */
function reach(shop: World, when: string, touched = [{ query: 'tickets', at: at(when) }]): readonly string[] {
  return touched.flatMap(({ query, at: instant }) => {
    const after = answerQuery(shop.policy, query, [...shop.matters.values()], { facts: shop.facts }, instant);
    return thresholdsReached(shop.policy, { query, before: [], after }, shop.facts, instant).map((reached) => openOwed(shop, when, reached));
  });
}

describe('a threshold from the count to what was decided', () => {
  function asked(who = 'T1') {
    const shop = world();
    ticket(shop, 'A', who, '10-09 10:00');
    expect(reach(shop, '10-09 10:00')).toEqual([]);
    ticket(shop, 'B', who, '10-09 11:00');
    const [id] = reach(shop, '10-09 11:00');
    const [opened] = openEffects(shop, '10-09 11:00', id!);
    return { shop, id: id!, decided: opened!.target };
  }
  const decide = (shop: World, id: string, choice: string, by = 'M1') => shop.act('10-09 12:00', by, id, 'decide', { choice });

  it('opens a decision about the person with its options, for a role that is not concerned', () => {
    const { shop, id, decided } = asked();
    expect(shop.matter(id)).toMatchObject({ state: 'reached', final: true, facts: { subject: 'T1', count: 2 }, entries: [] });
    expect(shop.matter(decided).facts).toMatchObject({ subject: 'T1', assignee: 'M1', about: id, options: ['suspended', 'counted', 'warned'], question: 'suspension', rule: 'p1/19' });
    expect(nextStep(shop.matter(decided))).toMatchObject({ owner: 'M1', act: 'decide' });
    const own = asked('M1');
    expect(own.shop.matter(own.decided).facts).toMatchObject({ subject: 'M1', assignee: 'DM1' });
    expect(refusals(decide(own.shop, own.decided, 'warned', 'M1'))).toEqual(['notAllowed@actor core/decision.decide']);
  });

  it('posts to the person, tells him and opens what the option says, when it is decided and not before', () => {
    const { shop, id, decided } = asked();
    expect(shop.told).toEqual([]);
    decide(shop, decided, 'suspended');
    expect(shop.matter(id).entries).toMatchObject([{ ledger: 'points', to: 'T1', amount: -7, evidence: id, citation: { rule: 'p1/19' } }]);
    expect(shop.told).toMatchObject([{ to: ['T1'], text: 'suspended' }]);
    expect(openEffects(shop, '10-09 12:00', id).at(-1)).toMatchObject({ kind: 'job', input: { who: 'T1' } });
    const refolded = shop.histories.get(id)!.reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined);
    expect(refolded).toEqual(shop.matter(id));
  });

  it('does nothing where the choice does nothing', () => {
    const { shop, id, decided } = asked();
    decide(shop, decided, 'warned');
    expect(shop.matter(id).entries).toEqual([]);
    expect(shop.told).toEqual([]);
  });

  it('fetches what an option reads before it is decided', () => {
    const { shop, id, decided } = asked();
    expect(needsOfEvent(shop.policy, shop.matter(id), 'decision.decide').queries.map(({ name }) => name)).toEqual(['warnings']);
    expect(needs(shop.policy, undefined, 'threshold', 'reach', shop.matter(id).facts).queries.map(({ name }) => name)).toEqual(['warnings']);
    Object.assign(shop.facts, { queries: { warnings: 3 } });
    decide(shop, decided, 'counted');
    expect(shop.matter(id).entries).toMatchObject([{ amount: -3 }]);
  });

  it('corrected away and reached again asks nobody a second time', () => {
    const { shop, id } = asked();
    ticket(shop, 'C', 'T1', '10-20 11:00');
    expect(reach(shop, '10-20 11:00')).toEqual([id]);
    expect([...shop.matters.values()].filter(({ kind }) => kind === 'decision')).toHaveLength(1);
  });

  it('of a pack that watches keeps what it would have done, and asks nobody', () => {
    const shop = world({ mode: 'watch' });
    ticket(shop, 'A', 'T1', '10-09 10:00');
    ticket(shop, 'B', 'T1', '10-09 11:00');
    const [id] = reach(shop, '10-09 11:00');
    expect(shop.histories.get(id!)).toMatchObject([{ type: 'threshold.reach', effects: [] }, { type: 'threshold.reach.wouldRefuse', data: { does: [{ rule: 'p1/19', verbs: ['open'] }] } }]);
  });
});

describe('which counts an event touches', () => {
  it('those of the windows of what it posted, though it was entered later', () => {
    const shop = world();
    expect(ticket(shop, 'A', 'T1', '10-02 10:00', '2026-09-30')).toEqual([{ query: 'tickets', at: '2026-09-30', window: at('09-01 00:00') }]);
    expect(ticket(shop, 'B', 'T1', '10-02 10:00', '2026-10-01')).toMatchObject([{ window: at('10-01 00:00') }]);
    shop.create('10-02 10:00', 'C1', 'job', 'open', { who: 'T1' }, { id: 'C' });
    expect(countsTouched(shop.policy, shop.histories.get('C')![0]!, shop.matter('C'), shop.facts, at('10-02 10:00'))).toEqual([]);
    ticket(shop, 'D', 'T1', '10-02 10:00', '2026-09-29');
    const [late] = reach(shop, '10-02 10:00', [{ query: 'tickets', at: '2026-09-30' }]);
    expect(shop.matter(late!).facts).toMatchObject({ start: at('09-01 00:00') });
    expect(reach(shop, '10-02 10:00')).toEqual([]);
  });

  it('those of the matter’s rows by what they say they count on; looking back or for ever, now', () => {
    const touched = (query: Partial<QueryDocument>) => {
      const shop = world({}, { of: 'job', take: 'count', where: 'has(it.who)', per: ['who'], ...query });
      return ticket(shop, 'A', 'T1', '10-02 10:00', '2026-09-30');
    };
    expect(touched({ on: 'it.day' })).toMatchObject([{ at: '2026-09-30' }]);
    expect(touched({})).toMatchObject([{ at: at('10-02 10:00') }]);
    expect(touched({ window: 'P30D' })).toEqual([{ query: 'tickets', at: at('10-02 10:00'), window: 'P30D' }]);
    expect(touched({ window: 'ever' })).toEqual([{ query: 'tickets', at: at('10-02 10:00'), window: 'ever' }]);
  });

  it('are those that thresholds watch: with the service and the rows they take', () => {
    expect(needsOfThresholds(world().policy)).toMatchObject([{ name: 'tickets', service: 'performance-scoring', rows: { ledger: 'evidence' } }]);
    expect(needsOfThresholds(policyOf())).toEqual([]);
  });
});
