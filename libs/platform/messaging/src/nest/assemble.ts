import { AlarmClock } from '../alarms/alarm-clock.ts';
import type { AlarmHandler } from '../alarms/alarm-clock.ts';
import { JetStreamBroker } from '../broker/jetstream-broker.ts';
import { DeliveryDesk } from '../consumer/delivery-desk.ts';
import { ParkedAggregates } from '../consumer/parked-aggregates.ts';
import { FairLeases } from '../leases/fair-leases.ts';
import { Relay } from '../relay/relay.ts';
import { RelayDriver } from '../relay/relay-driver.ts';
import { RegressionGuard } from '../relay/regression-guard.ts';
import { isoOf, WALL_CLOCK } from '../settings/clock.ts';
import type { MessagingSurroundings } from './messaging-surroundings.ts';

export function newRelayDriver({ stores, connection, crash, settings, reports, tally, holder }: MessagingSurroundings): RelayDriver {
  const { outbox, log, leases } = stores;
  const broker = new JetStreamBroker(connection);
  const relay = new Relay({
    outbox,
    log,
    broker,
    crash,
    now: () => isoOf(WALL_CLOCK),
    batch: settings.relayBatch,
    lanes: settings.relayLanes,
    failed: (lane, error) => reports.warn({ matter: lane.id, reason: String(error) }, 'An event was not taken by the broker'),
  });
  return new RelayDriver({
    relay,
    guard: new RegressionGuard(log, broker, crash),
    outbox,
    leases,
    holder,
    clock: WALL_CLOCK,
    reports,
    tally,
    idleMs: settings.relayIdleMs,
    leaseMs: settings.leaseMs,
    backOffMostMs: settings.relayBackOffMostMs,
  });
}

/** One desk per opened partition: what waits or has failed in one is forgotten when another instance takes it over. */
export function newDesk({ stores, crash, settings, reports, tally }: MessagingSurroundings): DeliveryDesk {
  const { poisonAfter, retryFirstMs, retryMostMs } = settings;
  return new DeliveryDesk({ parked: new ParkedAggregates(stores.deadLetters, WALL_CLOCK), crash, clock: WALL_CLOCK, reports, tally, poisonAfter, retryFirstMs, retryMostMs });
}

export function newLeases({ stores, settings, holder }: MessagingSurroundings, name: string, count: number): FairLeases {
  return new FairLeases({ store: stores.leases, clock: WALL_CLOCK, holder, name, count, ttlMs: settings.leaseMs });
}

export function newAlarmClock({ stores, crash, settings, reports }: MessagingSurroundings, leases: FairLeases, handler: AlarmHandler): AlarmClock {
  return new AlarmClock({ outbox: stores.outbox, leases, handler, crash, clock: WALL_CLOCK, reports, batch: settings.alarmBatch, width: settings.alarmWidth });
}
