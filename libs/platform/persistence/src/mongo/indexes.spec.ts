import { useServers } from '@huiyin/testing';
import type { Connection } from 'mongoose';
import { aStored, anEvent } from '../suites/index.ts';
import { collectionsOf } from './collections.ts';
import type { Collections } from './collections.ts';
import { connectDatabase, databaseOf } from './connect.ts';
import { ensureIndexes } from './indexes.ts';
import { mongoStores } from './mongo-stores.ts';

interface Plan {
  readonly indexName?: string;
  readonly stage?: string;
  readonly inputStage?: Plan;
  readonly inputStages?: readonly Plan[];
}
const indexesIn = (plan: Plan): string[] => [...(plan.indexName ? [plan.indexName] : []), ...(plan.stage === 'COLLSCAN' ? ['COLLSCAN'] : []), ...[plan.inputStage, ...(plan.inputStages ?? [])].flatMap((inner) => (inner ? indexesIn(inner) : []))];

describe('indexes', () => {
  const servers = useServers({ exclusive: true, services: ['intake'] });
  let connection: Connection;
  let collections: Collections;
  beforeAll(async () => {
    connection = await connectDatabase(servers().mongo.urlFor('intake'));
    collections = collectionsOf(databaseOf(connection));
    await ensureIndexes(collections);
    await ensureIndexes(collections);
    const matters = mongoStores(databaseOf(connection)).matters.forTenant('t');
    for (let index = 0; index < 50; index += 1) {
      await matters.insert(aStored({ id: `m${index}`, tenant: 't', keys: index % 2 ? [`k|${index}`] : [], nextAlarmAt: index % 5 ? null : '2025-03-01T00:00:00.000Z', simulated: index % 2 === 0, pending: index % 10 ? [] : [anEvent({ tenant: 't', aggregate: `m${index}`, seq: 1 })] }));
    }
  });
  afterAll(async () => connection.close());

  it.each([
    ['keys', { keys: 't|k|1' }],
    ['alarms', { tenant: 't', nextAlarmAt: { $lte: '2025-04-01T00:00:00.000Z' } }],
    ['shard_alarms', { simulated: false, shard: { $in: [1, 2] }, nextAlarmAt: { $lte: '2025-04-01T00:00:00.000Z' } }],
    ['linked', { tenant: 't', linked: 'a' }],
  ])('%s answers its query', async (name, condition) => {
    const explained = await collections.matters.find(condition).explain('queryPlanner');
    expect(indexesIn((explained as unknown as { queryPlanner: { winningPlan: Plan } }).queryPlanner.winningPlan)).toEqual([name]);
  });

  it('of alarms and pending events hold only what is open', async () => {
    const sizes = await Promise.all(['alarms', 'shard_alarms', 'pending'].map(async (name) => collections.matters.find({}, { hint: name }).min(name === 'alarms' ? { tenant: '', nextAlarmAt: '' } : name === 'pending' ? { triedAt: null, pendingSince: '' } : { shard: -1, nextAlarmAt: '' }).toArray()));
    expect(sizes.map((found) => found.length)).toEqual([10, 5, 5]);
  });

  it('are named where the planner would not take them: the outbox reads nothing but what is pending', async () => {
    const { outbox } = mongoStores(databaseOf(connection));
    expect(await outbox.withPending(10)).toHaveLength(5);
    await collections.matters.dropIndex('pending');
    await expect(outbox.withPending(10)).rejects.toThrow('hint');
    await ensureIndexes(collections);
  });

  it('let a matter grow beyond the limit, and tell it', async () => {
    const told: unknown[] = [];
    const matters = mongoStores(databaseOf(connection), (large) => told.push(large)).matters.forTenant('t');
    await matters.insert(aStored({ id: 'small', tenant: 't' }));
    await matters.insert(aStored({ id: 'large', tenant: 't', matter: { facts: { text: 'x'.repeat(300_000) } } }));
    expect(told).toEqual([{ tenant: 't', id: 'large', bytes: expect.any(Number) }]);
  });
});
