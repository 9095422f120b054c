import { at, refusals, staff } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { World } from '../fixtures/repair-world.ts';
import { performTogether } from './perform-together.ts';
import { refresh } from './refresh.ts';

const fields: KindDocument['fields'] = { count: { type: 'int', optional: ['open', 'work', 'go'] }, other: { type: 'ref', to: 'job', optional: ['open'] }, who: { type: 'person', optional: ['open', 'work'] } };
const world = (more: Partial<KindDocument>): World => tinyWorld({ fields, acts: MOVES, final: ['finished'], ...more });
const tasks = (shop: World): readonly string[] => shop.histories.get('J1')!.flatMap(({ effects }) => effects.flatMap((effect) => (effect.verb === 'open' ? [String(effect.input['what'])] : [])));
const limit = { rule: 1, opens: { when: 'open' }, due: 'PT1H' };
const failing = 'matter.count > 1';

describe('an expression that fails while an act is decided refuses it with the expression', () => {
  it.each<[string, Partial<KindDocument>, object]>([
    ['a default', { fields: { ...fields, twice: { type: 'int', optional: ['work'], default: 'matter.count * 1' } } }, {}],
    ['a target', { acts: { ...MOVES, work: { by: 'anyone', to: [{ if: failing, state: 'idle' }] } } }, {}],
    ['an assignment', { acts: { ...MOVES, work: { by: 'anyone', set: { count: 'matter.count + 1' } } } }, {}],
    ['who may', { acts: { ...MOVES, work: { by: 'superiorOf(matter.who)' } } }, {}],
    ['one of the signers', { acts: { ...MOVES, work: { sign: ["'C1'", 'superiorOf(matter.who)'] } } }, {}],
    ['a step that would open', { steps: { finish: { rule: 1, opens: { when: 'work', if: failing }, due: 'PT1H' } } }, {}],
    ['the due of one', { steps: { finish: { rule: 1, opens: { when: 'work' }, due: "matter.count > 1 ? 'PT1H' : 'PT2H'" } } }, {}],
    ['a condition that is looked at again', { acts: { ...MOVES, open: { from: ['new'], by: 'anyone', to: 'open' } }, steps: { finish: { rule: 1, opens: { when: 'work', since: 'superiorOf(matter.who)' }, due: 'PT1H' } } }, {}],
    ['whoever would own the matter', { owner: [{ if: "matter.state == 'idle' && matter.count > 1", is: 'anyone' }, { is: 'anyone' }], acts: { ...MOVES, work: { by: 'anyone', to: 'idle' } } }, {}],
  ])('%s', (_, more, input) => {
    const shop = world(more);
    openJob(shop);
    const before = shop.matter('J1').seq;
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work', input as never)).map((line) => line.split(' ')[0])).toEqual([expect.stringMatching(/^evaluation@(gate|actor)$/)]);
    expect(shop.matter('J1').seq).toBe(before);
  });

  it('how far a promise may be extended', () => {
    const shop = tinyWorld({ fields, acts: MOVES, final: ['finished'] }, [{ values: { longest: { is: 'PT1H', rule: 1, unless: [{ if: failing, then: 'PT2H', rule: 2 }] } }, kinds: { job: { steps: { work: { ...limit, extend: { by: 'anyone', most: 'value:longest' } } } } } }]);
    openJob(shop);
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'extendWork', { duration: 'PT1H' }))).toEqual(['evaluation@gate p1/1']);
  });

  it('what it takes along', () => {
    const shop = world({ acts: { ...MOVES, work: { by: 'anyone', together: [{ act: 'stop', on: 'other', if: failing }] } } });
    openJob(shop);
    const asked = [{ policy: shop.policy, matter: shop.matter('J1'), kind: 'job', command: { act: 'work', input: {}, actor: staff('C1') } }];
    expect(performTogether(asked, shop.facts, at('10-09 09:10'))).toMatchObject({ ok: false, at: 0, refusals: [{ code: 'evaluation', facts: { expression: failing } }] });
  });
});

