import type { mongo } from 'mongoose';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { OutboxStore } from '../matter-store.port.ts';
import type { Collections } from './collections.ts';
import { REPEATABLE } from './collections.ts';
import type { MatterDocument } from './documents.ts';

/** Named, because the planner does not take a partial index whose first field is only sorted by. */
const PENDING_INDEX = 'pending';

export class MongoOutboxStore implements OutboxStore {
  readonly #matters: mongo.Collection<MatterDocument>;
  constructor(collections: Collections) {
    this.#matters = collections.matters;
  }

  async withPending(limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly pending: readonly MatterEvent[] }[]> {
    const documents = await this.#matters
      .find({ pendingSince: { $exists: true } }, { projection: { tenant: 1, pending: 1 }, hint: PENDING_INDEX })
      .sort({ triedAt: 1, pendingSince: 1 })
      .limit(limit)
      .toArray();
    return documents.map((document) => ({ id: document._id, tenant: document.tenant, pending: document.pending }));
  }

  async clear(id: string, uptoSeq: number): Promise<void> {
    const left = { $filter: { input: '$pending', cond: { $gt: ['$$this.seq', uptoSeq] } } };
    // When nothing is left, `$first` is missing and the assignment removes the field.
    const since = { $ifNull: [{ $first: '$pending.time' }, '$$REMOVE'] };
    await this.#matters.updateOne({ _id: { $eq: id } }, [{ $set: { pending: left } }, { $set: { pendingSince: since, triedAt: '$$REMOVE' } }], { writeConcern: REPEATABLE });
  }

  async tried(id: string, at: string): Promise<void> {
    await this.#matters.updateOne({ _id: { $eq: id } }, { $set: { triedAt: at } }, { writeConcern: REPEATABLE });
  }

  async oldestPending(): Promise<string | undefined> {
    const [oldest] = await this.#matters.find({ pendingSince: { $exists: true } }, { projection: { pendingSince: 1 }, hint: PENDING_INDEX }).sort({ pendingSince: 1 }).limit(1).toArray();
    return oldest?.pendingSince;
  }

  async dueAlarms(now: string, shards: readonly number[], limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly at: string }[]> {
    const condition = { simulated: false, shard: { $in: [...shards] }, nextAlarmAt: { $lte: now } };
    const documents = await this.#matters.find(condition, { projection: { tenant: 1, nextAlarmAt: 1 } }).sort({ nextAlarmAt: 1 }).limit(limit).toArray();
    return documents.map((document) => ({ id: document._id, tenant: document.tenant, at: document.nextAlarmAt ?? '' }));
  }
}
