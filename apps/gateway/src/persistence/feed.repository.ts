import type { MatterEvent } from '@huiyin/contracts-kernel';

/** An event as the operator's feed numbers it: positions are contiguous per operator. */
export interface FeedEntry {
  readonly position: number;
  readonly event: MatterEvent;
}

export abstract class FeedRepository {
  /** Numbers and stores an event once; a repeated event keeps its first position. */
  abstract append(event: MatterEvent): Promise<FeedEntry>;
  abstract after(tenant: string, position: number, limit: number): Promise<readonly FeedEntry[]>;
  abstract last(tenant: string): Promise<number>;
  /** Events of these matters by instant, then matter, then sequence. */
  abstract ofMatters(tenant: string, matters: readonly string[], limit: number): Promise<readonly MatterEvent[]>;
}
