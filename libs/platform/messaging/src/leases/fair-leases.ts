import type { LeaseStore } from '@huiyin/platform-persistence';
import type { RealClock } from '../settings/clock.ts';

export interface HeldShare {
  readonly index: number;
  /** Grows with every new holder: what was begun under a lower one belongs to somebody who has lost it. */
  readonly fence: number;
}

export interface FairLeasesParts {
  readonly store: LeaseStore;
  readonly clock: RealClock;
  /** This instance. */
  readonly holder: string;
  /** Leases are `<name>/0` … `<name>/<count-1>`; members are `<name>/member/<holder>`. */
  readonly name: string;
  readonly count: number;
  readonly ttlMs: number;
}

/**
 * Shares a fixed number of leases among the instances that are alive: each takes at most its fair part and gives back
 * what is more, so that a new instance gets work and a dead one's part moves on when its leases end.
 */
export class FairLeases {
  readonly #parts: FairLeasesParts;
  #held = new Map<number, HeldShare & { readonly untilMs: number }>();
  constructor(parts: FairLeasesParts) {
    this.#parts = parts;
  }

  /** What this instance holds now, by its own clock. */
  held(): readonly HeldShare[] {
    const nowMs = this.#parts.clock.nowMs();
    return [...this.#held.values()].filter((share) => share.untilMs > nowMs).map(({ index, fence }) => ({ index, fence }));
  }

  /** Renews, takes and gives back; call it several times within `ttlMs`. */
  async renew(): Promise<readonly HeldShare[]> {
    const { store, clock, holder, name, count, ttlMs } = this.#parts;
    await store.acquire(`${name}/member/${holder}`, holder, ttlMs, clock.nowMs());
    const members = (await store.live(`${name}/member/`, clock.nowMs())).length;
    const most = Math.ceil(count / Math.max(1, members));
    const order = [...this.#held.keys(), ...this.#others()];
    const next = new Map<number, HeldShare & { readonly untilMs: number }>();
    for (const index of order) {
      if (next.size >= most) {
        if (this.#held.has(index)) await store.release(`${name}/${index}`, holder);
        continue;
      }
      const nowMs = clock.nowMs();
      const lease = await store.acquire(`${name}/${index}`, holder, ttlMs, nowMs);
      // Counted from before the request: this instance stops earlier than another may begin.
      if (lease) next.set(index, { index, fence: lease.fence, untilMs: nowMs + ttlMs });
    }
    this.#held = next;
    return this.held();
  }

  /** Gives everything back at once, so that another instance need not wait for the end of the leases. */
  async releaseAll(): Promise<void> {
    const { store, holder, name } = this.#parts;
    for (const index of this.#held.keys()) await store.release(`${name}/${index}`, holder);
    this.#held = new Map();
    await store.release(`${name}/member/${holder}`, holder);
  }

  /** Indices not held, begun at a place of this instance's own, so that instances do not all try the same first. */
  #others(): number[] {
    const { count, holder } = this.#parts;
    const start = [...holder].reduce((sum, char) => sum + char.charCodeAt(0), 0) % count;
    return Array.from({ length: count }, (_, step) => (start + step) % count).filter((index) => !this.#held.has(index));
  }
}
