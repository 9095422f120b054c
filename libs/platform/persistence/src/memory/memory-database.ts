import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import type { DeadLetter } from '../dead-letter.port.ts';
import type { StoredMatter } from '../matter-store.port.ts';

export interface LoggedEvent {
  readonly position: number;
  readonly event: MatterEvent;
  streamSeq?: number;
  /** Earlier rounds may not acknowledge it. */
  round: number;
}
export interface HeldLease {
  holder?: string;
  until: number;
  fence: number;
}

/** What one service's database holds; fresh adapters over the same database are a restarted process. */
export class MemoryDatabase {
  readonly matters = new Map<string, StoredMatter>();
  /** Claim (led by its tenant) → id of the matter that holds it. */
  readonly claims = new Map<string, string>();
  readonly triedAt = new Map<string, string>();
  rounds = 0;
  readonly log = new Map<string, LoggedEvent>();
  readonly copies = new Map<string, Matter>();
  readonly deadLetters = new Map<string, DeadLetter>();
  readonly leases = new Map<string, HeldLease>();
}
