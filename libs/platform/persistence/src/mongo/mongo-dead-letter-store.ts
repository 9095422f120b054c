import type { mongo } from 'mongoose';
import type { DeadLetter, DeadLetterStore } from '../dead-letter.port.ts';
import type { Collections } from './collections.ts';
import { JOURNALED } from './collections.ts';
import type { DeadLetterDocument } from './documents.ts';

const keyOf = (tenant: string, aggregate: string): string => `${tenant}|${aggregate}`;

export class MongoDeadLetterStore implements DeadLetterStore {
  readonly #letters: mongo.Collection<DeadLetterDocument>;
  constructor(collections: Collections) {
    this.#letters = collections.deadLetters;
  }

  async park(letter: DeadLetter): Promise<void> {
    const { tenant, aggregate } = letter.event;
    const { event, reason, failures, storedAt } = letter;
    await this.#letters.replaceOne({ _id: keyOf(tenant, aggregate) }, { tenant, aggregate, event, reason, failures, storedAt }, { upsert: true, writeConcern: JOURNALED });
  }

  async isParked(tenant: string, aggregate: string): Promise<boolean> {
    return (await this.#letters.countDocuments({ _id: keyOf(tenant, aggregate), replaying: { $exists: false } }, { limit: 1 })) > 0;
  }

  async beginReplay(tenant: string, aggregate: string): Promise<void> {
    await this.#letters.updateOne({ _id: keyOf(tenant, aggregate) }, { $set: { replaying: true } }, { writeConcern: JOURNALED });
  }

  async parked(tenant?: string): Promise<readonly DeadLetter[]> {
    const documents = await this.#letters.find(tenant === undefined ? {} : { tenant: { $eq: tenant } }).sort({ storedAt: 1 }).toArray();
    return documents.map(({ event, reason, failures, storedAt, replaying }) => ({ event, reason, failures, storedAt, ...(replaying ? { replaying } : {}) }));
  }

  async release(tenant: string, aggregate: string): Promise<void> {
    await this.#letters.deleteOne({ _id: keyOf(tenant, aggregate) }, { writeConcern: JOURNALED });
  }
}
