import type { Subscription } from '@nats-io/transport-node';
import { PARTITIONS } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { allAlarmShards } from '@huiyin/platform-persistence';
import { ALARM_LEASES } from '../alarms/alarm-clock.ts';
import type { AlarmHandler } from '../alarms/alarm-clock.ts';
import { AlarmDriver } from '../alarms/alarm-driver.ts';
import { JetStreamEventSource } from '../broker/jetstream-event-source.ts';
import { OperatorReplay } from '../consumer/operator-replay.ts';
import { PartitionConsumers } from '../consumer/partition-consumers.ts';
import { Inbox } from '../inbox/inbox.ts';
import type { HeldShare } from '../leases/fair-leases.ts';
import { LeaseDriver } from '../leases/lease-driver.ts';
import { wakeSubject } from '../nats/wake-subject.ts';
import type { EventReceiver, FetchLog } from '../ports.ts';
import type { RelayDriver } from '../relay/relay-driver.ts';
import { FreshCopies } from '../rpc/fresh-copies.ts';
import { fetchLogOver, readSeqOver } from '../rpc/log-client.ts';
import type { ReadSeq } from '../rpc/log-client.ts';
import { answerAboutEvents } from '../rpc/responders.ts';
import { RpcClient } from '../rpc/rpc-client.ts';
import { isoOf, WALL_CLOCK } from '../settings/clock.ts';
import { gaugesOf } from '../settings/tally.ts';
import type { Tally } from '../settings/tally.ts';
import { newAlarmClock, newDesk, newLeases, newRelayDriver } from './assemble.ts';
import type { Consuming } from './jetstream-server.ts';
import type { MessagingSurroundings } from './messaging-surroundings.ts';

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
  readonly tally: Tally;
  readonly #surroundings: MessagingSurroundings;
  readonly #parts: ServiceParts;
  #consumers: PartitionConsumers | undefined;
  #partitionLeases: LeaseDriver | undefined;
  #alarmLeases: LeaseDriver | undefined;
  #alarms: AlarmDriver | undefined;
  #subscriptions: readonly Subscription[] = [];
  #linked = true;
  #closed: Promise<void> | undefined;

  constructor(surroundings: MessagingSurroundings, parts: ServiceParts) {
    const { connection, stores, crash, settings, options, tally } = surroundings;
    this.#surroundings = surroundings;
    this.#parts = parts;
    this.tally = tally;
    this.fetchLog = fetchLogOver(connection);
    this.readSeq = readSeqOver(connection);
    this.rpc = new RpcClient(connection);
    const receiver: EventReceiver = { receive: async (...event) => parts.receiver()?.receive(...event) };
    this.inbox = new Inbox({ copies: stores.copies, fold: options.fold, receiver, fetch: this.fetchLog, crash, gap: () => (tally.gaps += 1) });
    this.fresh = new FreshCopies(this.inbox, WALL_CLOCK, settings.freshWithinMs);
    this.replay = new OperatorReplay(stores.deadLetters, this.inbox, crash, WALL_CLOCK);
    this.relay = newRelayDriver(surroundings);
  }

  /** Begins to publish, to answer other services and to fire alarms. */
  async start(): Promise<void> {
    const { options, connection, stores, reports } = this.#surroundings;
    const wake = connection.subscribe(wakeSubject(options.service), { callback: () => this.relay.wake() });
    this.#subscriptions = [wake, ...answerAboutEvents(connection, options.service, stores, reports)];
    this.relay.start();
    await this.#startAlarms();
  }

  /** Something was committed: this instance's relay looks at once, or whichever instance holds it. */
  wake(): void {
    const { connection, options } = this.#surroundings;
    if (this.relay.holds) this.relay.wake();
    else if (!connection.isClosed() && !connection.isDraining()) connection.publish(wakeSubject(options.service));
  }

  async startConsuming(handle: (event: MatterEvent, partition: HeldShare) => Promise<void>): Promise<void> {
    const { connection, options, reports, settings } = this.#surroundings;
    const consumers = new PartitionConsumers(new JetStreamEventSource(connection, options.service), () => newDesk(this.#surroundings), handle, reports, settings.drainMs);
    this.#consumers = consumers;
    this.#partitionLeases = new LeaseDriver(newLeases(this.#surroundings, 'partitions', PARTITIONS), settings.leaseMs / 3, async (held) => consumers.follow(held), reports);
    await this.#partitionLeases.start();
    this.replay.resume().catch((error: unknown) => reports.warn({ reason: String(error) }, 'A replay could not be gone on with'));
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
      parked: (await this.#surroundings.stores.deadLetters.parked()).length,
      partitions: this.#consumers?.partitions.length ?? 0,
      underWay: this.#consumers?.underWay ?? 0,
      connected: this.#linked && !this.#surroundings.connection.isClosed(),
    };
  }

  /** What the gauges of an operator's dashboard read (`operationGauges` of the telemetry library). */
  readings(): { oldestUnpublished(): Promise<string | undefined>; deadLetters(): Promise<number>; parkedMatters(): Promise<number>; oldestDueAlarm(): Promise<string | undefined> } {
    const { outbox, deadLetters } = this.#surroundings.stores;
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
    const { connection, settings } = this.#surroundings;
    await this.#alarms?.stop();
    await this.#alarmLeases?.stop();
    await this.#alarmLeases?.release();
    await this.stopConsuming();
    await this.relay.stop(settings.drainMs);
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    if (!connection.isClosed()) await connection.drain();
  }

  async #startAlarms(): Promise<void> {
    const { settings, reports } = this.#surroundings;
    const handler = this.#parts.alarms();
    if (!handler) return;
    const leases = newLeases(this.#surroundings, ALARM_LEASES.name, ALARM_LEASES.count);
    this.#alarmLeases = new LeaseDriver(leases, settings.leaseMs / 3, () => undefined, reports);
    this.#alarms = new AlarmDriver(newAlarmClock(this.#surroundings, leases, handler), settings.alarmEveryMs, reports);
    await this.#alarmLeases.start();
    this.#alarms.start();
  }
}
