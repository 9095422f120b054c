import { at, policyOf } from '../fixtures/repair-world.ts';
import { tinyPacks, tinyWorld } from '../fixtures/tiny.ts';
import type { IndicatorDocument } from '../language/table-document.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { FactMap } from '../matter/matter.ts';
import { indicatorClose } from './indicator-close.ts';
import { scoreIndicator } from './score-indicator.ts';

const pack = (indicator: Omit<IndicatorDocument, 'rule'>, word = '以上'): Partial<PackDocument> => ({
  values: { aim: { is: 60, word, rule: 2 }, low: { is: 40, rule: 3 }, bonus: { is: 7, rule: 4, unless: [{ if: 'value > 90', then: 9, rule: 4 }] }, pool: { is: 1000, rule: 5 } },
  queries: { done: { of: 'job', take: 'count', rule: 2 }, asked: { of: 'job', take: 'count', rule: 2 }, weight: { of: 'job', take: 'count', rule: 2 } },
  indicators: { quality: { rule: 2, ...indicator } },
});
function score(indicator: Omit<IndicatorDocument, 'rule'>, answers: readonly FactMap[], word?: string, it: readonly FactMap[] = []) {
  const shop = tinyWorld({ acts: {} }, [pack(indicator, word)]);
  expect(shop.policy.problems).toEqual([]);
  return scoreIndicator(shop.policy, 'quality', answers.map((each, index) => ({ subject: `S${index}`, answers: each, ...(it[index] && { it: it[index] }) })), shop.facts, at('10-31 12:00'));
}
const values = (...done: readonly number[]) => done.map((each) => ({ done: each }));

describe('target', () => {
  it.each([
    ['以上', [59, 60, 61], [false, true, true]], ['超过', [59, 60, 61], [false, false, true]], ['以下', [59, 60, 61], [true, true, false]], ['不满', [59, 60, 61], [true, false, false]],
  ] as const)('of %s: %j gives %j', (word, done, reached) => {
    expect(score({ is: 'done', target: 'value:aim' }, values(...done), word).map((each) => each.reached)).toEqual(reached);
  });

  it('gives its points where it is reached, and nothing one short of it; without a target always', () => {
    expect(score({ is: 'done', target: 'value:aim', points: 'value:bonus' }, values(59, 60)).map(({ gives, ledger }) => [gives, ledger])).toEqual([[undefined, undefined], [7, 'points']]);
    expect(score({ is: 'done', points: 2 }, values(0)).map(({ gives }) => gives)).toEqual([2]);
    expect(score({ is: 'done', points: 'value:bonus' }, values(90, 91)).map(({ gives }) => gives)).toEqual([7, 9]);
  });

  it('that no value names is a problem', () => {
    expect(policyOf(tinyPacks({ acts: {} }, pack({ is: 'done', target: 'value:ghost' }))).problems).toMatchObject([{ item: 'indicators.quality.target' }]);
  });
});

describe('notApplicable', () => {
  it('leaves no result, no rank and no part where it holds, and counts for the others', () => {
    const scores = score({ is: 'ratio(done, asked)', notApplicable: 'facts.asked < 2', rank: { ties: 'share' }, shares: { of: 'value:pool' } }, [{ done: 1, asked: 1 }, { done: 1, asked: 2 }, { done: 2, asked: 2 }]);
    expect(scores.map(({ value, rank, share }) => [value, rank, share])).toEqual([[undefined, undefined, 0], [0.5, 2, 333], [1, 1, 667]]);
  });
});

describe('bands', () => {
  it.each<[string, NonNullable<IndicatorDocument['bands']>[number], readonly (1 | undefined)[]]>([
    ['upTo includes its figure', { upTo: 60, points: 1 }, [1, 1, undefined]], ['below excludes it', { below: 60, points: 1 }, [1, undefined, undefined]],
    ['from includes it', { from: 60, points: 1 }, [undefined, 1, 1]], ['over excludes it', { over: 60, points: 1 }, [undefined, undefined, 1]],
    ['by a value', { from: 'value:aim', points: 1 }, [undefined, 1, 1]], ['by a figure written as text', { upTo: '60', points: 1 }, [1, 1, undefined]],
  ])('%s', (_, band, expected) => {
    expect(score({ is: 'done', bands: [band] }, values(59, 60, 61)).map(({ gives }) => gives)).toEqual(expected);
  });

  it('give the first that fits: its condition holds, over the subject', () => {
    const bands: IndicatorDocument['bands'] = [{ from: 0, if: "it.place == 'east'", pay: 100, rule: 3 }, { from: 0, then: "'plain'", rule: 4 }];
    const scores = score({ is: 'done', bands }, values(1, 1), '以上', [{ place: 'east' }, { place: 'west' }]);
    expect(scores.map(({ gives, ledger, band }) => [gives, ledger, band?.citation.rule])).toEqual([[100, 'money', 'p1/3'], ['plain', undefined, 'p1/4']]);
  });

  it('go by the rank where there is one, else by the value', () => {
    const bands: IndicatorDocument['bands'] = [{ upTo: 1, points: 5 }];
    expect(score({ is: 'done', rank: {}, bands }, values(50, 40)).map(({ gives }) => gives)).toEqual([5, undefined]);
    expect(score({ is: 'done', bands }, values(1, 40)).map(({ gives }) => gives)).toEqual([5, undefined]);
  });
});

