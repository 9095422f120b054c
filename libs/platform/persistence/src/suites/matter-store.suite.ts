import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMatter, TenantMatters } from '../matter-store.port.ts';
import { numberKey } from '../tenant-key.ts';
import type { Stores } from '../tokens.ts';
import { aStored, anEvent } from './fixtures.ts';

const withoutPending = ({ pending: _, ...stored }: StoredMatter): Omit<StoredMatter, 'pending'> => stored;

/** What every `MatterStore` does; `make` gives an empty store each time. */
export function matterStoreSuite(make: () => Promise<Stores> | Stores): void {
  let stores: Stores;
  let ours: TenantMatters;
  let theirs: TenantMatters;
  beforeEach(async () => {
    stores = await make();
    ours = stores.matters.forTenant('ours');
    theirs = stores.matters.forTenant('theirs');
  });

  describe('one matter', () => {
    it('is read back as it was stored, when it is of this operator', async () => {
      const stored = aStored({ id: 'm1', tenant: 'ours', keys: ['k|1'], readers: ['r'], linked: ['l'], sources: { s: 3 }, nextAlarmAt: '2025-03-01T00:00:00.000Z', pending: [anEvent({ tenant: 'ours', aggregate: 'm1', seq: 1 })] });
      expect(await ours.insert(stored)).toEqual({ result: 'stored' });
      expect(await ours.load('m1')).toEqual(stored);
      expect(await theirs.load('m1')).toBeUndefined();
    });
    it('is refused when the id exists, for another operator too', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours' }));
      expect(await ours.insert(aStored({ id: 'm1', tenant: 'ours' }))).toEqual({ result: 'conflict' });
      expect(await theirs.insert(aStored({ id: 'm1', tenant: 'theirs' }))).toEqual({ result: 'conflict' });
    });
    it('keeps no key whose value is undefined', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', matter: { owner: undefined } }));
      expect(Object.keys((await ours.load('m1'))?.matter ?? {})).not.toContain('owner');
    });
    it('cannot be stored through another operator', async () => {
      await expect(theirs.insert(aStored({ id: 'm1', tenant: 'ours' }))).rejects.toThrow(RangeError);
      expect(() => stores.matters.forTenant('')).toThrow(RangeError);
    });
  });

  describe('a commit', () => {
    const first = aStored({ id: 'm1', tenant: 'ours', pending: [anEvent({ tenant: 'ours', aggregate: 'm1', seq: 1 })] });
    const second = withoutPending({ ...first, version: 2, matter: { ...first.matter, seq: 2, state: 'taken' } });
    it('appends its events to what is still pending', async () => {
      await ours.insert(first);
      const appended = anEvent({ tenant: 'ours', aggregate: 'm1', seq: 2 });
      expect(await ours.commit(second, 1, [appended])).toEqual({ result: 'stored' });
      expect(await ours.load('m1')).toEqual({ ...second, pending: [...first.pending, appended] });
    });
    it('changes nothing when the version is not the expected one, or the matter is another operator’s', async () => {
      await ours.insert(first);
      expect(await ours.commit(second, 2, [])).toEqual({ result: 'conflict' });
      expect(await theirs.commit({ ...second, tenant: 'theirs' }, 1, [])).toEqual({ result: 'conflict' });
      expect(await ours.load('m1')).toEqual(first);
    });
    it('lets exactly one of two rivals through', async () => {
      await ours.insert(first);
      const results = await Promise.all([ours.commit(second, 1, []), ours.commit(second, 1, [])]);
      expect(results.map(({ result }) => result).sort()).toEqual(['conflict', 'stored']);
    });
    it('takes the alarm and the keys away when it carries none', async () => {
      await ours.insert({ ...first, nextAlarmAt: '2025-03-01T00:00:00.000Z', keys: ['k|1'] });
      await ours.commit(second, 1, []);
      expect(await ours.earliestAlarm('2026-01-01T00:00:00.000Z')).toBeUndefined();
      expect(await ours.byKey('k|1')).toBeUndefined();
      expect(await ours.insert(aStored({ id: 'm2', tenant: 'ours', keys: ['k|1'] }))).toEqual({ result: 'stored' });
    });
  });

  describe('a key', () => {
    it('is held by one matter of an operator', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', keys: ['plate|A1'] }));
      await ours.insert(aStored({ id: 'm2', tenant: 'ours' }));
      expect(await ours.insert(aStored({ id: 'm3', tenant: 'ours', keys: ['x', 'plate|A1'] }))).toEqual({ result: 'taken', key: 'plate|A1' });
      expect(await ours.commit(withoutPending(aStored({ id: 'm2', tenant: 'ours', version: 2, keys: ['plate|A1'] })), 1, [])).toEqual({ result: 'taken', key: 'plate|A1' });
      expect((await ours.byKey('plate|A1'))?.id).toBe('m1');
    });
    it('is free for another operator', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', keys: ['plate|A1'] }));
      expect(await theirs.insert(aStored({ id: 'm2', tenant: 'theirs', keys: ['plate|A1'] }))).toEqual({ result: 'stored' });
      expect((await theirs.byKey('plate|A1'))?.id).toBe('m2');
    });
  });

  describe('numbers', () => {
    it('go on from the highest one drawn in their series, per operator', async () => {
      expect(await ours.highestNumber('R-2025')).toBe(0);
      for (let sequence = 1; sequence <= 70; sequence += 1) await ours.insert(aStored({ id: `m${sequence}`, tenant: 'ours', keys: [numberKey('R-2025', sequence), `other|${sequence}`] }));
      expect(await ours.highestNumber('R-2025')).toBe(70);
      expect(await ours.highestNumber('R-2026')).toBe(0);
      expect(await theirs.highestNumber('R-2025')).toBe(0);
    });
    it('are found by a second process that has not drawn any', async () => {
      for (let sequence = 1; sequence <= 37; sequence += 1) await ours.insert(aStored({ id: `m${sequence}`, tenant: 'ours', keys: [numberKey('R', sequence)] }));
      expect(await ours.highestNumber('R')).toBe(37);
      await ours.insert(aStored({ id: 'm38', tenant: 'ours', keys: [numberKey('R', 38)] }));
      expect(await ours.highestNumber('R')).toBe(38);
    });
  });

  describe('alarms and progress', () => {
    it('come earliest first and only of this operator', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', nextAlarmAt: '2025-03-01T10:00:00.000Z' }));
      await ours.insert(aStored({ id: 'm2', tenant: 'ours', nextAlarmAt: '2025-03-01T09:00:00.000Z', simulated: true }));
      await ours.insert(aStored({ id: 'm3', tenant: 'ours' }));
      await theirs.insert(aStored({ id: 'm4', tenant: 'theirs', nextAlarmAt: '2025-03-01T01:00:00.000Z' }));
      expect(await ours.earliestAlarm('2025-03-01T10:00:00.000Z')).toBe('2025-03-01T09:00:00.000Z');
      expect(await ours.earliestAlarm('2025-03-01T08:59:59.999Z')).toBeUndefined();
      expect((await ours.due('2025-03-01T10:00:00.000Z', 10)).map(({ id }) => id)).toEqual(['m2', 'm1']);
      expect((await ours.due('2025-03-01T10:00:00.000Z', 1)).map(({ id }) => id)).toEqual(['m2']);
    });
    it('sum the sequences and count what is pending', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', matter: { seq: 2 }, pending: [1, 2].map((seq) => anEvent({ tenant: 'ours', aggregate: 'm1', seq })) }));
      await ours.insert(aStored({ id: 'm2', tenant: 'ours', matter: { seq: 5 } }));
      await theirs.insert(aStored({ id: 'm3', tenant: 'theirs', matter: { seq: 7 } }));
      expect(await ours.progress()).toEqual({ sent: 7, pending: 2 });
      expect(await stores.matters.forTenant('nobody').progress()).toEqual({ sent: 0, pending: 0 });
    });
    it('find matters by what they point to', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', linked: ['a', 'b'] }));
      await theirs.insert(aStored({ id: 'm2', tenant: 'theirs', linked: ['a'] }));
      expect((await ours.linkedTo('a')).map(({ id }) => id)).toEqual(['m1']);
      expect(await ours.linkedTo('c')).toEqual([]);
    });
  });
}
