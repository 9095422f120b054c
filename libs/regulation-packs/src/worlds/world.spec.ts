import { compilePolicy } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { writtenFolder } from '../testing/written-pack.ts';
import { World } from './world.ts';

/** Seats at tables, each table once; guests who swap; a guest who comes twice is given the table he asks for by an effect. */
const bar = `language: 1
pack: x1
title: { zh-CN: 例, en: Example }
cites: { 1: { clause: "1" } }
kinds:
  seat:
    in: intake
    rule: 1
    states: [seated, gone]
    final: [gone]
    fields:
      table: { type: text, required: [sit], optional: [move], rule: 1 }
    acts:
      sit: { from: [new], by: anyone, to: seated, rule: 1 }
      move: { by: system, rule: 1 }
      leave: { by: anyone, to: gone, rule: 1 }
    unique: [{ key: [table], while: [seated], refuse: tableTaken, rule: 1 }]
  swap:
    in: intake
    rule: 1
    states: [asked, agreed]
    final: [agreed]
    fields:
      one: { type: ref, to: seat, required: [ask], rule: 1 }
      other: { type: ref, to: seat, required: [ask], rule: 1 }
      wish: { type: text, optional: [ask], rule: 1 }
    acts:
      ask: { from: [new], by: anyone, to: asked, rule: 1 }
      agree:
        by: anyone
        to: agreed
        rule: 1
        together:
          - { act: move, on: one, set: { table: matter.other.table } }
          - { act: move, on: other, set: { table: "has(matter.wish) ? matter.wish : matter.one.table" } }
    effects:
      - { when: swap.ask, if: has(matter.wish), do: { open: seat, set: { table: matter.wish } }, rule: 1 }
`;

/** A house rule beside it: only the boss sends guests away. */
const house = (act: string): string => `language: 1
pack: x2
title: { zh-CN: 店规, en: House rules }
cites: { 1: { clause: "1" } }
parties: { boss: { is: manager, rule: 1 } }
kinds:
  seat:
    acts:
      leave: { rule: 1, ${act} }
`;

function opened(...more: readonly string[]): World {
  const packs = [loadPack(writtenFolder('x1', { 'pack.yaml': bar })).document, ...more.map((text) => loadPack(writtenFolder('x2', { 'pack.yaml': text })).document)];
  const policy = compilePolicy(composePolicy({ cores: listCores().map((file) => loadCore(file).document), packs, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' } }), { hash: 'x1' });
  const world = new World(policy, [{ id: 'K', name: 'K', roles: ['clerk'] }, { id: 'M', name: 'M', roles: ['manager'] }], '2026-10-09T01:00:00Z');
  for (const [id, table] of [['A', '1'], ['B', '2'], ['C', '3']] as const) world.act('K', 'seat', 'sit', { table }, undefined, { id });
  return world;
}
const tables = (world: World) => [...world.matters.values()].filter(({ kind }) => kind === 'seat').map(({ facts }) => facts['table']);

describe('a world of all services', () => {
  it('refuses a key that another matter holds, and gives it back when that is gone', () => {
    const world = opened();
    expect(world.refused('K', 'seat', 'sit', { table: '2' })).toEqual(['x1/1 tableTaken']);
    world.act('K', 'seat', 'leave', {}, 'B');
    expect(world.refused('K', 'seat', 'sit', { table: '2' })).toEqual([]);
  });

  it('refuses such a key to an effect too: nothing is opened', () => {
    const world = opened();
    world.act('K', 'swap', 'ask', { one: 'A', other: 'B', wish: '3' });
    expect(tables(world)).toEqual(['1', '2', '3']);
    expect(world.refusedEffects.map(({ code }) => code)).toEqual(['tableTaken']);
  });

  it('does what an act takes along in the same moment, though each key is held by the other before', () => {
    const world = opened();
    const swap = world.act('K', 'swap', 'ask', { one: 'A', other: 'B' });
    world.act('K', 'swap', 'agree', {}, swap);
    expect(tables(world)).toEqual(['2', '1', '3']);
    expect(world.events.map(({ type }) => type).filter((type) => /agree|move/.test(type))).toEqual(['swap.agree', 'seat.move', 'seat.move']);
  });

  it('does nothing at all where one of them is refused, or a key is held by a third', () => {
    const world = opened();
    const swap = world.act('K', 'swap', 'ask', { one: 'A', other: 'B' });
    world.act('K', 'seat', 'leave', {}, 'B');
    expect(world.refused('K', 'swap', 'agree', {}, swap)).toHaveLength(1);
    const wish = opened();
    const taken = wish.act('K', 'swap', 'ask', { one: 'A', other: 'B', wish: '3' });
    expect(wish.refused('K', 'swap', 'agree', {}, taken)).toEqual(['x1/1 tableTaken']);
    expect(tables(wish)).toEqual(['1', '2', '3']);
    expect(wish.matter(taken).state).toBe('asked');
  });

  it('lets a pack that does not govern be stricter about who may: by a gate, while a `by` of its own is ignored with a warning', () => {
    const gated = opened(house("require: [{ that: \"is(actor, 'boss')\", refuse: bossOnly, rule: 1 }]"));
    expect(gated.policy.problems).toEqual([]);
    expect(gated.refused('K', 'seat', 'leave', {}, 'A')).toEqual(['x2/1 bossOnly']);
    expect(gated.refused('M', 'seat', 'leave', {}, 'A')).toEqual([]);
    const by = opened(house('by: boss'));
    expect(by.policy.problems).toMatchObject([{ severity: 'warning', code: 'ignored', pack: 'x2' }]);
    expect(by.refused('K', 'seat', 'leave', {}, 'A')).toEqual([]);
  });
});
