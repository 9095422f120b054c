import type { Delivery } from '../ports.ts';

/** Takes one delivered message; `deliveredAs` names the delivery in logs (`EVENTS:<stream sequence>`). */
export type Deliver = (delivery: Delivery, deliveredAs: string) => void;

export interface OpenPartition {
  /** Nothing is delivered after this; messages that were delivered can still be acknowledged. */
  stop(): void;
  /** Ends when the partition has stopped for whatever reason, with the error if there was one. */
  readonly ended: Promise<Error | undefined>;
}

/** The broker as a consumer sees it: at most one instance of a service opens a partition at a time (leases). */
export interface EventSource {
  open(partition: number, deliver: Deliver): Promise<OpenPartition>;
}
