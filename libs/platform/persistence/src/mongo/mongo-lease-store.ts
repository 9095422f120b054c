import type { mongo } from 'mongoose';
import type { LeaseStore } from '../dead-letter.port.ts';
import type { Collections } from './collections.ts';
import { JOURNALED } from './collections.ts';
import type { LeaseDocument } from './documents.ts';
import { isDuplicateKey } from './refused-claim.ts';

export class MongoLeaseStore implements LeaseStore {
  readonly #leases: mongo.Collection<LeaseDocument>;
  constructor(collections: Collections) {
    this.#leases = collections.leases;
  }

  async acquire(name: string, holder: string, forMs: number, nowMs: number): Promise<{ readonly fence: number } | undefined> {
    const mine = { $eq: ['$holder', holder] };
    const fence = { $cond: [mine, '$fence', { $add: [{ $ifNull: ['$fence', 0] }, 1] }] };
    try {
      const lease = await this.#leases.findOneAndUpdate(
        { _id: name, $or: [{ holder }, { holder: null }, { until: { $lte: nowMs } }] },
        [{ $set: { fence, holder: { $literal: holder }, until: nowMs + forMs } }],
        { upsert: true, returnDocument: 'after', writeConcern: JOURNALED },
      );
      return lease ? { fence: lease.fence } : undefined;
    } catch (error) {
      // Held by another: the condition matches nothing, and the upsert meets the document that is there.
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#leases.updateOne({ _id: name, holder }, { $set: { holder: null, until: 0 } }, { writeConcern: JOURNALED });
  }

  async live(prefix: string, nowMs: number): Promise<readonly { readonly name: string; readonly holder: string }[]> {
    const leases = await this.#leases.find({ _id: { $gte: prefix, $lt: `${prefix}\uffff` }, holder: { $ne: null }, until: { $gt: nowMs } }).toArray();
    return leases.flatMap((lease) => (lease.holder === null ? [] : [{ name: lease._id, holder: lease.holder }]));
  }
}
