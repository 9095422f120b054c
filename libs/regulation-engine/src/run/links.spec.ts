import { at, policyOf, refusals, World } from '../fixtures/repair-world.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';
import { nextStep } from '../settle/next-step.ts';
import { perform } from './perform.ts';
import { runs } from '../fixtures/tiny.ts';

const order: KindDocument = {
  in: 'shop', fields: { level: { type: 'int', optional: ['open', 'raise'] } },
  acts: { open: { from: ['new'], by: 'anyone', to: 'open' }, raise: { by: 'anyone' }, close: { by: 'anyone', to: 'closed' } }, final: ['closed'],
};
const job: KindDocument = {
  in: 'desk', fields: { order: { type: 'ref', to: 'order', required: ['open'] }, size: { type: 'int', optional: ['grow'] } },
  acts: { open: { from: ['new'], by: 'anyone', to: 'waiting' }, grow: { by: 'anyone' }, check: { by: 'anyone', require: [{ that: 'matter.order.level > 1', refuse: 'tooLow', rule: 1 }] }, end: { by: 'anyone', to: 'ended' } },
  waits: { waiting: 'order' }, final: ['ended'],
  tables: { grave: { sets: 'grave', policy: 'first', in: { level: 'has(matter.order.level) ? matter.order.level : 0' }, rows: [{ level: '> 1', then: true, rule: 2 }, { then: false, rule: 2 }] } },
  steps: {
    check: { rule: 3, opens: { becomes: 'matter.grave == true' }, who: "'M1'", due: 'PT1H' },
    tellAll: { rule: 4, opens: { when: 'order.raise' }, who: "'M1'", act: 'end', done: 'order.close', due: 'PT1H' },
  },
};
const bare: KindDocument = { in: 'desk', fields: { order: { type: 'ref', to: 'order', required: ['open'] } }, acts: { open: { from: ['new'], by: 'system', to: 'open' } } };
const pack: PackDocument = { language: 1, pack: 'core-shop', title: { 'zh-CN': '店', en: 'Shop' }, kinds: { order, job, bare } };

const TASK: KindDocument = {
  in: 'desk', fields: { what: { type: 'text', required: ['open'] }, about: { type: 'ref', to: 'any', optional: ['open'] }, rule: { type: 'text', optional: ['open'] }, assignee: { type: 'person', required: ['open'] } },
  acts: { open: { from: ['new'], by: 'system', to: 'open' }, do: { by: 'anyone', to: 'done' } }, final: ['done'],
};

function linked(change: (kinds: Readonly<Record<string, KindDocument>>) => Readonly<Record<string, KindDocument>> = (kinds) => kinds): World {
  const world = new World(policyOf([{ ...pack, kinds: change(pack.kinds!) }]));
  world.create('10-09 09:00', 'C1', 'order', 'open', {}, { id: 'O1' });
  world.create('10-09 09:00', 'C1', 'job', 'open', { order: 'O1' }, { id: 'J1' });
  return world;
}

