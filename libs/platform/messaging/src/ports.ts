import type { EngineEvent, Matter } from '@huiyin/regulation-engine';
import type { MatterEvent, ServiceName } from '@huiyin/contracts-kernel';

/** The broker as the relay sees it. */
export interface EventBroker {
  /** Publishes with `Nats-Msg-Id` = event id and resolves with the stream's sequence once it is stored. */
  publish(event: MatterEvent): Promise<{ readonly streamSeq: number }>;
  /** Id of the event at a stream sequence; undefined: not there (lost or purged). */
  idAt(streamSeq: number): Promise<string | undefined>;
  /** Changes whenever the broker may have lost something since: with every reconnect. */
  era(): number;
}

/** One delivered message. */
export interface Delivery {
  readonly event: unknown;
  readonly attempts: number;
  ack(): Promise<void>;
  retry(afterMs: number): Promise<void>;
  /** Never delivered again: the dead letter is stored. */
  discard(): Promise<void>;
  /** Still being worked on: not to be delivered again yet. */
  working?(): void;
}

/** What a service does with an event of another service. Must be idempotent by (source aggregate, seq). */
export interface EventReceiver {
  /** Called in order per aggregate, after gaps were filled. `before`/`after`: the source matter's copy. Throwing `TransientFault` retries; anything else counts towards parking. */
  receive(event: MatterEvent, before: Matter | undefined, after: Matter): Promise<void>;
}

/** Folds an engine event into the copy (the engine's `evolve`). */
export type Fold = (matter: Matter | undefined, event: EngineEvent) => Matter;

/** Asks a producer for the events of an aggregate after a sequence. */
export type FetchLog = (service: ServiceName, tenant: string, aggregate: string, afterSeq: number) => Promise<readonly MatterEvent[]>;

export class TransientFault extends Error {}
