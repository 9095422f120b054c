import type { Matter } from '@huiyin/regulation-engine';
import type { CopyStore, TenantCopies } from '../copy-store.port.ts';
import { requireTenant } from '../tenant-key.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { MemoryDatabase } from './memory-database.ts';

export class MemoryCopyStore implements CopyStore {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }
  forTenant(tenant: string): TenantCopies {
    return new MemoryTenantCopies(this.#database, requireTenant(tenant));
  }
}

class MemoryTenantCopies implements TenantCopies {
  readonly #database: MemoryDatabase;
  readonly #tenant: string;
  constructor(database: MemoryDatabase, tenant: string) {
    this.#database = database;
    this.#tenant = tenant;
  }

  async load(id: string): Promise<Matter | undefined> {
    const copy = this.#database.copies.get(id);
    return copy?.tenant === this.#tenant ? copy : undefined;
  }

  async loadMany(ids: readonly string[]): Promise<readonly Matter[]> {
    const wanted = new Set(ids);
    return this.#all().filter((copy) => wanted.has(copy.id));
  }

  async save(matter: Matter, expectedSeq: number): Promise<'stored' | 'conflict'> {
    if (matter.tenant !== this.#tenant) throw new RangeError('The copy belongs to another operator');
    const held = this.#database.copies.get(matter.id);
    if (held && held.tenant !== this.#tenant) return 'conflict';
    if ((held?.seq ?? 0) !== expectedSeq) return 'conflict';
    this.#database.copies.set(matter.id, frozenCopy(matter));
    return 'stored';
  }

  async ofKind(kind: string): Promise<readonly Matter[]> {
    return this.#all().filter((copy) => copy.kind === kind);
  }

  async linkedTo(id: string): Promise<readonly Matter[]> {
    return this.#all().filter((copy) => Object.values(copy.links).includes(id));
  }

  async handled(): Promise<Readonly<Record<string, number>>> {
    const sums: Record<string, number> = {};
    for (const copy of this.#all()) sums[copy.service] = (sums[copy.service] ?? 0) + copy.seq;
    return sums;
  }

  #all(): Matter[] {
    return [...this.#database.copies.values()].filter((copy) => copy.tenant === this.#tenant).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
