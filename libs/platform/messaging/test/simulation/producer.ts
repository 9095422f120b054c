import { memoryStores } from '@huiyin/platform-persistence';
import type { MemoryDatabase } from '@huiyin/platform-persistence';
import { AlarmClock, ALARM_LEASES } from '../../src/alarms/alarm-clock.ts';
import { MemoryBroker } from '../../src/broker/memory-broker.ts';
import type { MemoryStream } from '../../src/broker/memory-stream.ts';
import { NO_CRASH } from '../../src/crash/crash-points.ts';
import { FairLeases } from '../../src/leases/fair-leases.ts';
import { Relay } from '../../src/relay/relay.ts';
import { RegressionGuard } from '../../src/relay/regression-guard.ts';
import { isoOf } from '../../src/settings/clock.ts';
import { SILENT } from '../../src/settings/reports.ts';
import { fireOne, recordOne } from '../trial/count-matters.ts';
import { aggregatesOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimProcess } from './sim-process.ts';
import { clearFirstPass } from './wrong-parts.ts';

export const TENANT = 't';
export const ALARM_AFTER_MS = 150;

export interface ProducerRun {
  /** The connection to the broker was away: it compares before it publishes. */
  reconnected(): void;
}

/** Starts one instance of the service that records and publishes; the same database after a crash. */
export function startProducer(plan: Plan, process: SimProcess, database: MemoryDatabase, stream: MemoryStream, scheduler: Scheduler, holder: string, loop: (process: SimProcess, everyMs: number, round: () => Promise<boolean | void>) => void): ProducerRun {
  const stores = memoryStores(database);
  const matters = process.gated(stores.matters).forTenant(TENANT);
  const [outbox, log, broker] = [process.gated(stores.outbox), process.gated(stores.log), process.gated(new MemoryBroker(stream))];
  const relay = new Relay({ outbox, log, broker, crash: NO_CRASH, now: () => isoOf(scheduler), batch: 2, lanes: 2 });
  const guard = new RegressionGuard(log, broker, NO_CRASH);
  const leases = new FairLeases({ store: process.gated(stores.leases), clock: scheduler, holder, ...ALARM_LEASES, ttlMs: 300 });
  const alarms = new AlarmClock({ outbox, leases, handler: { fire: async (tenant, id) => fireOne(matters, tenant, id, isoOf(scheduler)) }, crash: NO_CRASH, clock: scheduler, reports: SILENT, batch: 4, width: 2 });
  let round: number | undefined;

  for (const aggregate of aggregatesOf(plan)) {
    loop(process, 5, async () => {
      const done = (database.matters.get(aggregate)?.version ?? 0) >= plan.acts;
      if (!done) await recordOne(matters, { tenant: TENANT, aggregate, now: isoOf(scheduler), alarmAt: new Date(scheduler.nowMs() + ALARM_AFTER_MS).toISOString() });
      return done;
    });
  }
  loop(process, 10, async () => {
    if (plan.control === 'clear-first') return clearFirstPass(outbox, log, broker);
    const losses = stream.losses;
    const compared = round ?? (await guard.run()).round;
    if (losses === stream.losses) round = compared;
    await relay.pass(compared);
    return undefined;
  });
  loop(process, 100, async () => void (await leases.renew()));
  loop(process, 50, async () => void (await alarms.tick()));
  return {
    reconnected: () => {
      round = undefined;
    },
  };
}
