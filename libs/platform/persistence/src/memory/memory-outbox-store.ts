import type { MatterEvent } from '@huiyin/contracts-kernel';
import { alarmShardOf } from '../alarm-shard.ts';
import type { OutboxStore, StoredMatter } from '../matter-store.port.ts';
import type { MemoryDatabase } from './memory-database.ts';

export class MemoryOutboxStore implements OutboxStore {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  async withPending(limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly pending: readonly MatterEvent[] }[]> {
    // A space sorts before every character of an instant: never tried comes first.
    const order = (stored: StoredMatter): string => `${this.#database.triedAt.get(stored.id) ?? ''} ${stored.pending[0]?.time ?? ''} ${stored.id}`;
    const waiting = this.#waiting().sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, limit);
    return waiting.map(({ id, tenant, pending }) => ({ id, tenant, pending }));
  }

  async clear(id: string, uptoSeq: number): Promise<void> {
    const stored = this.#database.matters.get(id);
    if (!stored) return;
    this.#database.triedAt.delete(id);
    this.#database.matters.set(id, Object.freeze({ ...stored, pending: stored.pending.filter((event) => event.seq > uptoSeq) }));
  }

  async tried(id: string, at: string): Promise<void> {
    if (this.#database.matters.has(id)) this.#database.triedAt.set(id, at);
  }

  async oldestPending(): Promise<string | undefined> {
    return this.#waiting().map((stored) => stored.pending[0]?.time ?? '').sort()[0];
  }

  async dueAlarms(now: string, shards: readonly number[], limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly at: string }[]> {
    const due = [...this.#database.matters.values()].filter((stored) => !stored.simulated && stored.nextAlarmAt !== null && stored.nextAlarmAt <= now && shards.includes(alarmShardOf(stored.id)));
    return due.sort((a, b) => ((a.nextAlarmAt ?? '') < (b.nextAlarmAt ?? '') ? -1 : 1)).slice(0, limit).map(({ id, tenant, nextAlarmAt }) => ({ id, tenant, at: nextAlarmAt ?? '' }));
  }

  #waiting(): StoredMatter[] {
    return [...this.#database.matters.values()].filter((stored) => stored.pending.length > 0);
  }
}
