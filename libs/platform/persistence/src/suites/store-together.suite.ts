import { beforeEach, expect, it } from '@jest/globals';
import type { GuardedWrite, StoredMatter, TenantMatters } from '../matter-store.port.ts';
import type { Stores } from '../tokens.ts';
import { aStored, anEvent } from './fixtures.ts';

const changed = (stored: StoredMatter, more: Partial<StoredMatter> = {}): GuardedWrite => ({
  stored: { ...stored, version: stored.version + 1, matter: { ...stored.matter, seq: stored.matter.seq + 1 }, pending: [anEvent({ tenant: stored.tenant, aggregate: stored.id, seq: stored.matter.seq + 1 })], ...more },
  expectedVersion: stored.version,
});

/** What `storeTogether` of every `MatterStore` does; `make` gives an empty store each time. */
export function storeTogetherSuite(make: () => Promise<Stores> | Stores): void {
  let stores: Stores;
  let ours: TenantMatters;
  const one = aStored({ id: 'm1', tenant: 'ours', keys: ['table|1'], pending: [anEvent({ tenant: 'ours', aggregate: 'm1', seq: 1 })] });
  const two = aStored({ id: 'm2', tenant: 'ours', keys: ['table|2'], pending: [anEvent({ tenant: 'ours', aggregate: 'm2', seq: 1 })] });
  const stand = async (): Promise<readonly unknown[]> => Promise.all(['m1', 'm2', 'm3'].map(async (id) => ours.load(id).then((stored) => stored && [stored.version, stored.keys, stored.pending.map(({ seq }) => seq)])));
  beforeEach(async () => {
    stores = await make();
    ours = stores.matters.forTenant('ours');
    await ours.insert(one);
    await ours.insert(two);
  });

  it('stores all: a new matter beside changed ones, each with its events after those still pending', async () => {
    const made = aStored({ id: 'm3', tenant: 'ours', keys: ['table|3'], pending: [anEvent({ tenant: 'ours', aggregate: 'm3', seq: 1 })] });
    expect(await ours.storeTogether([changed(one), changed(two), { stored: made }])).toEqual({ result: 'stored' });
    expect(await stand()).toEqual([[2, ['table|1'], [1, 2]], [2, ['table|2'], [1, 2]], [1, ['table|3'], [1]]]);
    expect((await stores.outbox.withPending(10)).map(({ id, pending }) => [id, pending.length]).sort()).toEqual([['m1', 2], ['m2', 2], ['m3', 1]]);
  });

  it('stores nothing when one of them has changed meanwhile, is new and exists, or is another operator’s', async () => {
    const before = await stand();
    for (const spoiled of [{ ...changed(two), expectedVersion: 7 }, { stored: two }, { ...changed({ ...two, id: 'm9' }) }]) {
      expect(await ours.storeTogether([changed(one), spoiled])).toEqual({ result: 'conflict' });
      expect(await ours.storeTogether([spoiled, changed(one)])).toEqual({ result: 'conflict' });
      expect(await stand()).toEqual(before);
    }
    await expect(stores.matters.forTenant('theirs').storeTogether([changed(one)])).rejects.toThrow(RangeError);
  });

  it('lets two matters change their keys, and stores nothing when a key is held elsewhere', async () => {
    await ours.insert(aStored({ id: 'm4', tenant: 'ours', keys: ['table|4'] }));
    const before = await stand();
    expect(await ours.storeTogether([changed(one, { keys: ['table|2'] }), changed(two, { keys: ['table|4'] })])).toEqual({ result: 'taken', key: 'table|4' });
    expect(await stand()).toEqual(before);
    expect(await ours.storeTogether([changed(one, { keys: ['table|2'] }), changed(two, { keys: ['table|1'] })])).toEqual({ result: 'stored' });
    expect([(await ours.byKey('table|1'))?.id, (await ours.byKey('table|2'))?.id]).toEqual(['m2', 'm1']);
  });

  it('lets exactly one of two rivals through, also where they meet in one matter only', async () => {
    await ours.insert(aStored({ id: 'm3', tenant: 'ours' }));
    const three = await ours.load('m3');
    if (!three) throw new Error('m3 is gone');
    const results = await Promise.all([ours.storeTogether([changed(one), changed(two)]), ours.storeTogether([changed(two), changed(three)]), ours.commit({ ...two, version: 2 }, 1, [])]);
    expect(results.map(({ result }) => result).sort()).toEqual(['conflict', 'conflict', 'stored']);
    const versions = await Promise.all(['m1', 'm2', 'm3'].map(async (id) => (await ours.load(id))?.version));
    expect([[2, 2, 1], [1, 2, 2], [1, 2, 1]]).toContainEqual(versions);
  });
}
