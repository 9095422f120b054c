import type { InjectionToken } from '@nestjs/common';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { CrashPoints } from '../crash/crash-points.ts';
import type { NatsConfig } from '../nats/nats-config.ts';
import type { Fold } from '../ports.ts';
import type { MessagingSettings } from '../settings/messaging-settings.ts';
import type { Reports } from '../settings/reports.ts';

export interface MessagingOptions {
  readonly service: ServiceName;
  readonly nats: NatsConfig;
  /** The engine's `evolve`. */
  readonly fold: Fold;
  /** Token of the `EventReceiver`; absent: the service only keeps copies. Resolved when consuming starts, so the receiver may itself inject this module's providers. */
  readonly receiver?: InjectionToken;
  /** Token of the `AlarmHandler`; absent: the service has no alarms on real time. */
  readonly alarms?: InjectionToken;
  /** Name of this instance among those of the service; default: a random one per process. */
  readonly instance?: string;
  /** A pino logger fits. */
  readonly logger?: Reports;
  readonly settings?: Partial<MessagingSettings>;
  readonly crash?: CrashPoints;
}
export const MESSAGING_OPTIONS = Symbol('MessagingOptions');
export const NATS_CONNECTION = Symbol('NatsConnection');