describe('linked matters', () => {
  it('stand for the owner and next step of one that waits for them, until they are final', () => {
    const world = linked();
    expect(world.matter('J1')).toMatchObject({ waitsFor: 'O1' });
    expect(nextStep(world.matter('J1'))).toBeUndefined();
    world.act('10-09 10:00', 'C1', 'O1', 'close');
    expect(world.matter('J1').waitsFor).toBeUndefined();
    expect(nextStep(world.matter('J1'))).toMatchObject({ step: 'fallback', owner: 'C1' });
  });

  it('are looked at again when they change: derived facts, conditions, steps that name their events', () => {
    const world = linked();
    world.act('10-09 10:00', 'C1', 'O1', 'raise', { level: 2 });
    expect(world.matter('J1').facts['grave']).toBe(true);
    expect(runs(world, 'check')).toEqual([{ id: 'check', open: true }]);
    expect(runs(world, 'tellAll')).toEqual([{ id: 'tellAll', open: true }]);
    world.act('10-09 10:30', 'C1', 'O1', 'close');
    expect(runs(world, 'tellAll')).toEqual([{ id: 'tellAll', open: false, verdict: 'met' }]);
  });

  it('hear a variant by the events of its core kind, also where another pack listens', () => {
    const listener: PackDocument = {
      language: 1, pack: 'p1', title: { 'zh-CN': '簿', en: 'Book' },
      kinds: {
        rush: { is: 'order', rule: 1 },
        page: {
          in: 'desk', fields: { about: { type: 'ref', to: 'order', required: ['open'] }, raised: { type: 'bool', optional: ['stamp'] } },
          acts: { open: { from: ['new'], by: 'anyone', to: 'open' }, stamp: { by: 'system' } },
          effects: [{ when: 'order.raise', do: { act: 'stamp', set: { raised: true } } }],
        },
      },
    };
    const world = new World(policyOf([pack, listener]));
    expect(world.policy.problems).toEqual([]);
    world.create('10-09 09:00', 'C1', 'rush', 'open', {}, { id: 'R1' });
    world.create('10-09 09:00', 'C1', 'page', 'open', { about: 'R1' }, { id: 'P1' });
    world.act('10-09 10:00', 'C1', 'R1', 'raise', { level: 2 });
    expect(world.matter('P1').facts).toMatchObject({ raised: true });
  });

  it('tell the owner when what follows on the own matter is refused, though nothing else followed', () => {
    const page: KindDocument = {
      in: 'desk', fields: { about: { type: 'ref', to: 'order', required: ['open'] }, raised: { type: 'bool', optional: ['stamp'] } },
      acts: { open: { from: ['new'], by: 'anyone', to: 'open' }, stamp: { by: 'system', require: [{ that: 'matter.about.level > 2', refuse: 'tooLow', rule: 1 }] } },
      effects: [{ when: 'order.raise', do: { act: 'stamp', set: { raised: true } } }],
    };
    const world = new World(policyOf([pack, { language: 1, pack: 'p1', title: { 'zh-CN': '簿', en: 'Book' }, kinds: { page, task: TASK } }]));
    world.create('10-09 09:00', 'C1', 'order', 'open', {}, { id: 'O1' });
    world.create('10-09 09:00', 'C1', 'page', 'open', { about: 'O1' }, { id: 'P1' });
    world.act('10-09 10:00', 'C1', 'O1', 'raise', { level: 2 });
    const told = world.histories.get('P1')!.at(-1)!;
    expect([told.type, told.effects.map((effect) => (effect.verb === 'open' ? [effect.verb, effect.kind, effect.input['what']] : effect))]).toEqual(['page.linkChanged', [['open', 'task', expect.stringContaining('tooLow')]]]);
  });

  it.each([['a link of its own', 'job', 'order.level', 'O1', 'J1'], ['a link to it', 'order', 'job.size', 'J1', 'O1']])('set off what waits for a fact of theirs to change, over %s', (_, listener, changed, source, target) => {
    const effect = { changed, if: "event.type != '' && has(matter.id)", do: { tell: "'M1'", text: 'changed', rule: 5 } };
    const world = linked((kinds) => ({ ...kinds, [listener]: { ...kinds[listener], effects: [effect] } }));
    expect(world.policy.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const act = source === 'O1' ? 'raise' : 'grow';
    world.act('10-09 10:00', 'C1', source, act);
    expect(world.told.filter(({ text }) => text === 'changed')).toEqual([]);
    world.act('10-09 10:05', 'C1', source, act, source === 'O1' ? { level: 1 } : { size: 1 });
    expect(world.told.filter(({ text }) => text === 'changed')).toEqual([{ to: ['M1'], text: 'changed', at: at('10-09 10:05') }]);
    expect(world.histories.get(target)!.at(-1)).toMatchObject({ effects: [{ verb: 'tell', citation: { rule: 'core/5' } }] });
  });

  it.each([
    ['order.weight', 'order has no fact weight'], ['ship.level', 'no kind ship'], ['weight', 'job has no fact weight'], ['stranger.level', 'no ref links job and stranger'], ['order.level', undefined], ['job.grave', undefined], ['grave', undefined],
  ])('a change of %s that an effect waits for: %s', (changed, message) => {
    const world = linked((kinds) => ({ ...kinds, stranger: { in: 'shop', fields: { level: { type: 'int', optional: ['open'] } }, acts: { open: { from: ['new'], by: 'anyone', to: 'open' } } }, job: { ...kinds['job'], effects: [{ changed, do: { publish: 'x', rule: 5 } }] } }));
    expect(world.policy.problems.filter(({ item }) => item.endsWith('.changed')).map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
  });

  it('leave no event where nothing follows', () => {
    const world = linked();
    const before = world.matter('J1').seq;
    world.act('10-09 10:00', 'C1', 'O1', 'raise', { level: 1 });
    world.act('10-09 10:05', 'C1', 'O1', 'raise', { level: 1 });
    expect(world.histories.get('J1')!.slice(before).map(({ type }) => type)).toEqual(['job.linkChanged', 'job.tellAll.opened']);
  });

  it('refuse what reads a copy that is not here, and a reference to nothing or to another kind', () => {
    const world = linked();
    const orderCopy = world.matter('O1');
    world.matters.delete('O1');
    expect(refusals(world.act('10-09 10:00', 'C1', 'J1', 'check'))).toEqual(['evaluation@gate core/1', 'evaluation@gate core/job.check']);
    expect(refusals(world.create('10-09 10:00', 'C1', 'job', 'open', { order: 'nowhere' }, { id: 'J2' }))).toEqual(['unknownReference@gate core/job.fields.order']);
    world.matters.set('O1', orderCopy);
    expect(refusals(world.create('10-09 10:00', 'C1', 'job', 'open', { order: 'J1' }, { id: 'J2' }))).toEqual(['wrongKind@gate core/job.fields.order']);
  });

  it('may be named by an effect before their copy has arrived', () => {
    const world = linked();
    const system = { id: 'system', kind: 'system' as const, name: 'system', roles: [] };
    world.matters.delete('O1');
    expect(refusals(perform(world.policy, undefined, 'bare', { act: 'open', input: { order: 'O1' }, actor: system }, world.facts, at('10-09 10:00'), { id: 'J3', tenant: 't1' }))).toEqual([]);
  });
});
