import { Injectable } from '@nestjs/common';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import type { IndexedMatter, IndexFilter, IndexSort } from '../persistence/matter-index.repository.ts';

const LONGEST_WAIT = 3;

/** Matters without an owner or a next step: the list that must be empty. One that waits for another has that one's. */
@Injectable()
export class WithoutPromise {
  constructor(private readonly index: MatterIndexRepository) {}

  async list(tenant: string, filter: IndexFilter, page: { readonly sort: IndexSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly IndexedMatter[]; readonly next?: string }> {
    const { items, next } = await this.index.list(tenant, filter, page);
    const lacking = await Promise.all(items.map(async (indexed) => ((await this.lacks(indexed, filter.without ?? [])) ? [indexed] : [])));
    return { items: lacking.flat(), ...(next !== undefined && { next }) };
  }

  private async lacks(indexed: IndexedMatter, lack: NonNullable<IndexFilter['without']>): Promise<boolean> {
    let bearer = indexed;
    for (let hop = 0; hop < LONGEST_WAIT && bearer.waitsFor !== undefined; hop += 1) {
      const target = await this.index.load(indexed.tenant, bearer.waitsFor);
      if (!target || target.final) break;
      bearer = target;
    }
    return lack.some((what) => (what === 'owner' ? (bearer.next?.owner ?? bearer.owner) === undefined : bearer.next === undefined));
  }
}
