import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { World } from '../fixtures/repair-world.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { EffectDocument } from '../language/step-document.ts';
import type { EngineEvent, ResolvedEffect } from '../matter/event.ts';
import type { FactMap } from '../matter/matter.ts';
import { observe } from '../run/alarm.ts';
import { SYSTEM } from '../run/session.ts';
import { saysWhatThen } from './refused-elsewhere.ts';

const fields: KindDocument['fields'] = {
  who: { type: 'person', optional: ['open', 'work'] }, child: { type: 'ref', to: 'job', optional: ['open'] }, note: { type: 'text', optional: ['open', 'work'] }, mark: { type: 'text' }, price: { type: 'money', optional: ['open', 'work'] }, batch: { type: 'text', optional: ['open'] },
  parts: { type: 'lines', key: 'sku', max: 9, of: { maker: 'person', job: { type: 'ref', to: 'job' }, done: 'bool' }, optional: ['open'] }, helpers: { type: 'list', of: 'person', optional: ['open'], max: 9 },
};
const world = (effects: readonly EffectDocument[], more: Partial<KindDocument> = {}): World => {
  const shop = tinyWorld({ fields, acts: { ...MOVES, fit: { by: 'system', line: 'parts', set: { done: 'true' } } }, final: ['finished'], resting: ['open', 'idle'], ...more, effects });
  expect(shop.policy.problems).toEqual([]);
  return shop;
};
const after = (effect: EffectDocument, input: FactMap = {}, more: Partial<KindDocument> = {}): readonly ResolvedEffect[] => {
  const shop = world([effect], more);
  openJob(shop, input);
  const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
  expect(refusals(outcome)).toEqual([]);
  return outcome.events.flatMap(({ effects }) => effects);
};

describe('tell', () => {
  it('names channels, the proof it needs and its rule; and nobody where nobody is named', () => {
    const tell: EffectDocument = { when: 'work', do: { tell: 'who', channels: ['letter', 'phone'], proof: true, text: 'grave', rule: 3 } };
    expect(after(tell, { who: 'T1' })).toMatchObject([{ verb: 'tell', to: ['T1'], channels: ['letter', 'phone'], proof: true, text: 'grave', citation: { rule: 'core/3' } }]);
    expect(after(tell)).toEqual([]);
  });

  it('once means once for the matter, by whatever event', () => {
    const shop = world([{ when: ['work', 'go'], do: { tell: 'who', once: true, rule: 3 } }]);
    openJob(shop, { who: 'T1' });
    for (const act of ['work', 'go', 'work']) shop.act('10-09 09:10', 'C1', 'J1', act);
    expect(shop.told).toHaveLength(1);
  });
});

describe('hold and publish', () => {
  it('hold stops something until those named release it', () => {
    expect(after({ when: 'work', do: { hold: { of: 'matter.batch', release: ['who', "'M1'"] }, rule: 4 } }, { batch: 'B7', who: 'T1' })).toMatchObject([{ verb: 'hold', of: 'B7', release: ['T1', 'M1'], citation: { rule: 'core/4' } }]);
  });

  it('publish gives what it names, and no fact it does not', () => {
    expect(after({ when: 'work', do: { publish: 'yearBook', set: { title: 'matter.note' }, rule: 5 } }, { note: 'n', who: 'T1' })).toMatchObject([{ verb: 'publish', name: 'yearBook', facts: { title: 'n', matter: 'J1' } }]);
  });
});

describe('open', () => {
  it('a task is for whom it names, about the matter that asked', () => {
    expect(after({ when: 'work', do: { open: 'task', owner: { of: ["'M1'", "'DM1'"], excludes: ["'M1'"] }, set: { what: "'look'" }, rule: 6 } })).toMatchObject([{ verb: 'open', kind: 'task', service: 'shop', act: 'open', input: { what: 'look', assignee: 'DM1', about: 'J1' } }]);
  });

  it('each opens one, under an id of its own', () => {
    const opened = after({ when: 'work', each: 'matter.helpers', do: { open: 'task', owner: 'line', set: { what: "'look'" }, rule: 6 } }, { helpers: ['T1', 'TL1'] });
    expect(opened).toMatchObject([{ input: { assignee: 'T1' } }, { input: { assignee: 'TL1' } }]);
    expect(new Set(opened.map((effect) => (effect.verb === 'open' ? effect.target : ''))).size).toBe(2);
  });
});

