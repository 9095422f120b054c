import type { DeadLetter, DeadLetterStore } from '../dead-letter.port.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { MemoryDatabase } from './memory-database.ts';

const keyOf = (tenant: string, aggregate: string): string => `${tenant}|${aggregate}`;

export class MemoryDeadLetterStore implements DeadLetterStore {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  async park(letter: DeadLetter): Promise<void> {
    this.#database.deadLetters.set(keyOf(letter.event.tenant, letter.event.aggregate), frozenCopy(letter));
  }

  async isParked(tenant: string, aggregate: string): Promise<boolean> {
    const letter = this.#database.deadLetters.get(keyOf(tenant, aggregate));
    return letter !== undefined && letter.replaying !== true;
  }

  async beginReplay(tenant: string, aggregate: string): Promise<void> {
    const letter = this.#database.deadLetters.get(keyOf(tenant, aggregate));
    if (letter) this.#database.deadLetters.set(keyOf(tenant, aggregate), { ...letter, replaying: true });
  }

  async parked(tenant?: string): Promise<readonly DeadLetter[]> {
    const letters = [...this.#database.deadLetters.values()].filter((letter) => tenant === undefined || letter.event.tenant === tenant);
    return letters.sort((a, b) => (a.storedAt < b.storedAt ? -1 : 1));
  }

  async release(tenant: string, aggregate: string): Promise<void> {
    this.#database.deadLetters.delete(keyOf(tenant, aggregate));
  }
}
