import { at, staff } from '../fixtures/repair-world.ts';
import type { World } from '../fixtures/repair-world.ts';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument } from '../language/act-document.ts';
import { actingTogether } from './acting-together.ts';
import { performTogether } from './perform-together.ts';

const world = (together: NonNullable<ActDocument['together']>, agree: Partial<ActDocument> = {}, acts: Readonly<Record<string, ActDocument>> = {}) => {
  const shop = tinyWorld({
    fields: { table: { type: 'text', optional: ['open', 'move'] }, a: { type: 'ref', to: 'job', optional: ['open'] }, b: { type: 'ref', to: 'job', optional: ['open'] }, done: { type: 'instant', typed: 'past', optional: ['open'] } },
    acts: { ...MOVES, move: { by: 'system', from: ['open'], rule: 38 }, agree: { ...(agree.sign ? {} : { by: 'anyone' }), to: 'finished', together, rule: 38, ...agree }, ...acts }, final: ['finished'],
  });
  expect(shop.policy.problems).toEqual([]);
  shop.create('10-09 09:00', 'C1', 'job', 'open', { table: '1' }, { id: 'A' });
  shop.create('10-09 09:00', 'C1', 'job', 'open', { table: '2' }, { id: 'B' });
  shop.create('10-09 09:00', 'C1', 'job', 'open', { a: 'A', b: 'B' }, { id: 'S' });
  return shop;
};
const swap: NonNullable<ActDocument['together']> = [{ act: 'move', on: 'a', set: { table: 'matter.b.table' } }, { act: 'move', on: 'b', set: { table: 'matter.a.table' } }];
const agree = (shop: World) => performTogether([{ policy: shop.policy, matter: shop.matter('S'), kind: 'job', command: { act: 'agree', input: {}, actor: staff('C1') } }], shop.facts, at('10-09 10:00'));

