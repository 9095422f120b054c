import type { mongo } from 'mongoose';
import type { Collections } from './collections.ts';

/**
 * Indexes by collection. The tenant leads every index that an operator's request reads; only what relay, wall-clock
 * alarms and the regression guard read runs across operators.
 */
export const INDEXES = {
  matters: [
    { name: 'keys', key: { keys: 1 }, unique: true, sparse: true },
    { name: 'by_opening', key: { tenant: 1, kind: 1, openedAt: 1, _id: 1 } },
    { name: 'by_number', key: { tenant: 1, kind: 1, number: 1, _id: 1 } },
    { name: 'readers', key: { tenant: 1, readers: 1, openedAt: 1 } },
    { name: 'linked', key: { tenant: 1, linked: 1 } },
    { name: 'progress', key: { tenant: 1, seq: 1 } },
    { name: 'alarms', key: { tenant: 1, nextAlarmAt: 1 }, partialFilterExpression: { nextAlarmAt: { $exists: true } } },
    { name: 'shard_alarms', key: { shard: 1, nextAlarmAt: 1 }, partialFilterExpression: { simulated: false, nextAlarmAt: { $exists: true } } },
    { name: 'pending', key: { triedAt: 1, pendingSince: 1 }, partialFilterExpression: { pendingSince: { $exists: true } } },
  ],
  log: [
    { name: 'aggregate', key: { tenant: 1, aggregate: 1, seq: 1 }, unique: true },
    { name: 'position', key: { position: 1 } },
    { name: 'acknowledged', key: { streamSeq: 1, position: 1 } },
  ],
  copies: [
    { name: 'kind', key: { tenant: 1, kind: 1, _id: 1 } },
    { name: 'linked', key: { tenant: 1, linked: 1 } },
    { name: 'handled', key: { tenant: 1, service: 1, seq: 1 } },
  ],
  deadLetters: [{ name: 'parked', key: { tenant: 1, storedAt: 1 } }],
} as const satisfies Partial<Record<keyof Collections, readonly mongo.IndexDescription[]>>;

/** Creates what is missing; safe on every start and from several instances at once. */
export async function ensureIndexes(collections: Collections): Promise<void> {
  await collections.matters.createIndexes([...INDEXES.matters] as mongo.IndexDescription[]);
  await collections.log.createIndexes([...INDEXES.log] as mongo.IndexDescription[]);
  await collections.copies.createIndexes([...INDEXES.copies] as mongo.IndexDescription[]);
  await collections.deadLetters.createIndexes([...INDEXES.deadLetters] as mongo.IndexDescription[]);
}
