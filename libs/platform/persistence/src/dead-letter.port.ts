import type { MatterEvent } from '@huiyin/contracts-kernel';

export interface DeadLetter {
  readonly event: MatterEvent;
  readonly reason: string;
  readonly failures: number;
  readonly storedAt: string;
  /** Being replayed: its events flow again, and it stays listed until everything was fetched, so that a crash loses nothing. */
  readonly replaying?: boolean;
}
/** Poison parks its aggregate, not the partition; an operator sees and replays it. */
export interface DeadLetterStore {
  park(letter: DeadLetter): Promise<void>;
  /** False while it is being replayed. */
  isParked(tenant: string, aggregate: string): Promise<boolean>;
  parked(tenant?: string): Promise<readonly DeadLetter[]>;
  /** Lets the aggregate's events flow again; `release` ends it. */
  beginReplay(tenant: string, aggregate: string): Promise<void>;
  release(tenant: string, aggregate: string): Promise<void>;
}

/** A named right held by one instance for a while; `fence` grows with every new holder. */
export interface LeaseStore {
  acquire(name: string, holder: string, forMs: number, nowMs: number): Promise<{ readonly fence: number } | undefined>;
  release(name: string, holder: string): Promise<void>;
  /** Who holds a lease whose name begins with `prefix` now. */
  live(prefix: string, nowMs: number): Promise<readonly { readonly name: string; readonly holder: string }[]>;
}
