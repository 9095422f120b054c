import type { mongo } from 'mongoose';
import type { Matter } from '@huiyin/regulation-engine';
import type { CopyStore, TenantCopies } from '../copy-store.port.ts';
import { requireTenant } from '../tenant-key.ts';
import type { Collections } from './collections.ts';
import { JOURNALED } from './collections.ts';
import type { CopyDocument } from './documents.ts';
import { isDuplicateKey } from './refused-claim.ts';

export class MongoCopyStore implements CopyStore {
  readonly #collections: Collections;
  constructor(collections: Collections) {
    this.#collections = collections;
  }
  forTenant(tenant: string): TenantCopies {
    return new MongoTenantCopies(this.#collections, requireTenant(tenant));
  }
}

class MongoTenantCopies implements TenantCopies {
  readonly #copies: mongo.Collection<CopyDocument>;
  readonly #tenant: string;
  constructor(collections: Collections, tenant: string) {
    this.#copies = collections.copies;
    this.#tenant = tenant;
  }

  async load(id: string): Promise<Matter | undefined> {
    return (await this.#copies.findOne({ _id: { $eq: id }, tenant: this.#tenant }))?.matter;
  }

  async loadMany(ids: readonly string[]): Promise<readonly Matter[]> {
    return this.#matters({ _id: { $in: [...ids] } });
  }

  /** Journaled: the broker forgets the event as soon as the copy is stored, and a quiet matter would never show the gap. */
  async save(matter: Matter, expectedSeq: number): Promise<'stored' | 'conflict'> {
    if (matter.tenant !== this.#tenant) throw new RangeError('The copy belongs to another operator');
    const fields = { tenant: matter.tenant, kind: matter.kind, service: matter.service, seq: matter.seq, linked: Object.values(matter.links), matter };
    if (expectedSeq === 0) return this.#insert({ _id: matter.id, ...fields });
    const done = await this.#copies.updateOne({ _id: { $eq: matter.id }, tenant: this.#tenant, seq: expectedSeq }, { $set: fields }, { writeConcern: JOURNALED });
    return done.matchedCount === 1 ? 'stored' : 'conflict';
  }

  async ofKind(kind: string): Promise<readonly Matter[]> {
    return this.#matters({ kind: { $eq: kind } });
  }

  async linkedTo(id: string): Promise<readonly Matter[]> {
    return this.#matters({ linked: { $eq: id } });
  }

  async handled(): Promise<Readonly<Record<string, number>>> {
    const sums = await this.#copies
      .aggregate<{ _id: string; sum: number }>([{ $match: { tenant: this.#tenant } }, { $project: { _id: 0, service: 1, seq: 1 } }, { $group: { _id: '$service', sum: { $sum: '$seq' } } }])
      .toArray();
    return Object.fromEntries(sums.map((row) => [row._id, row.sum]));
  }

  async #insert(document: CopyDocument): Promise<'stored' | 'conflict'> {
    try {
      await this.#copies.insertOne(document, { writeConcern: JOURNALED });
      return 'stored';
    } catch (error) {
      if (isDuplicateKey(error)) return 'conflict';
      throw error;
    }
  }

  async #matters(condition: mongo.Filter<CopyDocument>): Promise<readonly Matter[]> {
    const documents = await this.#copies.find({ ...condition, tenant: this.#tenant }).sort({ _id: 1 }).toArray();
    return documents.map((document) => document.matter);
  }
}
