import type { DeadLetter, DeadLetterStore } from '@huiyin/platform-persistence';
import type { RealClock } from '../settings/clock.ts';

const keyOf = (tenant: string, aggregate: string): string => `${tenant}|${aggregate}`;

/**
 * Which aggregates are parked, without a question to the store per event. The view may be a moment old: a parked
 * aggregate that looks free only fails and is parked again; one that looks parked is asked for before its event is let go.
 */
export class ParkedAggregates {
  readonly #letters: DeadLetterStore;
  readonly #clock: RealClock;
  readonly #freshForMs: number;
  #keys = new Set<string>();
  #readAtMs = Number.NEGATIVE_INFINITY;
  constructor(letters: DeadLetterStore, clock: RealClock, freshForMs = 1000) {
    this.#letters = letters;
    this.#clock = clock;
    this.#freshForMs = freshForMs;
  }

  async has(tenant: string, aggregate: string): Promise<boolean> {
    await this.#refresh();
    const key = keyOf(tenant, aggregate);
    if (!this.#keys.has(key)) return false;
    const still = await this.#letters.isParked(tenant, aggregate);
    if (!still) this.#keys.delete(key);
    return still;
  }

  async park(letter: DeadLetter): Promise<void> {
    await this.#letters.park(letter);
    this.#keys.add(keyOf(letter.event.tenant, letter.event.aggregate));
  }

  async #refresh(): Promise<void> {
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#readAtMs < this.#freshForMs) return;
    this.#readAtMs = nowMs;
    const letters = await this.#letters.parked();
    this.#keys = new Set(letters.filter(({ replaying }) => !replaying).map(({ event }) => keyOf(event.tenant, event.aggregate)));
  }
}
