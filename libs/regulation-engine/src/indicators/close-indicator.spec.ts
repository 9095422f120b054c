import { indicatorResult, openOwed } from '../fixtures/deciding.ts';
import { at, policyOf, STAFF, World } from '../fixtures/repair-world.ts';
import { tinyPacks } from '../fixtures/tiny.ts';
import { evolve } from '../evolve/evolve.ts';
import type { IndicatorDocument } from '../language/table-document.ts';
import type { FactValue, Matter } from '../matter/matter.ts';
import { SYSTEM } from '../run/session.ts';
import { closeIndicator } from './close-indicator.ts';
import { measuredSubjects, needsOfIndicator } from './measured-subjects.ts';

const perPerson = (values: Readonly<Record<string, number>>): FactValue => Object.entries(values).map(([person, value]) => ({ person, value }));
const done = perPerson({ T1: 9, TL1: 5, TL2: 5 });

function world(indicator: Partial<IndicatorDocument> = {}, queries: Readonly<Record<string, FactValue>> = { done, asked: perPerson({ T1: 10, TL1: 5, TL2: 10 }) }): World {
  const [core, pack] = tinyPacks({ acts: {} }, {
    cites: { 8: { clause: '5.1', words: '前3名' } }, values: { first: { is: 1, rule: 8 }, prize: { is: 150000, rule: 8 }, aim: { is: '90%', word: '以上', rule: 2 }, pool: { is: 1000, rule: 3 } },
    queries: { done: { of: 'job', per: ['openedBy'], take: 'count', rule: 2 }, asked: { of: 'job', per: ['openedBy'], take: 'count', rule: 2 }, best: { of: 'job', per: ['openedBy'], take: 'max', field: 'openedAt', rule: 2 } },
    indicators: { quality: { is: 'done', closes: 'month', appeal: 'P5WD', rule: 2, ...indicator } },
  });
  const shop = new World(policyOf([{ ...core!, kinds: { ...core!.kinds, indicatorResult } }, pack!]), STAFF);
  expect(shop.policy.problems).toEqual([]);
  Object.assign(shop.facts, { queries });
  return shop;
}
const closed = (shop: World) => closeIndicator(shop.policy, 'quality', at('10-09 12:00'), shop.facts)!;
const entries = (shop: World, id: string) => shop.matter(id).entries.map(({ ledger, to, amount, account, corrects, citation }) => [ledger, to, amount, ...(account !== undefined ? [account] : []), ...(corrects !== undefined ? ['corrects'] : []), citation.rule]);
const ranked: Partial<IndicatorDocument> = { rank: { ties: 'share' }, bands: [{ upTo: 'value:first', pay: 'value:prize', rule: 8 }] };

describe('who is measured', () => {
  it('is everyone whom an answer names, each with his part: nothing counted is none, nothing known is nothing', () => {
    const shop = world({ is: 'ratio(done, asked)', notApplicable: "has(facts.best) && facts.best == ''" }, { done: perPerson({ T1: 9 }), asked: perPerson({ T1: 10, TL1: 5 }), best: [] });
    expect(measuredSubjects(shop.policy, 'quality', shop.facts)).toMatchObject([{ subject: 'T1', answers: { done: 9, asked: 10, best: null }, it: { id: 'T1', superior: 'TL1' } }, { subject: 'TL1', answers: { done: 0, asked: 5 } }]);
  });

  it('is nobody where groups are asked for and none is there; the operator as a whole where none is asked for', () => {
    const shop = world();
    Object.assign(shop.facts, { queries: { done: [] } });
    expect(closed(shop).scores).toEqual([]);
    Object.assign(shop.facts, { queries: { done: 4 } });
    expect(closed(shop).scores).toMatchObject([{ subject: 'operator', value: 4 }]);
  });

  it('needs every query that the indicator reads, also in bands, points and shares', () => {
    const names = (indicator: Partial<IndicatorDocument>) => needsOfIndicator(world(indicator).policy, 'quality').map(({ name }) => name);
    expect(names({})).toEqual(['done']);
    expect(names({ bands: [{ from: 1, if: 'facts.asked > 0', points: 1 }], shares: { of: 'facts.best' } })).toEqual(['done', 'best', 'asked']);
    expect(names({ points: 'facts.asked * value' })).toEqual(['done', 'asked']);
    expect(() => needsOfIndicator(world().policy, 'ghost')).toThrow('no indicator ghost');
  });
});

