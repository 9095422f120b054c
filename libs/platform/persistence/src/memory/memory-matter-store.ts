import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { CommitResult, GuardedWrite, MatterFilter, MatterStore, StoredMatter, TenantMatters } from '../matter-store.port.ts';
import type { MatterSort } from '../matter-page.ts';
import { numberKey, requireTenant, tenantKey } from '../tenant-key.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { MemoryDatabase } from './memory-database.ts';
import { matches, pageOf } from './memory-matter-list.ts';

export class MemoryMatterStore implements MatterStore {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }
  forTenant(tenant: string): TenantMatters {
    return new MemoryTenantMatters(this.#database, requireTenant(tenant));
  }
}

class MemoryTenantMatters implements TenantMatters {
  readonly #database: MemoryDatabase;
  readonly #tenant: string;
  constructor(database: MemoryDatabase, tenant: string) {
    this.#database = database;
    this.#tenant = tenant;
  }

  async load(id: string): Promise<StoredMatter | undefined> {
    return this.#own(id);
  }

  async insert(stored: StoredMatter): Promise<CommitResult> {
    this.#refuseForeign(stored.tenant);
    if (this.#database.matters.has(stored.id)) return { result: 'conflict' };
    return this.#store(stored);
  }

  async commit(stored: Omit<StoredMatter, 'pending'>, expectedVersion: number, appended: readonly MatterEvent[]): Promise<CommitResult> {
    this.#refuseForeign(stored.tenant);
    const held = this.#own(stored.id);
    if (held?.version !== expectedVersion) return { result: 'conflict' };
    return this.#store({ ...stored, pending: [...held.pending, ...appended] });
  }

  async storeTogether(writes: readonly GuardedWrite[]): Promise<CommitResult> {
    for (const { stored } of writes) this.#refuseForeign(stored.tenant);
    if (writes.some(({ stored, expectedVersion }) => (expectedVersion === undefined ? this.#database.matters.has(stored.id) : this.#own(stored.id)?.version !== expectedVersion))) return { result: 'conflict' };
    const ours = new Set(writes.map(({ stored }) => stored.id));
    const held = new Set<string>();
    for (const key of writes.flatMap(({ stored }) => stored.keys)) {
      const holder = this.#database.claims.get(tenantKey(this.#tenant, key));
      if (held.has(key) || (holder !== undefined && !ours.has(holder))) return { result: 'taken', key };
      held.add(key);
    }
    for (const id of ours) this.#release(id);
    for (const { stored } of writes) this.#store({ ...stored, pending: [...(this.#own(stored.id)?.pending ?? []), ...stored.pending] });
    return { result: 'stored' };
  }

  async byKey(key: string): Promise<StoredMatter | undefined> {
    const holder = this.#database.claims.get(tenantKey(this.#tenant, key));
    return holder === undefined ? undefined : this.#own(holder);
  }

  async linkedTo(id: string): Promise<readonly StoredMatter[]> {
    return this.#all().filter((stored) => stored.linked.includes(id));
  }

  async list(filter: MatterFilter, page: { readonly sort: MatterSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly StoredMatter[]; readonly next?: string }> {
    return pageOf(this.#all().filter((stored) => matches(stored, filter)), page);
  }

  async count(filter: MatterFilter, most: number): Promise<number> {
    return Math.min(most, this.#all().filter((stored) => matches(stored, filter)).length);
  }

  async highestNumber(series: string): Promise<number> {
    let highest = 0;
    while (this.#database.claims.has(tenantKey(this.#tenant, numberKey(series, highest + 1)))) highest += 1;
    return highest;
  }

  async earliestAlarm(until: string): Promise<string | undefined> {
    return this.#dueAt(until)[0]?.nextAlarmAt ?? undefined;
  }

  async due(now: string, limit: number): Promise<readonly StoredMatter[]> {
    return this.#dueAt(now).slice(0, limit);
  }

  async progress(): Promise<{ readonly sent: number; readonly pending: number }> {
    let sent = 0;
    let pending = 0;
    for (const stored of this.#all()) {
      sent += stored.matter.seq;
      pending += stored.pending.length;
    }
    return { sent, pending };
  }

  #refuseForeign(tenant: string): void {
    if (tenant !== this.#tenant) throw new RangeError('The matter belongs to another operator');
  }

  #own(id: string): StoredMatter | undefined {
    const stored = this.#database.matters.get(id);
    return stored?.tenant === this.#tenant ? stored : undefined;
  }

  #all(): StoredMatter[] {
    return [...this.#database.matters.values()].filter((stored) => stored.tenant === this.#tenant);
  }

  #dueAt(now: string): StoredMatter[] {
    const due = this.#all().filter((stored) => stored.nextAlarmAt !== null && stored.nextAlarmAt <= now);
    const order = (stored: StoredMatter): string => `${stored.nextAlarmAt ?? ''} ${stored.id}`;
    return due.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  #store(stored: StoredMatter): CommitResult {
    const { claims, matters } = this.#database;
    for (const key of stored.keys) {
      const holder = claims.get(tenantKey(this.#tenant, key));
      if (holder !== undefined && holder !== stored.id) return { result: 'taken', key };
    }
    this.#release(stored.id);
    for (const key of stored.keys) claims.set(tenantKey(this.#tenant, key), stored.id);
    matters.set(stored.id, frozenCopy(stored));
    return { result: 'stored' };
  }

  /** Only what it still holds: in one transaction another may have taken a key over. */
  #release(id: string): void {
    const { claims, matters } = this.#database;
    for (const key of matters.get(id)?.keys ?? []) if (claims.get(tenantKey(this.#tenant, key)) === id) claims.delete(tenantKey(this.#tenant, key));
  }
}
