import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import type { StoredMatter } from '../matter-store.port.ts';

/** `matters`: the aggregate with everything one command writes. */
export interface MatterDocument {
  _id: string;
  tenant: string;
  kind: string;
  version: number;
  seq: number;
  open: boolean;
  openedAt: string;
  /** Empty while none is drawn, so that a sorted list needs no special case. */
  number: string;
  matter: Matter;
  readers: readonly string[];
  linked: readonly string[];
  /** Led by the tenant; absent when there is none, because a unique index would let only one document hold an empty array. */
  keys?: readonly string[];
  nextAlarmAt?: string;
  simulated: boolean;
  shard: number;
  sources: Readonly<Record<string, number>>;
  recent: StoredMatter['recent'];
  pending: readonly MatterEvent[];
  /** Recording time of the first pending event; absent when nothing is pending. */
  pendingSince?: string;
  /** Last failed publication. */
  triedAt?: string;
}

/** `event_log`: append-only. */
export interface LogDocument {
  _id: string;
  position: number;
  tenant: string;
  aggregate: string;
  seq: number;
  event: MatterEvent;
  /** Where the broker stored it; absent: not acknowledged, or lost by the broker. */
  streamSeq?: number;
  /** Earlier rounds may not acknowledge it. */
  round: number;
}

/** `copies`: matters of other services. */
export interface CopyDocument {
  _id: string;
  tenant: string;
  kind: string;
  service: string;
  seq: number;
  linked: readonly string[];
  matter: Matter;
}

/** `dead_letters`: one per parked aggregate, keyed `<tenant>|<aggregate>`. */
export interface DeadLetterDocument {
  _id: string;
  tenant: string;
  aggregate: string;
  event: MatterEvent;
  reason: string;
  failures: number;
  storedAt: string;
  replaying?: true;
}

/** `leases`: keyed by name. */
export interface LeaseDocument {
  _id: string;
  holder: string | null;
  until: number;
  fence: number;
}

/** `relay_marks`: the counters of log positions and of rounds. */
export interface RelayMarkDocument {
  _id: string;
  value: number;
}
