import type { PolicyDocument } from '@huiyin/regulation-engine';
import type { CopyStore, EventLog, MatterStore } from '@huiyin/platform-persistence';
import type { ActReply, ActRequest, ServiceName } from '@huiyin/contracts-kernel';
import type { CrashPoints } from '@huiyin/platform-messaging';

/** Fetches a policy by the hash of its content; undefined when the owner does not know it (yet). */
export interface PolicySource {
  fetch(hash: string): Promise<PolicyDocument | undefined>;
}

/** Brings the copy of an aggregate up to a sequence by asking its producer; false when that took too long. */
export interface CopyCatchUp {
  bring(tenant: string, service: ServiceName, aggregate: string, seq: number): Promise<boolean>;
}

/** Randomness and real time, kept outside the rules. */
export interface Surroundings {
  randomBytes(count: number): Uint8Array;
  digest(text: string): Uint8Array;
  nowMs(): number;
}

/** Everything a matter host stands on. */
export interface HostParts {
  readonly service: ServiceName;
  readonly matters: MatterStore;
  readonly copies: CopyStore;
  readonly log: EventLog;
  readonly policies: PolicySource;
  readonly catchUp: CopyCatchUp;
  readonly surroundings: Surroundings;
  /** Tells the relay that something is pending; polling is the guarantee. */
  wake(): void;
  /** Told before and after each commit; tests stop the process there. */
  readonly crash: CrashPoints;
  /** Told of each act with its outcome, for logs and metrics. */
  acted(request: ActRequest, reply: ActReply, milliseconds: number): void;
}
