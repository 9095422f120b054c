import { MatterIndexRepository } from '../matter-index.repository.ts';
import type { IndexedMatter, IndexFilter, IndexSort } from '../matter-index.repository.ts';
import { positionOfIndexed } from '../index-position.ts';

const shares = (left: readonly string[], right: readonly string[]): boolean => left.some((token) => right.includes(token));

function fits(indexed: IndexedMatter, filter: IndexFilter): boolean {
  return (
    (filter.kind === undefined || indexed.kind === filter.kind) &&
    (filter.state === undefined || indexed.state === filter.state) &&
    (filter.owner === undefined || indexed.owner === filter.owner) &&
    (filter.open === undefined || indexed.final !== filter.open) &&
    (filter.readers === undefined || shares(indexed.readers, filter.readers)) &&
    (filter.without === undefined || (!indexed.record && !indexed.final && filter.without.some((lack) => (lack === 'owner' ? !indexed.owner : !indexed.next))))
  );
}

export class MemoryMatterIndexRepository extends MatterIndexRepository {
  private readonly matters = new Map<string, IndexedMatter>();
  private of(tenant: string): IndexedMatter[] {
    return [...this.matters.values()].filter((indexed) => indexed.tenant === tenant);
  }
  override async put(indexed: IndexedMatter): Promise<void> {
    if ((this.matters.get(indexed.id)?.seq ?? 0) < indexed.seq) this.matters.set(indexed.id, indexed);
  }
  override async load(tenant: string, id: string): Promise<IndexedMatter | undefined> {
    return this.of(tenant).find((indexed) => indexed.id === id);
  }
  override async loadMany(tenant: string, ids: readonly string[]): Promise<readonly IndexedMatter[]> {
    return this.of(tenant).filter((indexed) => ids.includes(indexed.id));
  }
  override async linkedTo(tenant: string, id: string, limit: number): Promise<readonly IndexedMatter[]> {
    return this.of(tenant).filter((indexed) => indexed.links.includes(id)).sort((left, right) => (positionOfIndexed(left) < positionOfIndexed(right) ? -1 : 1)).slice(0, limit);
  }
  override async list(tenant: string, filter: IndexFilter, page: { readonly sort: IndexSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly IndexedMatter[]; readonly next?: string }> {
    const up = page.sort === 'openedAt';
    const sorted = this.of(tenant)
      .filter((indexed) => fits(indexed, filter))
      .sort((left, right) => (positionOfIndexed(left) < positionOfIndexed(right) === up ? -1 : 1))
      .filter((indexed) => page.after === undefined || (up ? positionOfIndexed(indexed) > page.after : positionOfIndexed(indexed) < page.after));
    const items = sorted.slice(0, page.limit);
    const last = items.at(-1);
    return { items, ...(last && sorted.length > page.limit && { next: positionOfIndexed(last) }) };
  }
  override async count(tenant: string, filter: IndexFilter, most: number): Promise<number> {
    return Math.min(most, this.of(tenant).filter((indexed) => fits(indexed, filter)).length);
  }
}
