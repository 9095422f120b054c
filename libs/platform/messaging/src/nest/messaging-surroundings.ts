import { randomUUID } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Stores } from '@huiyin/platform-persistence';
import { NO_CRASH } from '../crash/crash-points.ts';
import type { CrashPoints } from '../crash/crash-points.ts';
import { DEFAULT_SETTINGS } from '../settings/messaging-settings.ts';
import type { MessagingSettings } from '../settings/messaging-settings.ts';
import type { Reports } from '../settings/reports.ts';
import { newTally } from '../settings/tally.ts';
import type { Tally } from '../settings/tally.ts';
import type { MessagingOptions } from './messaging-options.ts';

/** What every moving part of a process stands on. */
export interface MessagingSurroundings {
  readonly options: MessagingOptions;
  readonly settings: MessagingSettings;
  readonly connection: NatsConnection;
  readonly stores: Stores;
  readonly reports: Reports;
  readonly crash: CrashPoints;
  readonly tally: Tally;
  /** Name under which this instance holds leases. */
  readonly holder: string;
}

export function surroundingsOf(options: MessagingOptions, connection: NatsConnection, stores: Stores, reports: Reports): MessagingSurroundings {
  return {
    options,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    connection,
    stores,
    reports,
    crash: options.crash ?? NO_CRASH,
    tally: newTally(),
    holder: options.instance ?? randomUUID(),
  };
}
