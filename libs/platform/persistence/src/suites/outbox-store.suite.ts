import { beforeEach, describe, expect, it } from '@jest/globals';
import { alarmShardOf, allAlarmShards } from '../alarm-shard.ts';
import type { TenantMatters } from '../matter-store.port.ts';
import type { Stores } from '../tokens.ts';
import { aStored, anEvent, someEvents } from './fixtures.ts';

/** What every `OutboxStore` does. */
export function outboxStoreSuite(make: () => Promise<Stores> | Stores): void {
  let stores: Stores;
  let ours: TenantMatters;
  const waiting = async (): Promise<string[]> => (await stores.outbox.withPending(10)).map(({ id, pending }) => `${id}:${pending.map(({ seq }) => seq).join('+')}`);
  beforeEach(async () => {
    stores = await make();
    ours = stores.matters.forTenant('ours');
  });

  describe('pending events', () => {
    beforeEach(async () => {
      await ours.insert(aStored({ id: 'late', tenant: 'ours', pending: [anEvent({ tenant: 'ours', aggregate: 'late', seq: 1, time: '2025-03-01T00:00:09.000Z' })] }));
      await ours.insert(aStored({ id: 'early', tenant: 'ours', pending: someEvents('ours', 'early', 3) }));
      await ours.insert(aStored({ id: 'none', tenant: 'ours' }));
    });
    it('are found with their operator, the oldest first', async () => {
      expect(await waiting()).toEqual(['early:1+2+3', 'late:1']);
      expect((await stores.outbox.withPending(1)).map(({ tenant }) => tenant)).toEqual(['ours']);
      expect(await stores.outbox.oldestPending()).toBe('2025-03-01T00:00:01.000Z');
    });
    it('are cleared up to a sequence and no further', async () => {
      await stores.outbox.clear('early', 2);
      expect(await waiting()).toEqual(['early:3', 'late:1']);
      expect(await stores.outbox.oldestPending()).toBe('2025-03-01T00:00:03.000Z');
      await stores.outbox.clear('early', 3);
      expect(await waiting()).toEqual(['late:1']);
      expect((await ours.load('early'))?.version).toBe(1);
    });
    it('change nothing when they are cleared again, or of a matter that is not there', async () => {
      await stores.outbox.clear('early', 3);
      await stores.outbox.clear('early', 3);
      await stores.outbox.clear('nobody', 3);
      await stores.outbox.clear('late', 1);
      expect(await waiting()).toEqual([]);
      expect(await stores.outbox.oldestPending()).toBeUndefined();
    });
    it('are kept when a commit comes between reading and clearing', async () => {
      const held = await ours.load('early');
      if (!held) throw new Error('there was one');
      const { pending: _, ...stored } = held;
      await ours.commit({ ...stored, version: 2 }, 1, [anEvent({ tenant: 'ours', aggregate: 'early', seq: 4 })]);
      await stores.outbox.clear('early', 3);
      expect(await waiting()).toEqual(['early:4', 'late:1']);
      expect(await stores.outbox.oldestPending()).toBe('2025-03-01T00:00:04.000Z');
    });
    it('wait behind the others after a failed try, until they are cleared', async () => {
      await stores.outbox.tried('early', '2025-03-01T00:01:00.000Z');
      expect(await waiting()).toEqual(['late:1', 'early:1+2+3']);
      await stores.outbox.tried('late', '2025-03-01T00:02:00.000Z');
      expect(await waiting()).toEqual(['early:1+2+3', 'late:1']);
      await stores.outbox.clear('late', 0);
      expect(await waiting()).toEqual(['late:1', 'early:1+2+3']);
    });
  });

  describe('alarms on real time', () => {
    it('are due across operators, in the given shards, without simulated operators', async () => {
      await ours.insert(aStored({ id: 'm1', tenant: 'ours', nextAlarmAt: '2025-03-01T10:00:00.000Z' }));
      await ours.insert(aStored({ id: 'm2', tenant: 'ours', nextAlarmAt: '2025-03-01T09:00:00.000Z', simulated: true }));
      await stores.matters.forTenant('theirs').insert(aStored({ id: 'm3', tenant: 'theirs', nextAlarmAt: '2025-03-01T08:00:00.000Z' }));
      const all = allAlarmShards();
      const m1 = { id: 'm1', tenant: 'ours', at: '2025-03-01T10:00:00.000Z' };
      const m3 = { id: 'm3', tenant: 'theirs', at: '2025-03-01T08:00:00.000Z' };
      expect(await stores.outbox.dueAlarms('2025-03-01T10:00:00.000Z', all, 10)).toEqual([m3, m1]);
      expect(await stores.outbox.dueAlarms('2025-03-01T10:00:00.000Z', all, 1)).toEqual([m3]);
      expect(await stores.outbox.dueAlarms('2025-03-01T09:59:59.999Z', all, 10)).toEqual([m3]);
      expect(await stores.outbox.dueAlarms('2025-03-01T10:00:00.000Z', [alarmShardOf('m1')], 10)).toContainEqual(m1);
      expect(await stores.outbox.dueAlarms('2025-03-01T10:00:00.000Z', all.filter((shard) => shard !== alarmShardOf('m1')), 10)).not.toContainEqual(m1);
      expect(await stores.outbox.dueAlarms('2025-03-01T10:00:00.000Z', [], 10)).toEqual([]);
    });
  });
}
