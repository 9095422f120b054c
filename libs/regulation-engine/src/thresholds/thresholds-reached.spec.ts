import { threshold } from '../fixtures/deciding.ts';
import { at } from '../fixtures/repair-world.ts';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectDocument } from '../language/step-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { FactValue } from '../matter/matter.ts';
import { thresholdsReached } from './thresholds-reached.ts';

const count = (value: number): FactValue => [{ person: 'T1', value }, { person: 'TL1', value: 1 }];
const tickets: QueryDocument = { of: 'evidence', per: ['person'], window: 'month', take: 'sum', rule: 19 };
const tell: EffectDocument = { when: { query: 'tickets', reaches: 'value:limit5' }, do: { tell: 'superiorOf(key.person)', text: 'suspension', rule: 19 } };

function shopWith(effect: EffectDocument, word = '以上', query = tickets) {
  const shop = tinyWorld({ acts: MOVES, final: ['finished'] }, [{ values: { limit5: { is: 5, word, rule: 19 }, every: { is: 1, rule: 19 } }, queries: { tickets: query }, kinds: { threshold, job: { effects: [effect] } } }]);
  expect(shop.policy.problems).toEqual([]);
  return shop;
}
function fired(effect: EffectDocument, before: FactValue, after: FactValue, word = '以上', when = '10-09 12:00', query = tickets) {
  const shop = shopWith(effect, word, query);
  return thresholdsReached(shop.policy, { query: 'tickets', before, after }, shop.facts, at(when));
}

describe('a threshold', () => {
  it('is reached by the key whose count has just come to it: a matter to open, once, that says whose, how many and in which window', () => {
    const [reached, ...others] = fired(tell, count(4), count(5));
    expect(others).toEqual([]);
    expect(reached).toMatchObject({
      kind: 'threshold', act: 'reach', service: 'performance-scoring', key: { person: 'T1' }, count: 5, item: 'p1/kinds.job.effects[0]', citation: { rule: 'p1/19' },
      input: { item: 'p1/kinds.job.effects[0]', query: 'tickets', subject: 'T1', count: 5, limit: 5, rule: 'p1/19', key: [{ name: 'person', text: 'T1' }], start: at('10-01 00:00'), end: at('11-01 00:00') },
    });
  });

  it.each<[string, number, number, string, number]>([
    ['one below it', 3, 4, '以上', 0], ['the figure itself where the word includes it', 4, 5, '以上', 1], ['one above what was reached before', 5, 6, '以上', 0], ['reached by a leap', 2, 7, '以上', 1],
    ['the figure itself where the word excludes it', 4, 5, '超过', 0], ['one above it where the word excludes it', 5, 6, '超过', 1],
    ['falling to the figure where the word is a limit from above', 6, 5, '以下', 1], ['still above that limit', 7, 6, '以下', 0], ['falling below where the word excludes the figure', 5, 4, '不满', 1], ['falling to it where the word excludes it', 6, 5, '不满', 0],
  ])('%s: %d, then %d', (_, before, after, word, times) => {
    expect(fired(tell, count(before), count(after), word).filter(({ key }) => key['person'] === 'T1')).toHaveLength(times);
  });

  it('counts a key that is gone as none', () => {
    expect(fired(tell, count(6), [{ person: 'TL1', value: 1 }], '不满').map(({ key, count: left }) => [key['person'], left])).toEqual([['T1', 0]]);
    expect(fired(tell, count(6), [])).toEqual([]);
  });

  it('corrected back below and reached again is the same matter; in the next window another', () => {
    const id = (when: string) => fired(tell, count(4), count(5), '以上', when)[0]!.id;
    expect(id('10-09 12:00')).toBe(id('10-31 23:59:59'));
    expect(id('11-01 00:00')).not.toBe(id('10-31 23:59:59'));
    expect(fired(tell, count(5), count(4))).toEqual([]);
  });

  it('without a window is one for ever; told again without what was before it is the same', () => {
    const ever: QueryDocument = { ...tickets, window: 'ever' };
    const ids = ['10-09 12:00', '12-31 12:00'].map((when) => fired(tell, [], count(9), '以上', when, ever)[0]!);
    expect(ids[0]!.id).toBe(ids[1]!.id);
    expect(ids[0]!.input).not.toHaveProperty('start');
  });

  it('fires at each count above where it says every, each once, and not on the way down', () => {
    const every: EffectDocument = { ...tell, when: { query: 'tickets', reaches: 'value:limit5', every: true } };
    const ids = [fired(every, count(4), count(5)), fired(every, count(5), count(6)), fired(every, count(5), count(6), '以上', '10-20 12:00')].map(([reached]) => reached!.id);
    expect(new Set(ids).size).toBe(2);
    expect(fired(every, count(6), count(6))).toEqual([]);
    expect(fired(every, count(7), count(6))).toEqual([]);
  });

  it('only where its condition holds for the key', () => {
    const leaders: EffectDocument = { ...tell, if: "key.person == 'TL1'" };
    expect(fired(leaders, count(4), count(5))).toEqual([]);
    expect(fired(leaders, [], [{ person: 'TL1', value: 5 }])).toHaveLength(1);
  });

  it('keeps each member of a key by its type, and knows of no person where none is', () => {
    const [reached] = fired(tell, [], [{ branch: 'east', grade: 2, own: true, of: null, value: 5 }]);
    expect(reached!.input['key']).toEqual([{ name: 'branch', text: 'east' }, { name: 'grade', number: 2 }, { name: 'own', flag: true }, { name: 'of' }]);
    expect(reached!.input).not.toHaveProperty('subject');
    expect(fired(tell, 4, 5)).toMatchObject([{ key: {}, count: 5 }]);
  });

  it('is nobody’s where no query is counted', () => {
    const shop = shopWith(tell);
    expect(thresholdsReached(shop.policy, { query: 'others', before: 0, after: 9 }, shop.facts, at('10-09 12:00'))).toEqual([]);
  });
});

