import { randomUUID } from 'node:crypto';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { PARTITIONS } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { allAlarmShards } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { AlarmClock, ALARM_LEASES } from '../alarms/alarm-clock.ts';
import type { AlarmHandler } from '../alarms/alarm-clock.ts';
import { AlarmDriver } from '../alarms/alarm-driver.ts';
import { JetStreamBroker } from '../broker/jetstream-broker.ts';
import { JetStreamEventSource } from '../broker/jetstream-event-source.ts';
import { DeliveryDesk } from '../consumer/delivery-desk.ts';
import { OperatorReplay } from '../consumer/operator-replay.ts';
import { ParkedAggregates } from '../consumer/parked-aggregates.ts';
import { PartitionConsumers } from '../consumer/partition-consumers.ts';
import { NO_CRASH } from '../crash/crash-points.ts';
import { Inbox } from '../inbox/inbox.ts';
import { FairLeases } from '../leases/fair-leases.ts';
import type { HeldShare } from '../leases/fair-leases.ts';
import { LeaseDriver } from '../leases/lease-driver.ts';
import { wakeSubject } from '../nats/wake-subject.ts';
import type { EventReceiver, FetchLog } from '../ports.ts';
import { Relay } from '../relay/relay.ts';
import { RelayDriver } from '../relay/relay-driver.ts';
import { RegressionGuard } from '../relay/regression-guard.ts';
import { FreshCopies } from '../rpc/fresh-copies.ts';
import { fetchLogOver, readSeqOver } from '../rpc/log-client.ts';
import type { ReadSeq } from '../rpc/log-client.ts';
import { answerAboutEvents } from '../rpc/responders.ts';
import { RpcClient } from '../rpc/rpc-client.ts';
import { isoOf, WALL_CLOCK } from '../settings/clock.ts';
import { DEFAULT_SETTINGS } from '../settings/messaging-settings.ts';
import type { MessagingSettings } from '../settings/messaging-settings.ts';
import type { Reports } from '../settings/reports.ts';
import { gaugesOf, newTally } from '../settings/tally.ts';
import type { Tally } from '../settings/tally.ts';
import type { Consuming } from './jetstream-server.ts';
import type { MessagingOptions } from './messaging-options.ts';

/** Resolves what the service itself provides, as late as consuming starts. */
export interface ServiceParts {
  receiver(): EventReceiver | undefined;
  alarms(): AlarmHandler | undefined;
}

/** Everything of the event path that runs in one process of a service. */
export class MessagingRuntime implements Consuming {
  readonly relay: RelayDriver;
  readonly inbox: Inbox;
  readonly fresh: FreshCopies;
  readonly replay: OperatorReplay;
  readonly rpc: RpcClient;
  readonly fetchLog: FetchLog;
  readonly readSeq: ReadSeq;
  readonly tally: Tally = newTally();
  readonly #options: MessagingOptions;
  readonly #settings: MessagingSettings;
  readonly #connection: NatsConnection;
  readonly #stores: Stores;
  readonly #reports: Reports;
  readonly #holder: string;
  readonly #parts: ServiceParts;
  #consumers: PartitionConsumers | undefined;
  #partitionLeases: LeaseDriver | undefined;
  #alarmLeases: LeaseDriver | undefined;
  #alarms: AlarmDriver | undefined;
  #subscriptions: readonly Subscription[] = [];
  #linked = true;
  #closed: Promise<void> | undefined;

  constructor(options: MessagingOptions, connection: NatsConnection, stores: Stores, reports: Reports, parts: ServiceParts) {
    const settings = { ...DEFAULT_SETTINGS, ...options.settings };
    const crash = options.crash ?? NO_CRASH;
    const broker = new JetStreamBroker(connection);
    this.#options = options;
    this.#settings = settings;
    this.#connection = connection;
    this.#stores = stores;
    this.#reports = reports;
    this.#holder = options.instance ?? randomUUID();
    this.#parts = parts;
    this.fetchLog = fetchLogOver(connection);
    this.readSeq = readSeqOver(connection);
    this.rpc = new RpcClient(connection);
    this.inbox = new Inbox({ copies: stores.copies, fold: options.fold, receiver: { receive: async (...args) => parts.receiver()?.receive(...args) }, fetch: this.fetchLog, crash, gap: () => (this.tally.gaps += 1) });
    this.fresh = new FreshCopies(this.inbox, WALL_CLOCK, settings.freshWithinMs);
    this.replay = new OperatorReplay(stores.deadLetters, this.inbox, crash, WALL_CLOCK);
    this.relay = new RelayDriver({
      relay: new Relay({ outbox: stores.outbox, log: stores.log, broker, crash, now: () => isoOf(WALL_CLOCK), batch: settings.relayBatch, lanes: settings.relayLanes, failed: (lane, error) => reports.warn({ matter: lane.id, reason: String(error) }, 'An event was not taken by the broker') }),
      guard: new RegressionGuard(stores.log, broker, crash),
      outbox: stores.outbox,
      leases: stores.leases,
      holder: this.#holder,
      clock: WALL_CLOCK,
      reports,
      tally: this.tally,
      idleMs: settings.relayIdleMs,
      leaseMs: settings.leaseMs,
      backOffMostMs: settings.relayBackOffMostMs,
    });
  }

