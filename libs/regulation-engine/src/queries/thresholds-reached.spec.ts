import { at } from '../fixtures/repair-world.ts';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectDocument } from '../language/step-document.ts';
import type { FactValue } from '../matter/matter.ts';
import { thresholdsReached } from './thresholds-reached.ts';

const count = (value: number): FactValue => [{ person: 'T1', value }, { person: 'TL1', value: 1 }];
function fired(effect: EffectDocument, before: FactValue, after: FactValue, word = '以上') {
  const shop = tinyWorld({ acts: MOVES, final: ['finished'] }, [{
    values: { tickets: { is: 5, word, rule: 19 } }, queries: { ticketsOfMonth: { of: 'evidence', per: ['person'], window: 'month', take: 'sum', rule: 19 } }, kinds: { job: { effects: [effect] } },
  }]);
  expect(shop.policy.problems).toEqual([]);
  return thresholdsReached(shop.policy, { query: 'ticketsOfMonth', before, after }, shop.facts, at('10-09 12:00'), 't1');
}
const tell: EffectDocument = { when: { query: 'ticketsOfMonth', reaches: 'value:tickets' }, do: { tell: "superiorOf(key.person)", text: 'suspension', rule: 19 } };

describe('a threshold', () => {
  it('fires for the key whose count has just reached it, under a stable id of its window', () => {
    const [reached, ...others] = fired(tell, count(4), count(5));
    expect(others).toEqual([]);
    expect(reached).toMatchObject({ key: { person: 'T1' }, count: 5, citation: { rule: 'p1/19' }, effects: [{ verb: 'tell', to: ['TL1'], text: 'suspension' }] });
    expect(reached!.id).toContain(at('10-01 00:00'));
    expect(fired(tell, count(4), count(5))[0]!.id).toBe(reached!.id);
  });

  it.each([['below it', 3, 4, '以上', 0], ['reached before', 5, 6, '以上', 0], ['reached by a leap', 2, 7, '以上', 1], ['the figure itself where the word excludes it', 4, 5, '超过', 0], ['above it where the word excludes it', 5, 6, '超过', 1]] as const)(
    '%s', (_, before, after, word, times) => {
      expect(fired(tell, count(before), count(after), word)).toHaveLength(times);
    });

  it('fires at each count above where it says every, each once', () => {
    const every: EffectDocument = { ...tell, when: { query: 'ticketsOfMonth', reaches: 'value:tickets', every: true } };
    const ids = [fired(every, count(4), count(5)), fired(every, count(5), count(6))].map(([reached]) => reached!.id);
    expect(new Set(ids).size).toBe(2);
    expect(fired(every, count(6), count(6))).toEqual([]);
  });

  it('opens a matter in the service of its kind', () => {
    const open: EffectDocument = { threshold: { query: 'ticketsOfMonth', reaches: 'value:tickets' }, do: { open: 'task', owner: 'superiorOf(key.person)', set: { what: "'look at it'" }, rule: 19 } };
    expect(fired(open, count(4), count(5))).toMatchObject([{ effects: [{ verb: 'open', kind: 'task', service: 'shop', input: { what: 'look at it', assignee: 'TL1' } }] }]);
  });

  it('of an unknown query or value is a problem', () => {
    const problems = (effect: EffectDocument) => tinyWorld({ acts: MOVES }, [{ kinds: { job: { effects: [effect] } } }]).policy.problems.map(({ code }) => code);
    expect(problems(tell)).toEqual(['unknownName', 'unknownName']);
  });
});
