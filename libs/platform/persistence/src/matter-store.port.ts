import type { Matter } from '@huiyin/regulation-engine';
import type { MatterEvent } from '@huiyin/contracts-kernel';

/**
 * One document per matter. A command changes exactly one of them by one guarded update that carries its events
 * (embedded outbox), its number and unique keys, its next alarm and what it has applied from elsewhere.
 */
export interface StoredMatter {
  readonly id: string;
  readonly tenant: string;
  readonly kind: string;
  /** Counts commits: the ETag. */
  readonly version: number;
  readonly matter: Matter;
  /** Reader tokens, for filtered lists. */
  readonly readers: readonly string[];
  /** Ids this matter points to (reactions to their events find it by these). */
  readonly linked: readonly string[];
  /** Claims no other matter may hold: unique keys of packs and drawn numbers (`n|<series>|<000001>`). */
  readonly keys: readonly string[];
  /** Instant at which `settle` would change something; null: never. */
  readonly nextAlarmAt: string | null;
  /** Simulated operators' alarms are fired by `advance`, never by the wall clock. */
  readonly simulated: boolean;
  /** Source aggregate → last seq of its events applied here. */
  readonly sources: Readonly<Record<string, number>>;
  /** The last commands done here, oldest first (bounded), so that a repeated key is answered and not done again. */
  readonly recent: readonly { readonly key: string; readonly bodyHash: string; readonly version: number }[];
  /** Events not yet in the log and on the stream, in order. */
  readonly pending: readonly MatterEvent[];
}

export type CommitResult =
  | { readonly result: 'stored' }
  | { readonly result: 'conflict' }
  /** Another matter holds this key. */
  | { readonly result: 'taken'; readonly key: string };

/** One of several writes that are stored all or not at all: `pending` holds the new events alone. */
export interface GuardedWrite {
  readonly stored: StoredMatter;
  /** Left out: the matter is new. */
  readonly expectedVersion?: number;
}

export interface MatterFilter {
  readonly kind?: string;
  readonly equals?: Readonly<Record<string, unknown>>;
  readonly readers?: readonly string[];
  readonly open?: boolean;
}

/** Constructed with a tenant: nothing of another operator can be reached through it. */
export interface TenantMatters {
  load(id: string): Promise<StoredMatter | undefined>;
  /** `conflict` when the id exists. `events` become `pending`. */
  insert(stored: StoredMatter): Promise<CommitResult>;
  /** Guarded by id and `expectedVersion`; `appended` events are added to whatever is still pending. */
  commit(stored: Omit<StoredMatter, 'pending'>, expectedVersion: number, appended: readonly MatterEvent[]): Promise<CommitResult>;
  /**
   * Several matters in one transaction (`w: majority`, journaled), each guarded like `insert` and `commit`; nothing of any is
   * stored unless all are. A key that one of them gives up may be taken by another.
   */
  storeTogether(writes: readonly GuardedWrite[]): Promise<CommitResult>;
  /** The matter that holds this key (`keys`). */
  byKey(key: string): Promise<StoredMatter | undefined>;
  linkedTo(id: string): Promise<readonly StoredMatter[]>;
  list(filter: MatterFilter, page: { readonly sort: 'openedAt' | '-openedAt' | 'number' | '-number'; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly StoredMatter[]; readonly next?: string }>;
  count(filter: MatterFilter, most: number): Promise<number>;
  /** Highest sequence drawn in a number series (0: none), read from the unique keys themselves, so there are no gaps. */
  highestNumber(series: string): Promise<number>;
  /** Earliest alarm at or before `until`. */
  earliestAlarm(until: string): Promise<string | undefined>;
  /** Matters whose alarm is due. */
  due(now: string, limit: number): Promise<readonly StoredMatter[]>;
  /** Σ seq of the operator's matters and how many events are pending. */
  progress(): Promise<{ readonly sent: number; readonly pending: number }>;
}

export interface MatterStore {
  forTenant(tenant: string): TenantMatters;
}

/** What the relay and the wall-clock alarms read, across operators. */
export interface OutboxStore {
  /** Matters with pending events, least recently tried first. */
  withPending(limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly pending: readonly MatterEvent[] }[]>;
  /** Removes pending events up to and including `seq`. */
  clear(id: string, uptoSeq: number): Promise<void>;
  /** Publishing this matter's events failed at this real instant: others go first at the next try. */
  tried(id: string, at: string): Promise<void>;
  /** Oldest pending event's recording time, for metrics. */
  oldestPending(): Promise<string | undefined>;
  /** Alarms of operators on real time, by shard (hash of the id, `ALARM_SHARDS`). */
  dueAlarms(now: string, shards: readonly number[], limit: number): Promise<readonly { readonly id: string; readonly tenant: string; readonly at: string }[]>;
}
export const ALARM_SHARDS = 16;
