import { MatterIndexRepository } from '../matter-index.repository.ts';
import type { IndexedMatter, IndexFilter, IndexSort } from '../matter-index.repository.ts';
import { positionOfIndexed } from '../index-position.ts';
import { rowOf } from './collections.ts';
import type { GatewayCollections, MatterRow } from './collections.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { indexCondition } from './index-condition.ts';

function indexedOf({ _id, position: _position, ...rest }: MatterRow): IndexedMatter {
  return { id: _id, ...rest };
}

export class MongoMatterIndexRepository extends MatterIndexRepository {
  constructor(private readonly index: GatewayCollections['index']) {
    super();
  }
  override async put(indexed: IndexedMatter): Promise<void> {
    const { _id, ...row } = { ...rowOf(indexed), position: positionOfIndexed(indexed) };
    try {
      await this.index.replaceOne({ _id: { $eq: _id }, seq: { $lt: indexed.seq } }, row, { upsert: true });
    } catch (thrown) {
      // a later sequence is there already
      if (!isDuplicateKey(thrown)) throw thrown;
    }
  }
  override async load(tenant: string, id: string): Promise<IndexedMatter | undefined> {
    return (await this.loadMany(tenant, [id]))[0];
  }
  override async loadMany(tenant: string, ids: readonly string[]): Promise<readonly IndexedMatter[]> {
    if (ids.length === 0) return [];
    return (await this.index.find({ _id: { $in: [...ids] }, tenant: { $eq: tenant } }).toArray()).map(indexedOf);
  }
  override async linkedTo(tenant: string, id: string, limit: number): Promise<readonly IndexedMatter[]> {
    return (await this.index.find({ tenant: { $eq: tenant }, links: { $eq: id } }).sort({ position: 1 }).limit(limit).toArray()).map(indexedOf);
  }
  override async list(tenant: string, filter: IndexFilter, page: { readonly sort: IndexSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly IndexedMatter[]; readonly next?: string }> {
    const up = page.sort === 'openedAt';
    const beyond = page.after === undefined ? {} : { position: up ? { $gt: page.after } : { $lt: page.after } };
    const rows = await this.index.find({ ...indexCondition(tenant, filter), ...beyond }).sort({ position: up ? 1 : -1 }).limit(page.limit + 1).toArray();
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return { items: shown.map(indexedOf), ...(last && rows.length > page.limit && { next: last.position }) };
  }
  override count(tenant: string, filter: IndexFilter, most: number): Promise<number> {
    return this.index.countDocuments(indexCondition(tenant, filter), { limit: most });
  }
}
