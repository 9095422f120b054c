/** Times in milliseconds, all on real time. */
export interface MessagingSettings {
  /** The relay looks at least so often. */
  readonly relayIdleMs: number;
  readonly relayBatch: number;
  /** Matters that publish side by side. */
  readonly relayLanes: number;
  readonly relayBackOffMostMs: number;
  /** A dead instance's partitions, shards and relay move on after this. */
  readonly leaseMs: number;
  readonly poisonAfter: number;
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
  readonly alarmEveryMs: number;
  readonly alarmBatch: number;
  /** Alarms that fire side by side. */
  readonly alarmWidth: number;
  /** What is under way at shutdown has so long to end. */
  readonly drainMs: number;
  /** A copy has so long to become fresh before the caller is told to come again. */
  readonly freshWithinMs: number;
}

export const DEFAULT_SETTINGS: MessagingSettings = {
  relayIdleMs: 100,
  relayBatch: 256,
  relayLanes: 32,
  relayBackOffMostMs: 5000,
  leaseMs: 10_000,
  poisonAfter: 5,
  retryFirstMs: 100,
  retryMostMs: 15_000,
  alarmEveryMs: 250,
  alarmBatch: 256,
  alarmWidth: 16,
  drainMs: 10_000,
  freshWithinMs: 2000,
};
