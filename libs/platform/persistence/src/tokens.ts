import type { CopyStore } from './copy-store.port.ts';
import type { DeadLetterStore, LeaseStore } from './dead-letter.port.ts';
import type { EventLog } from './event-log.port.ts';
import type { MatterStore, OutboxStore } from './matter-store.port.ts';

/** Injection tokens of the ports. */
export const MATTER_STORE = Symbol('MatterStore');
export const OUTBOX_STORE = Symbol('OutboxStore');
export const EVENT_LOG = Symbol('EventLog');
export const COPY_STORE = Symbol('CopyStore');
export const DEAD_LETTER_STORE = Symbol('DeadLetterStore');
export const LEASE_STORE = Symbol('LeaseStore');
/** All six at once (`Stores`). */
export const STORES = Symbol('Stores');

/** Everything a service keeps, over one database. */
export interface Stores {
  readonly matters: MatterStore;
  readonly outbox: OutboxStore;
  readonly log: EventLog;
  readonly copies: CopyStore;
  readonly deadLetters: DeadLetterStore;
  readonly leases: LeaseStore;
}