describe('act', () => {
  it.each<[string, EffectDocument['do'], EffectDocument['each'], FactMap, readonly string[]]>([
    ['a link', { act: 'stop', on: 'child', rule: 7 }, undefined, { child: 'A' }, ['A']],
    ['what CEL gives, one or several', { act: 'stop', on: 'matter.parts.map(p, p.job)', rule: 7 }, undefined, { parts: [{ sku: 'a', job: 'A' }, { sku: 'b', job: 'B' }] }, ['A', 'B']],
    ['the ref of each line', { act: 'stop', on: 'line.job', rule: 7 }, 'matter.parts', { parts: [{ maker: 'T1', sku: 'a', job: 'A' }, { maker: 'T1', sku: 'b', job: 'B' }] }, ['A', 'B']],
  ])('on %s, each once', (_, action, each, input, targets) => {
    const shop = world([{ when: 'work', do: action, ...(each !== undefined && { each }) }]);
    for (const id of ['A', 'B']) shop.create('10-09 08:00', 'C1', 'job', 'open', {}, { id });
    openJob(shop, input);
    const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
    const effects = outcome.events.flatMap((event) => event.effects);
    expect(effects.map((effect) => effect.verb === 'act' && effect.target)).toEqual(targets);
    expect(new Set(effects.map(({ id }) => id)).size).toBe(targets.length);
    expect(targets.map((id) => shop.matter(id).state)).toEqual(targets.map(() => 'idle'));
  });

  it('on each line of its own, whatever stands first in the line', () => {
    const shop = world([{ when: 'work', each: 'matter.parts', do: { act: 'fit', rule: 7 } }]);
    openJob(shop, { parts: [{ maker: 'T1', sku: 'a' }, { maker: 'T1', sku: 'b' }] });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(shop.matter('J1').facts['parts']).toEqual([{ maker: 'T1', sku: 'a', done: true }, { maker: 'T1', sku: 'b', done: true }]);
  });

  it('on nothing that is known asks for help', () => {
    expect(after({ when: 'work', do: { act: 'stop', on: 'matter.note', rule: 7 } }, { note: 'nowhere' })).toMatchObject([{ verb: 'open', kind: 'task', input: { what: expect.stringContaining('nothing known as nowhere') } }]);
  });
});

