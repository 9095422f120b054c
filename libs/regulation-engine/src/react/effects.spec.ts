import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectDocument } from '../language/step-document.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { ResolvedEffect } from '../matter/event.ts';

const fields: KindDocument['fields'] = {
  count: { type: 'int', optional: ['open', 'work'] },
  child: { type: 'ref', to: 'job' },
  helpers: { type: 'list', of: 'person', optional: ['open'] },
  who: { type: 'person', optional: ['open', 'work'] },
};
const world = (effects: readonly EffectDocument[], more: Partial<KindDocument> = {}) =>
  tinyWorld({ fields, acts: { ...MOVES, seal: { by: 'system', to: 'sealed', require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 9 }] } }, final: ['finished'], resting: ['idle', 'open', 'sealed'], ...more, effects });
const effectsOf = (shop: ReturnType<typeof world>): readonly ResolvedEffect[] => shop.histories.get('J1')!.flatMap(({ effects }) => effects);

describe('effects', () => {
  it('tell everyone named with what the sentence inserts, once where it says once', () => {
    const shop = tinyWorld({ fields, acts: MOVES, final: ['finished'], effects: [{ when: 'work', do: { tell: ['who', 'starter'], once: true, text: 'busy', rule: 2 } }] }, [{ texts: { busy: { 'zh-CN': '{matter.count}件', en: '{matter.count} things' } } }]);
    openJob(shop, { count: 2, who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    shop.act('10-09 09:20', 'C1', 'J1', 'work');
    expect(effectsOf(shop)).toMatchObject([{ verb: 'tell', to: ['T1'], text: 'busy', facts: { 'matter.count': 2, matter: 'J1', event: 'job.work' }, citation: { rule: 'core/2' } }]);
  });

  it('post what this act was given, each act its own amount', () => {
    const shop = world([{ when: 'work', do: { post: { ledger: 'money', to: 'actor', amount: 'has(act.count) ? act.count : 0' }, rule: 2 } }]);
    openJob(shop, { count: 5 });
    shop.act('10-09 09:10', 'C1', 'J1', 'work', { count: 2 });
    shop.act('10-09 09:20', 'C1', 'J1', 'work', { count: 3 });
    shop.act('10-09 09:30', 'C1', 'J1', 'work');
    expect(shop.matter('J1').entries.map(({ amount }) => amount)).toEqual([2, 3]);
  });

  it('open a matter under an id of its own that is always the same, and keep it as a link', () => {
    const build = () => {
      const shop = world([{ when: 'work', do: { open: 'job', as: 'child', set: { count: 1 }, rule: 2 } }]);
      openJob(shop);
      shop.act('10-09 09:10', 'C1', 'J1', 'work');
      return shop;
    };
    const shop = build();
    const effect = effectsOf(shop)[0]!;
    expect(effect).toMatchObject({ verb: 'open', kind: 'job', act: 'open', input: { count: 1 } });
    expect(shop.matter('J1').links['child']).toBe((effect as { target: string }).target);
    expect(shop.matter('J1').links['child']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(JSON.stringify(build().matter('J1'))).toBe(JSON.stringify(shop.matter('J1')));
  });

  it('act on the own matter in the same update as the system', () => {
    const shop = world([{ when: 'work', do: { act: 'seal', rule: 2 } }]);
    openJob(shop, { count: 1 });
    const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(outcome.events.map(({ type, by }) => `${type} ${by.id}`)).toEqual(['job.work C1', 'job.seal system']);
    expect(shop.matter('J1').state).toBe('sealed');
  });

  it('ask for a task where the own act is refused, naming act and rule, and undo nothing', () => {
    const shop = world([{ when: 'work', do: { act: 'seal', rule: 2 } }]);
    openJob(shop);
    expect(shop.act('10-09 09:10', 'C1', 'J1', 'work').ok).toBe(true);
    expect(effectsOf(shop)).toMatchObject([{ verb: 'open', kind: 'task', service: 'shop', input: { about: 'J1', assignee: 'C1', what: expect.stringContaining('seal refused: noCount (core/9)') } }]);
  });

  it('do what refused says instead of the task', () => {
    const shop = world([{ when: 'work', do: { act: 'seal', rule: 2, refused: { tell: 'who', text: 'sorry' } } }]);
    openJob(shop, { who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(effectsOf(shop)).toMatchObject([{ verb: 'tell', to: ['T1'], text: 'sorry' }]);
  });

  it('run once per entry of each, under ids of their own', () => {
    const shop = world([{ when: 'work', each: 'matter.helpers', do: { post: { ledger: 'points', to: 'line', amount: '-1', on: 'businessDate' }, rule: 2 } }]);
    openJob(shop, { helpers: ['T1', 'TL1'] });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(shop.matter('J1').entries).toMatchObject([{ ledger: 'points', to: 'T1', amount: -1, at: '2026-10-09' }, { to: 'TL1' }]);
    expect(new Set(shop.matter('J1').entries.map(({ id }) => id)).size).toBe(2);
  });

  it('answer to a fact that changed, and only then', () => {
    const shop = world([{ changed: 'count', do: { publish: 'counted', set: { count: 'matter.count' }, rule: 2 } }]);
    openJob(shop, { count: 1 });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    shop.act('10-09 09:20', 'C1', 'J1', 'work', { count: 2 });
    expect(effectsOf(shop)).toMatchObject([{ verb: 'publish', name: 'counted', facts: { count: 1 } }, { verb: 'publish', facts: { count: 2, matter: 'J1' } }]);
  });

  it('an expression that fails refuses the act, and where nothing can be refused is held by a task', () => {
    const failing: EffectDocument = { when: 'work', if: 'matter.count > 1', do: { publish: 'x', rule: 2 } };
    const shop = world([failing]);
    openJob(shop);
    const refused = shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'evaluation' }] });
    expect(shop.matter('J1').seq).toBe(refused.ok ? -1 : shop.histories.get('J1')!.length);
    const timed = world([{ ...failing, when: 'work.missed' }], { resting: [], steps: { work: { rule: 1, opens: { when: 'open' }, due: 'PT1H' } } });
    openJob(timed);
    timed.alarm('10-09 10:30', 'J1');
    expect(effectsOf(timed).find(({ verb }) => verb === 'open')).toMatchObject({ kind: 'task', input: { what: expect.stringContaining('matter.count > 1') } });
  });

  it('hold what cannot be evaluated of a miss that an act overtakes, as its alarm would, and decide the act by its own gates', () => {
    const late = () => {
      const shop = world([{ when: 'work.missed', if: 'matter.count > 1', do: { publish: 'x', rule: 2 } }], { resting: [], steps: { work: { rule: 1, opens: { when: 'open' }, due: 'PT1H' } } });
      openJob(shop);
      return shop;
    };
    const [overtaken, alarmed] = [late(), late()];
    alarmed.alarm('10-09 10:30', 'J1');
    for (const shop of [overtaken, alarmed]) expect(shop.act('10-09 10:30', 'C1', 'J1', 'stop').ok).toBe(true);
    expect(overtaken.histories.get('J1')).toEqual(alarmed.histories.get('J1'));
    expect(effectsOf(overtaken).find(({ verb }) => verb === 'open')).toMatchObject({ kind: 'task' });
  });

  it('tell owner and superior of a miss by default, nobody where quiet, others instead where it says so', () => {
    const steps = (missed?: 'quiet'): Partial<KindDocument> => ({ resting: [], steps: { work: { rule: 1, opens: { when: 'open' }, who: 'who', due: 'PT1H', ...(missed && { missed }) } } });
    const told = (effects: readonly EffectDocument[], missed?: 'quiet') => {
      const shop = world(effects, steps(missed));
      openJob(shop, { who: 'T1' });
      shop.alarm('10-09 10:30', 'J1');
      return shop.told;
    };
    expect(told([])).toEqual([{ to: ['T1', 'TL1'], text: 'missed', at: at('10-09 10:00') }]);
    expect(told([], 'quiet')).toEqual([]);
    expect(told([{ when: 'job.*.missed', do: { tell: 'firstContact()', instead: true, rule: 1 } as never }].map((effect) => ({ ...effect, do: { tell: 'matter.firstContact', instead: true, rule: 1 } })))).toEqual([{ to: ['C1'], text: 'told', at: at('10-09 10:00') }]);
  });
});
