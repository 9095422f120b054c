import type { Stores } from '@huiyin/platform-persistence';
import type { EventSource } from '../../src/broker/event-source.port.ts';
import type { EventBroker } from '../../src/ports.ts';

/** What one process is connected to. */
export interface TrialLink {
  readonly broker: EventBroker;
  readonly source: EventSource;
  /** The process is gone: nothing is delivered to it any more. */
  cut(): Promise<void>;
}

/** What outlives a process: the databases of a producing and a consuming service, and the broker between them. */
export interface TrialWorld {
  readonly producer: Stores;
  readonly consumer: Stores;
  connect(): Promise<TrialLink>;
  /** The broker comes back without anything that it had stored. */
  loseStream(): Promise<void>;
}

/** What is done in a trial; names are unique, so that trials can share servers. */
export interface TrialStory {
  readonly tenant: string;
  /** Matter with three acts and an alarm. */
  readonly good: string;
  /** Matter with two acts, the second of which its consumer cannot apply until it is mended. */
  readonly bad: string;
  /** Two matters that only change together, twice. */
  readonly pair: readonly [string, string];
}
export const storyOf = (name: string): TrialStory => ({ tenant: `tenant-${name}`, good: `good-${name}`, bad: `bad-${name}`, pair: [`left-${name}`, `right-${name}`] });
export const ACTS = { good: 3, bad: 2, pair: 2 } as const;