describe('what follows a count', () => {
  const problems = (effect: Partial<EffectDocument>, more = {}) =>
    tinyWorld({ acts: MOVES }, [{ values: { limit5: { is: 5, rule: 19 } }, queries: { tickets }, kinds: { threshold, job: { effects: [{ ...tell, ...effect }] } }, ...more }]).policy.problems.map(({ code, item }) => `${code} ${item}`);
  const here = 'kinds.job.effects[0]';

  it.each<[string, Partial<EffectDocument>, readonly string[]]>([
    ['points', { do: { post: { ledger: 'points', to: 'key.person', amount: '0 - 1' } } }, [`thresholdEffect ${here}`]],
    ['money', { do: { post: { ledger: 'money', to: 'key.person', amount: '1' } } }, [`thresholdEffect ${here}`]],
    ['an act on itself', { do: { act: 'work' } }, [`thresholdEffect ${here}`]],
    ['facts of its own', { do: { set: { note: 'x' } } }, [`thresholdEffect ${here}`]],
    ['a link of its own', { do: { open: 'task', as: 'followUp', set: { what: "'x'" } } }, [`thresholdEffect ${here}`]],
    ['evidence', { do: { post: { ledger: 'evidence', to: 'key.person', amount: '1' } } }, []],
    ['an act elsewhere', { do: { act: 'work', on: 'key.job' } }, []],
    ['points that a decision’s option posts', { do: { open: 'task', options: { fined: { post: { ledger: 'points', to: 'key.person', amount: '0 - 1' } } } } }, []],
  ])('never costs anybody anything, nor changes what it keeps: %s', (_, effect, expected) => {
    expect(problems(effect)).toEqual(expected);
  });

  it('waits for a query and a value that are there, where reached counts are kept', () => {
    expect(problems({ when: { query: 'ghosts', reaches: 'value:limit5' } })).toEqual([`unknownName ${here}`]);
    expect(problems({ when: { query: 'tickets', reaches: 'value:ghost' } })).toEqual([`unknownName ${here}.when.reaches`]);
    expect(problems({}, { kinds: { job: { effects: [tell] } } })).toEqual([`unknownKind ${here}`]);
  });
});