describe('what a copied event makes look again and cannot be evaluated', () => {
  const shop = (): World => {
    const linked = world({ steps: { work: { rule: 7, opens: { becomes: 'has(matter.other) && matter.other.count > 1' }, due: 'PT1H' } } });
    linked.create('10-09 08:00', 'C1', 'job', 'open', { count: 1 }, { id: 'J0' });
    expect(refusals(linked.create('10-09 09:00', 'C1', 'job', 'open', { other: 'J0' }, { id: 'J1' }))).toEqual([]);
    return linked;
  };

  it('is held by one task, however often it is tried, and works again when it can', () => {
    const linked = shop();
    for (const when of ['10-09 09:10', '10-09 09:20']) linked.act(when, 'C1', 'J0', 'go', { count: null });
    expect(tasks(linked)).toEqual([expect.stringMatching(/steps\.work: .*other\.count > 1/)]);
    expect(runs(linked, 'work')).toEqual([]);
    linked.act('10-09 09:30', 'C1', 'J0', 'go', { count: 2 });
    expect(runs(linked, 'work')).toEqual([{ id: 'work', open: true }]);
  });
});

describe('where nothing can be refused the item is held, and a task names rule and expression', () => {
  const timed: KindDocument['steps'] = { work: { ...limit, who: "'T1'" } };

  it.each<[string, Partial<KindDocument>]>([
    ['an effect of a promise that ran out', { effects: [{ when: 'work.missed', if: failing, do: { publish: 'x' }, rule: 7 }] }],
    ['a step that it would open', { steps: { ...timed, finish: { rule: 7, opens: { when: 'work.missed', if: failing }, due: 'PT1H' } } }],
    ['whoever would own the matter', { owner: [{ if: "matter.steps.work.verdict == 'missed' && matter.count > 1", is: 'anyone', rule: 7 }, { is: 'anyone', rule: 7 }] }],
    ['the due of the fallback', { acts: { ...MOVES, work: { by: 'anyone', from: ['open'] } }, effects: [{ when: 'work.missed', do: { act: 'stop' }, rule: 7 }], fallback: 'matter.count > 1 ? now : now', resting: [] }],
  ])('%s', (_, more) => {
    const shop = world({ steps: timed, ...more });
    const opened = shop.create('10-09 09:00', 'C1', 'job', 'open', { count: 1 }, { id: 'J1' });
    expect(refusals(opened)).toEqual([]);
    shop.act('10-09 09:05', 'C1', 'J1', 'go', { count: null });
    shop.alarm('10-09 10:30', 'J1');
    expect(runs(shop, 'work')).toMatchObject([{ verdict: expect.stringMatching(/missed|reached/) }]);
    expect(tasks(shop)).toEqual([expect.stringContaining('matter.count > 1')]);
    expect(shop.matter('J1').owner).toBeDefined();
  });

  it('also where an act overtakes the alarm: it is not the act that fails, and the bytes are the same', () => {
    const play = (punctual: boolean): World => {
      const shop = world({ steps: timed, effects: [{ when: 'work.missed', if: failing, do: { publish: 'x' }, rule: 7 }] });
      openJob(shop);
      if (punctual) shop.alarm('10-09 10:01', 'J1');
      expect(refusals(shop.act('10-09 10:30', 'C1', 'J1', 'go'))).toEqual([]);
      return shop;
    };
    expect(JSON.stringify(play(false).histories.get('J1'))).toBe(JSON.stringify(play(true).histories.get('J1')));
    expect(tasks(play(false))).toEqual([expect.stringContaining(failing)]);
  });

  it('whoever is to owe a promise once its debtor has gone', () => {
    const shop = tinyWorld({ fields, acts: MOVES, final: ['finished'], steps: { work: { ...limit, due: 'P9D', who: "matter.state == 'open' || matter.count > 1 ? 'T1' : 'TL1'" } } }, []);
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'stop');
    const people = shop.facts.directory.all().map((person) => (person.id === 'T1' ? { ...person, left: at('10-09 09:30') } : person));
    const facts = { ...shop.facts, directory: { person: (id: string) => people.find((each) => each.id === id), all: () => people }, matter: shop.facts.matter };
    const outcome = refresh(shop.policy, shop.matter('J1'), facts, at('10-09 10:00'));
    expect(outcome.events.flatMap(({ effects }) => effects)).toMatchObject([{ verb: 'open', kind: 'task', input: { what: expect.stringContaining('matter.count > 1') } }]);
    expect(outcome.matter?.steps[0]?.who).toEqual(['TL1']);
  });
});
