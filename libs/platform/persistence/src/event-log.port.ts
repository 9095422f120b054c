import type { MatterEvent } from '@huiyin/contracts-kernel';

/** The producer's append-only truth; the broker is only a relay. */
export interface EventLog {
  /** Appending an event that is there already changes nothing. `position` is increasing per producer. */
  append(events: readonly MatterEvent[], round?: number): Promise<void>;
  ofAggregate(tenant: string, aggregate: string, afterSeq: number, limit: number): Promise<readonly MatterEvent[]>;
  /** All events of this producer in log order, from a position on (republishing after the broker lost its store). */
  from(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }>;
  /**
   * Begins a new round of comparing with the broker. What is unacknowledged now can be marked by this round or a later
   * one only: what an instance of an earlier round still wants to mark may be lost since.
   */
  openRound(): Promise<number>;
  /** Remembers on the logged events what the broker acknowledged to this round. */
  acknowledged(marks: readonly Omit<AcknowledgedEvent, 'position'>[], round: number): Promise<void>;
  /** The event with the highest stream sequence. */
  lastAcknowledged(): Promise<AcknowledgedEvent | undefined>;
  /** The event with the highest stream sequence at or below `streamSeq`: steps for the search of what the broker still has. */
  acknowledgedAtOrBefore(streamSeq: number): Promise<AcknowledgedEvent | undefined>;
  /** The broker lost everything above `streamSeq`: those events count as unacknowledged again, from this round on. */
  forgetAcknowledgedAbove(streamSeq: number, round: number): Promise<void>;
  /** Logged events that the broker has not acknowledged (or has lost), in log order. */
  unacknowledged(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }>;
}

/** What the broker told about one logged event. */
export interface AcknowledgedEvent {
  readonly streamSeq: number;
  readonly eventId: string;
  readonly position: string;
}
