import { at } from '../fixtures/repair-world.ts';
import { tinyPacks, tinyWorld } from '../fixtures/tiny.ts';
import { policyOf } from '../fixtures/repair-world.ts';
import type { IndicatorDocument } from '../language/table-document.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { FactMap } from '../matter/matter.ts';
import { indicatorClose } from './indicator-close.ts';
import { perSubject } from './per-subject.ts';
import { scoreIndicator } from './score-indicator.ts';
import { shareOut } from './share-out.ts';

const pack = (indicator: Omit<IndicatorDocument, 'rule'>): Partial<PackDocument> => ({
  values: { timely: { is: '90%', word: '≥', reads: '不低于', why: 'a sign', rule: 2 }, top: { is: 3, word: '前', rule: 8 }, topPay: { is: 150000, rule: 8 }, mid: { is: 8, rule: 9 }, midPay: { is: 100000, rule: 9 } },
  queries: { inTime: { of: 'job', take: 'count', rule: 2 }, all: { of: 'job', take: 'count', rule: 2 } },
  indicators: { timeliness: { rule: 2, ...indicator } },
});
const score = (indicator: Omit<IndicatorDocument, 'rule'>, subjects: Readonly<Record<string, FactMap>>) => {
  const shop = tinyWorld({ acts: {} }, [pack(indicator)]);
  expect(shop.policy.problems).toEqual([]);
  return scoreIndicator(shop.policy, 'timeliness', Object.entries(subjects).map(([subject, answers]) => ({ subject, answers })), shop.facts, at('10-31 12:00'));
};

describe('an indicator', () => {
  it('is a ratio of queries, measured against its target, the figure itself included as its word says', () => {
    const scores = score({ is: 'ratio(inTime, all)', target: 'value:timely', points: 5 }, { A: { inTime: 9, all: 10 }, B: { inTime: 899, all: 1000 } });
    expect(scores).toMatchObject([{ subject: 'A', value: 0.9, target: 0.9, reached: true, gives: 5, citation: { rule: 'p1/2' } }, { subject: 'B', reached: false }]);
    expect(scores[1]).not.toHaveProperty('gives');
  });

  it('is kept to its scale before the target is looked at: of a percentage, the decimals of the percentage', () => {
    const values = (more: Partial<IndicatorDocument>) => score({ is: 'ratio(inTime, all)', target: 'value:timely', ...more }, { A: { inTime: 1799, all: 2000 }, B: { inTime: 10, all: 31 } }).map(({ value, reached }) => [value, reached]);
    expect(values({})).toEqual([[0.8995, false], [10 / 31, false]]);
    expect(values({ type: 'percent', scale: 1 })).toEqual([[0.9, true], [0.323, false]]);
    expect(values({ scale: 1 })).toEqual([[0.9, true], [0.3, false]]);
  });

  it('has no result where it does not apply, or of nothing', () => {
    const scores = score({ is: 'ratio(inTime, all)', notApplicable: 'facts.all < 2', target: 'value:timely' }, { A: { inTime: 1, all: 1 }, B: { inTime: 0, all: 0 } });
    expect(scores.map(({ value, reached }) => [value, reached])).toEqual([[undefined, undefined], [undefined, undefined]]);
    expect(score({ is: 'ratio(inTime, all)' }, { B: { inTime: 0, all: 0 } })[0]).not.toHaveProperty('value');
  });

  it('ranks: equal results share the rank and each has its reward, the next rank is skipped', () => {
    const results = [98, 96, 95, 95, 92, 91, 90, 88, 88, 85];
    const scores = score(
      { is: 'inTime', rank: { ties: 'share' }, bands: [{ upTo: 'value:top', pay: 'value:topPay', rule: 8 }, { upTo: 'value:mid', pay: 'value:midPay', rule: 9 }] },
      Object.fromEntries(results.map((inTime, index) => [`E${index}`, { inTime }])),
    );
    expect(scores.map(({ rank }) => rank)).toEqual([1, 2, 3, 3, 5, 6, 7, 8, 8, 10]);
    expect(scores.map(({ gives }) => gives ?? 0)).toEqual([150000, 150000, 150000, 150000, 100000, 100000, 100000, 100000, 100000, 0]);
    expect(scores[4]?.band?.citation.rule).toBe('p1/9');
  });

  it('takes figures and values for bounds, not words', () => {
    expect(policyOf(tinyPacks({ acts: {} }, pack({ is: 'inTime', bands: [{ from: 'many', points: 1 }] }))).problems.map(({ item }) => item)).toEqual(['indicators.timeliness.bands[0].from']);
  });

  it('gives by band what the value earns, bounds included or not as they say', () => {
    const bands: IndicatorDocument['bands'] = [{ below: 60, points: 0 }, { from: 60, upTo: 79, points: 5 }, { over: 79, points: 'value * 1' }];
    expect(score({ is: 'inTime', bands }, { A: { inTime: 59 }, B: { inTime: 60 }, C: { inTime: 79 }, D: { inTime: 80 } }).map(({ gives }) => gives)).toEqual([0, 5, 5, 80]);
  });

  it('shares an amount so that the parts add up', () => {
    const scores = score({ is: 'inTime', shares: { of: 'facts.all' } }, { A: { inTime: 1, all: 100 }, B: { inTime: 1, all: 100 }, C: { inTime: 1, all: 100 } });
    expect(scores.map(({ share }) => share)).toEqual([34, 33, 33]);
    expect(shareOut(10, [0, 0])).toEqual([0, 0]);
  });

  it('closes with its period and leaves time to appeal', () => {
    const shop = tinyWorld({ acts: {} }, [pack({ is: 'inTime', closes: 'month', appeal: 'P5WD' })]);
    expect(indicatorClose(shop.policy, 'timeliness', at('10-09 12:00'))).toMatchObject({ closesAt: at('11-01 00:00'), appealUntil: at('11-06 17:30') });
  });

  it('reads of a grouped answer the part of its subject', () => {
    expect(perSubject([{ person: 'T1', value: 3 }], 'T1')).toBe(3);
    expect(perSubject([{ person: 'T1', value: 3 }], 'T2')).toBe(0);
    expect(perSubject(7, 'T2')).toBe(7);
  });
});