describe('what follows where another matter refuses', () => {
  const refusedBy = (shop: World, more: FactMap = {}): EngineEvent => ({ type: 'job.effect.refused', kind: 'job', seq: 9, at: at('10-09 09:11'), by: SYSTEM, policy: 'p', change: {}, effects: [], data: { act: 'stop', source: 'J1', effect: effectId(shop), ...more } });
  const effectId = (shop: World): string => shop.histories.get('J1')!.flatMap(({ effects }) => effects).find(({ verb }) => verb === 'act')!.id;
  const world_ = (refused: boolean, act = 'work'): World => {
    const shop = world([{ when: act, do: { act: 'stop', on: 'child', rule: 7, ...(refused && { refused: { tell: 'who', text: 'notStopped' } }) } }]);
    shop.create('10-09 08:00', 'C1', 'job', 'open', {}, { id: 'A' });
    openJob(shop, { child: 'A', who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', act);
    return shop;
  };
  const heard = (shop: World, event: EngineEvent) => observe(shop.policy, shop.matter('J1'), event, shop.matter('A'), shop.facts, at('10-09 09:11')).events.flatMap(({ effects }) => effects);

  it.each(['work', 'finish'])('is what the pack says, also after the matter has ended (%s)', (act) => {
    const shop = world_(true, act);
    expect(heard(shop, refusedBy(shop))).toMatchObject([{ verb: 'tell', to: ['T1'], text: 'notStopped' }]);
    expect(saysWhatThen(shop.policy, shop.matter('J1'), effectId(shop))).toBe(true);
  });

  it('is nothing here where the pack says nothing, or where it is another’s effect', () => {
    const silent = world_(false);
    expect([heard(silent, refusedBy(silent)), saysWhatThen(silent.policy, silent.matter('J1'), effectId(silent))]).toEqual([[], false]);
    const shop = world_(true);
    expect(heard(shop, refusedBy(shop, { source: 'J2' }))).toEqual([]);
    expect(heard(shop, refusedBy(shop, { effect: 'J2:1:x' }))).toEqual([]);
  });
});

describe('what an effect sets', () => {
  it('is seen by tables, conditions and effects of the change, in the same update', () => {
    const shop = world([{ when: 'work', do: { set: { mark: "'x'" }, rule: 8 } }, { changed: 'mark', do: { publish: 'marked', rule: 8 } }], {
      tables: { deep: { sets: 'deep', rows: [{ then: "has(matter.mark) ? 'marked' : 'plain'", rule: 8 }] } }, steps: { stop: { rule: 8, opens: { becomes: 'has(matter.mark)' }, due: 'PT1H' } },
    });
    openJob(shop);
    const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(shop.matter('J1').facts).toEqual({ mark: 'x', deep: 'marked' });
    expect(runs(shop, 'stop')).toEqual([{ id: 'stop', open: true }]);
    expect(outcome.events.flatMap(({ effects }) => effects).map(({ verb }) => verb)).toEqual(['publish']);
  });

  it('leaves no further event where nothing reads it', () => {
    const shop = world([{ when: 'work', do: { set: { mark: "'x'" }, rule: 8 } }]);
    openJob(shop);
    expect(shop.act('10-09 09:10', 'C1', 'J1', 'work').events.map(({ type }) => type)).toEqual(['job.work']);
  });
});

describe('a fact that changed', () => {
  it('is one that has another value: the same given again is none, nor one that is taken away and was not there', () => {
    const shop = world([{ changed: 'note', do: { publish: 'noted', rule: 9 } }]);
    openJob(shop);
    for (const note of [null, 'a', 'a', 'b', null]) shop.act('10-09 09:10', 'C1', 'J1', 'work', { note });
    expect(shop.histories.get('J1')!.flatMap(({ effects }) => effects)).toHaveLength(3);
  });
});

describe('post', () => {
  it('goes from one account to another, for its date, with evidence, and by the day the business counts', () => {
    const shop = world([{ when: 'work', do: { post: { ledger: 'money', from: 'who', to: "'cash'", account: "'desk'", amount: 'matter.price', date: 'matter.openedAt', evidence: 'matter.note' }, rule: 9 } }]);
    openJob(shop, { price: 1250, who: 'T1', note: 'slip 7' });
    shop.act('10-10 09:10', 'C1', 'J1', 'work');
    expect(shop.matter('J1').entries).toMatchObject([{ ledger: 'money', from: 'T1', to: 'cash', account: 'desk', amount: 1250, at: at('10-09 09:00'), evidence: 'slip 7', citation: { rule: 'core/9' } }]);
  });

  it('cites the rule that it carries itself, else that of its effect', () => {
    for (const [rule, expected] of [[{ rule: 36 }, 'core/36'], [{}, 'core/9']] as const) {
      const shop = world([{ when: 'work', do: { post: { ledger: 'points', to: 'actor', amount: '1', ...rule } }, rule: 9 }]);
      openJob(shop);
      shop.act('10-09 09:10', 'C1', 'J1', 'work');
      expect(shop.matter('J1').entries).toMatchObject([{ citation: { rule: expected } }]);
    }
  });

  it('of no figure refuses the act', () => {
    const shop = world([{ when: 'work', do: { post: { ledger: 'points', to: 'actor', amount: 'matter.note' }, rule: 9 } }]);
    openJob(shop, { note: 'much' });
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual(['evaluation@gate core/job.work']);
  });
});