describe('acts together', () => {
  it('happen with the act that takes them along, each input as it was before', () => {
    const together = agree(world(swap));
    expect(together).toMatchObject({ ok: true, outcomes: [{ matter: { id: 'S', state: 'finished' } }, { matter: { id: 'A', facts: { table: '2' } } }, { matter: { id: 'B', facts: { table: '1' } } }] });
  });

  it('happen all or not at all', () => {
    const shop = world(swap);
    shop.act('10-09 09:30', 'C1', 'B', 'stop');
    expect(agree(shop)).toMatchObject({ ok: false, at: 0, refusals: [{ code: 'wrongState', citation: { rule: 'core/38' } }] });
  });

  it('tell all that stands against them, each with the act that refuses', () => {
    const shop = world(swap);
    for (const id of ['A', 'B', 'S']) shop.act('10-09 09:30', 'C1', id, 'finish');
    const together = agree(shop);
    if (together.ok) throw new Error('it was allowed');
    expect(together.refusals).toEqual([
      expect.not.objectContaining({ of: expect.anything() }),
      expect.objectContaining({ code: 'wrongState', of: { matter: 'A', kind: 'job', act: 'move' } }),
      expect.objectContaining({ code: 'wrongState', of: { matter: 'B', kind: 'job', act: 'move' } }),
    ]);
    expect(together.left).toMatchObject({ ok: false, refusals: together.refusals });
  });

  it('leave the kept attempt of the asked act behind when only a companion refuses', () => {
    const shop = world(swap, { keepRefused: true });
    shop.act('10-09 09:30', 'C1', 'B', 'stop');
    const together = agree(shop);
    expect(together).toMatchObject({ ok: false, refusals: [{ of: { matter: 'B' } }], left: { events: [{ type: 'job.agree.refused' }] } });
  });

  it('happen with the act that makes a matter, on what it is given', () => {
    const shop = world(swap, {}, { open: { from: ['new'], by: 'anyone', to: 'open', together: [{ act: 'stop', on: 'a', if: 'has(act.a)' }] } });
    const request = { policy: shop.policy, kind: 'job', command: { act: 'open', input: { a: 'A' }, actor: staff('C1') }, create: { id: 'N', tenant: 'T' } };
    expect(performTogether([request], shop.facts, at('10-09 10:00'))).toMatchObject({ ok: true, outcomes: [{ matter: { id: 'N' } }, { matter: { id: 'A', state: 'idle' } }] });
  });

  it('wait for the last signature', () => {
    const shop = world(swap, { sign: ['anyone', 'anyone'] });
    const first = agree(shop);
    expect(first).toMatchObject({ ok: true, outcomes: [{ matter: { id: 'S', state: 'open' } }] });
    if (first.ok) for (const { matter } of first.outcomes) shop.matters.set(matter.id, matter);
    const second = performTogether([{ policy: shop.policy, matter: shop.matter('S'), kind: 'job', command: { act: 'agree', input: {}, actor: staff('M1') } }], shop.facts, at('10-09 10:05'));
    expect(second).toMatchObject({ ok: true, outcomes: [{ matter: { id: 'S', state: 'finished' } }, { matter: { id: 'A' } }, { matter: { id: 'B' } }] });
  });

  it('refuse when they set each other off without end', () => {
    const shop = world(swap, {}, { work: { by: 'anyone', together: [{ act: 'work', on: "'A'" }] } });
    const request = { policy: shop.policy, matter: shop.matter('A'), kind: 'job', command: { act: 'work', input: {}, actor: staff('C1') } };
    expect(performTogether([request], shop.facts, at('10-09 10:00'))).toMatchObject({ ok: false, refusals: [{ code: 'tooManyTogether' }] });
  });

  it('ask for facts of each act, naming what the first ones lacked', () => {
    const shop = world([{ act: 'stop', on: "'B'" }]);
    const acting = actingTogether([{ policy: shop.policy, matter: shop.matter('S'), kind: 'job', command: { act: 'agree', input: {}, actor: staff('C1') } }], at('10-09 10:00'));
    const asked: unknown[] = [];
    let step = acting.next();
    while (!step.done) {
      const { request, ids, changed } = step.value;
      asked.push([request.command.act, ids, [...changed.keys()]]);
      step = acting.next({ policy: shop.policy, facts: { ...shop.facts, matter: (id) => (id === 'B' && asked.length === 1 ? undefined : shop.matters.get(id)) } });
    }
    expect([step.value.ok, asked]).toEqual([true, [['agree', [], []], ['agree', ['B'], []], ['stop', [], ['S']]]]);
  });

  it('are refused to an effect on its own matter, which is in the middle of an update', () => {
    const shop = tinyWorld({ fields: { a: { type: 'ref', to: 'job', optional: ['open'] } }, acts: { ...MOVES, agree: { by: 'anyone', together: ['a.stop'], rule: 38 } }, final: ['finished'], effects: [{ when: 'job.work', do: { act: 'agree' } }] });
    shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: 'A' });
    shop.create('10-09 09:00', 'C1', 'job', 'open', { a: 'A' }, { id: 'S' });
    const outcome = shop.act('10-09 09:30', 'C1', 'S', 'work');
    expect(JSON.stringify(outcome)).toContain('takesOthersAlong (core/38)');
    expect(shop.matter('A').state).toBe('open');
  });

  it('refuse where what they are to act on is not here', () => {
    const shop = world(['a.go']);
    shop.matters.delete('A');
    expect(agree(shop)).toMatchObject({ ok: false, refusals: [{ code: 'unknownReference' }] });
  });

  it('see what those before them did, also on one matter', () => {
    const shop = world(['a.go']);
    const request = (act: string) => ({ policy: shop.policy, matter: shop.matter('A'), kind: 'job', command: { act, input: {}, actor: staff('C1') } });
    expect(performTogether([request('stop'), request('finish')], shop.facts, at('10-09 10:00'))).toMatchObject({ ok: true, outcomes: [{ matter: { state: 'idle' } }, { matter: { state: 'finished', seq: expect.any(Number) } }] });
    expect(performTogether([request('finish'), request('stop')], shop.facts, at('10-09 10:00'))).toMatchObject({ ok: false, at: 1, refusals: [{ code: 'wrongState' }] });
  });
});