describe('rank', () => {
  const ranks = (rank: IndicatorDocument['rank'], ...done: readonly number[]) => score({ is: 'done', ...(rank && { rank }) }, values(...done)).map((each) => each.rank);

  it.each<[string, IndicatorDocument['rank'], readonly number[], readonly (number | undefined)[]]>([
    ['highest first; equals share and the next is skipped', { ties: 'share' }, [5, 7, 7, 3], [3, 1, 1, 4]], ['equals one after the other in the order given', {}, [5, 7, 7, 3], [3, 1, 2, 4]],
    ['lowest first', { ties: 'share', order: 'up' }, [5, 7, 7, 3], [2, 3, 3, 1]], ['all equal', { ties: 'share' }, [5, 5, 5], [1, 1, 1]], ['nobody else', { ties: 'share' }, [5], [1]], ['no ranking', undefined, [5, 7], [undefined, undefined]],
  ])('%s', (_, rank, done, expected) => {
    expect(ranks(rank, ...done)).toEqual(expected);
  });
});

describe('shares', () => {
  it('split by the values, or by weights of their own, to the last fen; the largest rest first', () => {
    expect(score({ is: 'done', shares: { of: 'value:pool' } }, values(1, 1, 1)).map(({ share }) => share)).toEqual([334, 333, 333]);
    expect(score({ is: 'done', shares: { of: 'value:pool', by: 'weight' } }, [{ done: 9, weight: 1 }, { done: 1, weight: 3 }]).map(({ share }) => share)).toEqual([250, 750]);
    expect(score({ is: 'done', shares: { of: 'value:pool' } }, values(0, 5)).map(({ share }) => share)).toEqual([0, 1000]);
    expect(score({ is: 'done', shares: { of: 'value:pool' } }, values(0, 0)).map(({ share }) => share)).toEqual([0, 0]);
  });

  it('of what is no amount fail', () => {
    expect(() => score({ is: 'done', shares: { of: "'much'" } }, values(1))).toThrow('is no amount');
  });
});

describe('is', () => {
  it('fails where it gives no figure; a ratio or a mean of nothing is no result', () => {
    expect(() => score({ is: "'good'" }, values(1))).toThrow('is no figure');
    expect(score({ is: 'ratio(done, asked)' }, [{ done: 1, asked: 0 }])[0]).not.toHaveProperty('value');
    expect(score({ is: 'facts.done' }, [{ done: null }])[0]).not.toHaveProperty('value');
  });
});

describe('closes and appeal', () => {
  const close = (indicator: Partial<IndicatorDocument>, when: string) => indicatorClose(tinyWorld({ acts: {} }, [pack({ is: 'done', ...indicator })]).policy, 'quality', at(when));

  it.each([['10-31 23:59:59', '11-01 00:00'], ['11-01 00:00', '12-01 00:00']])('of the month at %s: at %s', (when, closesAt) => {
    expect(close({ closes: 'month' }, when)?.closesAt).toBe(at(closesAt));
  });

  it('an appeal of working days ends with business, one of days with the day before, without one there is none', () => {
    expect(close({ closes: 'month', appeal: 'P5WD' }, '10-09 12:00')?.appealUntil).toBe(at('11-06 17:30'));
    expect(close({ closes: 'month', appeal: 'P5D' }, '10-09 12:00')?.appealUntil).toBe('2026-11-06T15:59:59.999Z');
    expect(close({ closes: 'month' }, '10-09 12:00')).not.toHaveProperty('appealUntil');
    expect(close({}, '10-09 12:00')).toBeUndefined();
  });
});
