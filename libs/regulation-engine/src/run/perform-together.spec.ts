import { at, staff } from '../fixtures/repair-world.ts';
import type { World } from '../fixtures/repair-world.ts';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument } from '../language/act-document.ts';
import { performTogether } from './perform-together.ts';
import { policyInstant } from './policy-instant.ts';

const world = (together: NonNullable<ActDocument['together']>) => {
  const shop = tinyWorld({
    fields: { table: { type: 'text', optional: ['open', 'move'] }, a: { type: 'ref', to: 'job', optional: ['open'] }, b: { type: 'ref', to: 'job', optional: ['open'] }, done: { type: 'instant', typed: 'past', optional: ['open'] } },
    acts: { ...MOVES, move: { by: 'system', from: ['open'], rule: 38 }, agree: { by: 'anyone', to: 'finished', together, rule: 38 } }, final: ['finished'], policyAt: 'done',
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

describe('the policy that binds a new matter', () => {
  it('is that of the fact the kind names, else of now', () => {
    const shop = world(['a.go']);
    const ask = (input: object) => policyInstant(shop.policy, 'job', { act: 'open', input: input as never, actor: staff('C1') }, shop.facts, at('10-09 10:00'));
    expect(ask({ done: at('09-01 10:00') })).toBe(at('09-01 10:00'));
    expect(ask({})).toBe(at('10-09 10:00'));
  });
});
