import type { MatterStore, TenantMatters } from '../matter-store.port.ts';
import type { ReportLargeMatter } from '../large-matter.ts';
import { requireTenant } from '../tenant-key.ts';
import type { Collections } from './collections.ts';
import { MongoTenantMatters } from './mongo-tenant-matters.ts';
import { NumberSearch } from './number-search.ts';

export class MongoMatterStore implements MatterStore {
  readonly #collections: Collections;
  readonly #numbers: NumberSearch;
  readonly #reportLarge: ReportLargeMatter;
  /** @param reportLarge told after a commit whose document has grown beyond `LARGE_MATTER_BYTES` */
  constructor(collections: Collections, reportLarge: ReportLargeMatter = () => undefined) {
    this.#collections = collections;
    this.#numbers = new NumberSearch(collections);
    this.#reportLarge = reportLarge;
  }
  forTenant(tenant: string): TenantMatters {
    return new MongoTenantMatters(this.#collections, this.#numbers, requireTenant(tenant), this.#reportLarge);
  }
}
