import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { CommitResult, GuardedWrite, MatterFilter, StoredMatter, TenantMatters } from '../matter-store.port.ts';
import { LARGE_MATTER_BYTES } from '../large-matter.ts';
import type { ReportLargeMatter } from '../large-matter.ts';
import { sortValue, writeCursor } from '../matter-page.ts';
import type { MatterSort } from '../matter-page.ts';
import type { Collections } from './collections.ts';
import { JOURNALED } from './collections.ts';
import type { MatterDocument } from './documents.ts';
import { afterCondition, conditionOf, orderOf } from './matter-condition.ts';
import { tenantKey } from '../tenant-key.ts';
import { toStored } from './matter-mapper.ts';
import { insertOf, updateOf } from './matter-writes.ts';
import type { NumberSearch } from './number-search.ts';
import { refusedClaim } from './refused-claim.ts';
import { storeTogether } from './store-together.ts';

export class MongoTenantMatters implements TenantMatters {
  readonly #matters: mongo.Collection<MatterDocument>;
  readonly #numbers: NumberSearch;
  readonly #tenant: string;
  readonly #reportLarge: ReportLargeMatter;
  constructor(collections: Collections, numbers: NumberSearch, tenant: string, reportLarge: ReportLargeMatter) {
    this.#matters = collections.matters;
    this.#numbers = numbers;
    this.#tenant = tenant;
    this.#reportLarge = reportLarge;
  }

  async load(id: string): Promise<StoredMatter | undefined> {
    const document = await this.#matters.findOne({ _id: { $eq: id }, tenant: this.#tenant });
    return document ? toStored(document) : undefined;
  }

  async insert(stored: StoredMatter): Promise<CommitResult> {
    this.#refuseForeign(stored.tenant);
    const document = insertOf(stored);
    return this.#write(stored.id, document, async () => {
      await this.#matters.insertOne(document, { writeConcern: JOURNALED });
      return { result: 'stored' };
    });
  }

  async commit(stored: Omit<StoredMatter, 'pending'>, expectedVersion: number, appended: readonly MatterEvent[]): Promise<CommitResult> {
    this.#refuseForeign(stored.tenant);
    const update = updateOf(stored, appended);
    return this.#write(stored.id, update, async () => {
      const done = await this.#matters.updateOne({ _id: { $eq: stored.id }, tenant: this.#tenant, version: expectedVersion }, update, { writeConcern: JOURNALED });
      return { result: done.matchedCount === 1 ? 'stored' : 'conflict' };
    });
  }

  async storeTogether(writes: readonly GuardedWrite[]): Promise<CommitResult> {
    for (const { stored } of writes) this.#refuseForeign(stored.tenant);
    const done = await storeTogether(this.#matters, this.#tenant, writes);
    if (done.result === 'stored') for (const { stored } of writes) this.#reportIfLarge(stored.id, insertOf(stored));
    return done;
  }

  async byKey(key: string): Promise<StoredMatter | undefined> {
    const document = await this.#matters.findOne({ keys: { $eq: tenantKey(this.#tenant, key) } });
    return document ? toStored(document) : undefined;
  }

  async linkedTo(id: string): Promise<readonly StoredMatter[]> {
    const documents = await this.#matters.find({ tenant: this.#tenant, linked: { $eq: id } }).toArray();
    return documents.map(toStored);
  }

  async list(filter: MatterFilter, page: { readonly sort: MatterSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly StoredMatter[]; readonly next?: string }> {
    const condition = { $and: [conditionOf(this.#tenant, filter), afterCondition(page.sort, page.after)] };
    const documents = await this.#matters.find(condition).sort(orderOf(page.sort)).limit(page.limit + 1).toArray();
    const items = documents.slice(0, page.limit).map(toStored);
    const last = items.at(-1);
    return documents.length > items.length && last ? { items, next: writeCursor({ value: sortValue(last, page.sort), id: last.id }) } : { items };
  }

  async count(filter: MatterFilter, most: number): Promise<number> {
    return this.#matters.countDocuments(conditionOf(this.#tenant, filter), { limit: most });
  }

  async highestNumber(series: string): Promise<number> {
    return this.#numbers.highest(this.#tenant, series);
  }

  async earliestAlarm(until: string): Promise<string | undefined> {
    const document = await this.#matters.findOne({ tenant: this.#tenant, nextAlarmAt: { $lte: until } }, { sort: { nextAlarmAt: 1 }, projection: { nextAlarmAt: 1 } });
    return document?.nextAlarmAt;
  }

  async due(now: string, limit: number): Promise<readonly StoredMatter[]> {
    const documents = await this.#matters.find({ tenant: this.#tenant, nextAlarmAt: { $lte: now } }).sort({ nextAlarmAt: 1, _id: 1 }).limit(limit).toArray();
    return documents.map(toStored);
  }

  async progress(): Promise<{ readonly sent: number; readonly pending: number }> {
    // Pending first: what is committed in between is then counted at least once as pending or as a higher sum later.
    const [waiting] = await this.#matters.aggregate<{ count: number }>([{ $match: { pendingSince: { $exists: true }, tenant: this.#tenant } }, { $group: { _id: null, count: { $sum: { $size: '$pending' } } } }], { hint: 'pending' }).toArray();
    const [all] = await this.#matters.aggregate<{ sum: number }>([{ $match: { tenant: this.#tenant } }, { $project: { _id: 0, seq: 1 } }, { $group: { _id: null, sum: { $sum: '$seq' } } }]).toArray();
    return { sent: all?.sum ?? 0, pending: waiting?.count ?? 0 };
  }

  #refuseForeign(tenant: string): void {
    if (tenant !== this.#tenant) throw new RangeError('The matter belongs to another operator');
  }

  async #write(id: string, written: object, write: () => Promise<CommitResult>): Promise<CommitResult> {
    try {
      const done = await write();
      if (done.result === 'stored') this.#reportIfLarge(id, written);
      return done;
    } catch (error) {
      const refused = refusedClaim(error, this.#tenant);
      if (refused) return refused;
      throw error;
    }
  }

  #reportIfLarge(id: string, written: object): void {
    const bytes = mongoose.mongo.BSON.calculateObjectSize(written, { ignoreUndefined: true });
    if (bytes > LARGE_MATTER_BYTES) this.#reportLarge({ tenant: this.#tenant, id, bytes });
  }
}