describe('an indicator that closes', () => {
  it('is a matter to open once at the end of its period, with scores, rule and the time to appeal', () => {
    const shop = world(ranked);
    const close = closed(shop);
    expect(close).toMatchObject({
      kind: 'indicatorResult', act: 'close', service: 'performance-scoring', closesAt: at('11-01 00:00'), appealUntil: at('11-06 17:30'),
      input: { indicator: 'quality', rule: 'p1/2', start: at('10-01 00:00'), end: at('11-01 00:00'), scores: [{ subject: 'T1', value: 9, rank: 1, pay: 150000, rule: 'p1/8' }, { subject: 'TL1', rank: 2 }, { subject: 'TL2', rank: 2 }] },
    });
    expect(closeIndicator(shop.policy, 'quality', at('10-31 23:59:59'), shop.facts)!.id).toBe(close.id);
    expect(closeIndicator(shop.policy, 'quality', at('11-01 00:00'), shop.facts)!.id).not.toBe(close.id);
    expect(closeIndicator(world({ closes: undefined } as never).policy, 'quality', at('10-09 12:00'), shop.facts)).toBeUndefined();
  });

  it.each<[string, Partial<IndicatorDocument>, readonly unknown[]]>([
    ['pay by rank, by the band’s rule', ranked, [['money', 'T1', 150000, 'p1/8']]],
    ['points for a target reached', { is: 'ratio(done, asked)', target: 'value:aim', points: 2 }, [['points', 'T1', 2, 'p1/2'], ['points', 'TL1', 2, 'p1/2']]],
    ['parts of an amount', { shares: { of: 'value:pool' } }, [['money', 'T1', 474, 'share', 'p1/2'], ['money', 'TL1', 263, 'share', 'p1/2'], ['money', 'TL2', 263, 'share', 'p1/2']]],
    ['nothing for what is only said', { bands: [{ from: 1, then: "'good'" }] }, []],
    ['nothing for points of nothing', { bands: [{ from: 1, points: 0 }] }, []],
  ])('posts what it gives: %s', (_, indicator, expected) => {
    const shop = world(indicator);
    const id = openOwed(shop, '11-01 00:00', closed(shop));
    expect(entries(shop, id)).toEqual(expected);
    expect(shop.matter(id).entries.every(({ at: when, evidence }) => when === '2026-10-31T15:59:59.999Z' && evidence === id)).toBe(true);
  });

  it('scored again posts the difference alone, to whoever gains and whoever loses; again the same posts nothing', () => {
    const shop = world(ranked);
    const id = openOwed(shop, '11-01 00:00', closed(shop));
    Object.assign(shop.facts, { queries: { done: perPerson({ TL1: 10, TL2: 5 }) }, closedUntil: () => at('11-01 00:00') });
    const { correction } = closed(shop);
    shop.act('11-03 10:00', 'system', id, correction.act, correction.input, { actor: SYSTEM });
    expect(entries(shop, id)).toEqual([['money', 'T1', 150000, 'p1/8'], ['money', 'TL1', 150000, 'corrects', 'p1/8'], ['money', 'T1', -150000, 'corrects', 'p1/2']]);
    expect(shop.matter(id).entries.slice(1).every((entry) => entry.at === at('11-03 10:00') && entry.corrects === '2026-10-31T15:59:59.999Z')).toBe(true);
    shop.act('11-04 10:00', 'system', id, correction.act, correction.input, { actor: SYSTEM });
    expect(shop.matter(id).entries).toHaveLength(3);
    expect(shop.histories.get(id)!.reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined)).toEqual(shop.matter(id));
  });
});