  /** Begins to publish, to answer other services and to fire alarms. */
  async start(): Promise<void> {
    const { service } = this.#options;
    const wake = this.#connection.subscribe(wakeSubject(service), { callback: () => this.relay.wake() });
    this.#subscriptions = [wake, ...answerAboutEvents(this.#connection, service, this.#stores, this.#reports)];
    this.relay.start();
    await this.#startAlarms();
  }

  /** Something was committed: this instance's relay looks at once, or whichever instance holds it. */
  wake(): void {
    if (this.relay.holds) this.relay.wake();
    else if (!this.#connection.isClosed() && !this.#connection.isDraining()) this.#connection.publish(wakeSubject(this.#options.service));
  }

  async startConsuming(handle: (event: MatterEvent, partition: HeldShare) => Promise<void>): Promise<void> {
    const { service } = this.#options;
    const { leaseMs, drainMs } = this.#settings;
    const consumers = new PartitionConsumers(new JetStreamEventSource(this.#connection, service), () => this.#newDesk(), handle, this.#reports, drainMs);
    this.#consumers = consumers;
    this.#partitionLeases = new LeaseDriver(this.#leases('partitions', PARTITIONS), leaseMs / 3, async (held) => consumers.follow(held), this.#reports);
    await this.#partitionLeases.start();
    this.replay.resume().catch((error: unknown) => this.#reports.warn({ reason: String(error) }, 'A replay could not be gone on with'));
  }

  async stopConsuming(): Promise<void> {
    await this.#partitionLeases?.stop();
    await this.#consumers?.close();
    await this.#partitionLeases?.release();
  }

  /** Told by whoever watches the connection. */
  linked(up: boolean): void {
    this.#linked = up;
    if (up) this.relay.reconnected();
  }

  /** Numbers for readiness and tests. */
  async gauges(): Promise<{ readonly oldestUnpublishedMs: number; readonly parked: number; readonly partitions: number; readonly underWay: number; readonly connected: boolean }> {
    return {
      oldestUnpublishedMs: await this.relay.oldestUnpublishedMs(),
      parked: (await this.#stores.deadLetters.parked()).length,
      partitions: this.#consumers?.partitions.length ?? 0,
      underWay: this.#consumers?.underWay ?? 0,
      connected: this.#linked && !this.#connection.isClosed(),
    };
  }

  /** What the gauges of an operator's dashboard read (`operationGauges` of the telemetry library). */
  readings(): { oldestUnpublished(): Promise<string | undefined>; deadLetters(): Promise<number>; parkedMatters(): Promise<number>; oldestDueAlarm(): Promise<string | undefined> } {
    const { outbox, deadLetters } = this.#stores;
    return {
      oldestUnpublished: async () => outbox.oldestPending(),
      deadLetters: async () => (await deadLetters.parked()).length,
      parkedMatters: async () => (await deadLetters.parked()).filter(({ replaying }) => !replaying).length,
      oldestDueAlarm: async () => (await outbox.dueAlarms(isoOf(WALL_CLOCK), allAlarmShards(), 1))[0]?.at,
    };
  }

  /** What has happened since this process started, as gauges. */
  counts(): ReturnType<typeof gaugesOf> {
    return gaugesOf(this.tally);
  }

  /** Stops firing and consuming, publishes what is pending, sends what is buffered. Safe to call twice. */
  async close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#alarms?.stop();
    await this.#alarmLeases?.stop();
    await this.#alarmLeases?.release();
    await this.stopConsuming();
    await this.relay.stop(this.#settings.drainMs);
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    if (!this.#connection.isClosed()) await this.#connection.drain();
  }

  async #startAlarms(): Promise<void> {
    const handler = this.#parts.alarms();
    if (!handler) return;
    const { alarmBatch, alarmWidth, alarmEveryMs, leaseMs } = this.#settings;
    const leases = this.#leases(ALARM_LEASES.name, ALARM_LEASES.count);
    const clock = new AlarmClock({ outbox: this.#stores.outbox, leases, handler, crash: this.#options.crash ?? NO_CRASH, clock: WALL_CLOCK, reports: this.#reports, batch: alarmBatch, width: alarmWidth });
    this.#alarmLeases = new LeaseDriver(leases, leaseMs / 3, () => undefined, this.#reports);
    this.#alarms = new AlarmDriver(clock, alarmEveryMs, this.#reports);
    await this.#alarmLeases.start();
    this.#alarms.start();
  }

  #leases(name: string, count: number): FairLeases {
    return new FairLeases({ store: this.#stores.leases, clock: WALL_CLOCK, holder: this.#holder, name, count, ttlMs: this.#settings.leaseMs });
  }

  #newDesk(): DeliveryDesk {
    const { poisonAfter, retryFirstMs, retryMostMs } = this.#settings;
    return new DeliveryDesk({ parked: new ParkedAggregates(this.#stores.deadLetters, WALL_CLOCK), crash: this.#options.crash ?? NO_CRASH, clock: WALL_CLOCK, reports: this.#reports, tally: this.tally, poisonAfter, retryFirstMs, retryMostMs });
  }
}
