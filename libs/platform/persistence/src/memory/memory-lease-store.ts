import type { LeaseStore } from '../dead-letter.port.ts';
import type { MemoryDatabase } from './memory-database.ts';

export class MemoryLeaseStore implements LeaseStore {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  async acquire(name: string, holder: string, forMs: number, nowMs: number): Promise<{ readonly fence: number } | undefined> {
    const { leases } = this.#database;
    const held = leases.get(name);
    if (held?.holder !== undefined && held.holder !== holder && held.until > nowMs) return undefined;
    const fence = held?.holder === holder ? held.fence : (held?.fence ?? 0) + 1;
    leases.set(name, { holder, fence, until: nowMs + forMs });
    return { fence };
  }

  async release(name: string, holder: string): Promise<void> {
    const held = this.#database.leases.get(name);
    if (held?.holder === holder) this.#database.leases.set(name, { fence: held.fence, until: 0 });
  }

  async live(prefix: string, nowMs: number): Promise<readonly { readonly name: string; readonly holder: string }[]> {
    return [...this.#database.leases].flatMap(([name, held]) => (name.startsWith(prefix) && held.holder !== undefined && held.until > nowMs ? [{ name, holder: held.holder }] : []));
  }
}
