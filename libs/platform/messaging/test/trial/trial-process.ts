import { PARTITIONS } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Stores } from '@huiyin/platform-persistence';
import { AlarmClock, ALARM_LEASES } from '../../src/alarms/alarm-clock.ts';
import { DeliveryDesk } from '../../src/consumer/delivery-desk.ts';
import { OperatorReplay } from '../../src/consumer/operator-replay.ts';
import { ParkedAggregates } from '../../src/consumer/parked-aggregates.ts';
import { PartitionConsumers } from '../../src/consumer/partition-consumers.ts';
import type { CrashPoint } from '../../src/crash/crash-points.ts';
import { Inbox } from '../../src/inbox/inbox.ts';
import { FairLeases } from '../../src/leases/fair-leases.ts';
import { Relay } from '../../src/relay/relay.ts';
import { RegressionGuard } from '../../src/relay/regression-guard.ts';
import { readLogPage } from '../../src/rpc/log-page.ts';
import { isoOf, WALL_CLOCK } from '../../src/settings/clock.ts';
import { SILENT } from '../../src/settings/reports.ts';
import { countFold } from './count-fold.ts';
import { fireOne, recordOne, recordTogether } from './count-matters.ts';
import { CountingReceiver } from './counting-receiver.ts';
import { Mortal } from './mortal.ts';
import { ACTS } from './trial-world.ts';
import type { TrialLink, TrialStory, TrialWorld } from './trial-world.ts';

const LEASE_MS = 300;

/** A producing and a consuming service in one process, which stops for good at the crash point it is armed with. */
export class TrialProcess {
  readonly #mortal: Mortal;
  readonly #world: TrialWorld;
  readonly #story: TrialStory;
  readonly #holder: string;
  /** The cause of the failing event is gone. */
  mended = false;
  #link: TrialLink | undefined;

  constructor(world: TrialWorld, story: TrialStory, holder: string, armed?: CrashPoint) {
    this.#mortal = new Mortal(armed);
    this.#world = world;
    this.#story = story;
    this.#holder = holder;
  }

  get crashed(): Promise<void> {
    return this.#mortal.died;
  }

  async start(): Promise<void> {
    const link = await this.#world.connect();
    this.#link = link;
    void this.#mortal.died.then(async () => link.cut());
    this.#produce(link, this.#gated(this.#world.producer));
    this.#consume(link, this.#gated(this.#world.consumer));
  }

  async stop(): Promise<void> {
    this.#mortal.die();
    await this.#link?.cut();
  }

  #produce(link: TrialLink, { matters, outbox, log, leases }: Stores): void {
    const crash = this.#mortal;
    const { tenant, good, bad, pair } = this.#story;
    const ours = matters.forTenant(tenant);
    const relay = new Relay({ outbox, log, broker: crash.gated(link.broker), crash, now: () => isoOf(WALL_CLOCK), batch: 16, lanes: 4 });
    const guard = new RegressionGuard(log, crash.gated(link.broker), crash);
    const shards = new FairLeases({ store: leases, clock: WALL_CLOCK, holder: this.#holder, ...ALARM_LEASES, ttlMs: LEASE_MS });
    const alarms = new AlarmClock({ outbox, leases: shards, handler: { fire: async (of, id) => fireOne(matters.forTenant(of), of, id, isoOf(WALL_CLOCK)) }, crash, clock: WALL_CLOCK, reports: SILENT, batch: 16, width: 4 });
    let round: number | undefined;
    for (const [aggregate, acts] of [[good, ACTS.good], [bad, ACTS.bad]] as const) {
      crash.loop(async () => {
        const stored = await ours.load(aggregate);
        const fired = aggregate === good && stored?.nextAlarmAt === null ? 1 : 0;
        if ((stored?.version ?? 0) >= acts + fired) return;
        await crash.at('command.before-commit');
        await recordOne(ours, { tenant, aggregate, now: isoOf(WALL_CLOCK), alarmAt: aggregate === good ? isoOf(WALL_CLOCK) : undefined });
        await crash.at('command.after-commit');
      });
    }
    crash.loop(async () => {
      if (((await ours.load(pair[0]))?.version ?? 0) >= ACTS.pair) return;
      await crash.at('together.before-commit');
      await recordTogether(ours, tenant, pair, isoOf(WALL_CLOCK), ACTS.pair);
      await crash.at('together.after-commit');
    });
    crash.loop(async () => {
      round ??= (await guard.run()).round;
      await relay.pass(round);
    });
    crash.loop(async () => void (await shards.renew()), LEASE_MS / 3);
    crash.loop(async () => void (await alarms.tick()));
  }

  #consume(link: TrialLink, { matters, copies, deadLetters, leases }: Stores): void {
    const crash = this.#mortal;
    const producer = this.#gated(this.#world.producer);
    const counting = new CountingReceiver(matters, 'dispatch');
    const receive = async (event: MatterEvent): Promise<void> => {
      if (!this.mended && event.id === `${this.#story.bad}:2`) throw new Error('This cannot be applied yet');
      await counting.receive(event);
    };
    const fetch = async (_: unknown, tenant: string, aggregate: string, afterSeq: number): Promise<readonly MatterEvent[]> => (await readLogPage(producer.matters, producer.log, { tenant, aggregate, afterSeq })).events;
    const inbox = new Inbox({ copies, fold: countFold, receiver: { receive }, fetch, crash });
    const newDesk = (): DeliveryDesk => new DeliveryDesk({ parked: new ParkedAggregates(deadLetters, WALL_CLOCK, 50), crash, clock: WALL_CLOCK, reports: SILENT, poisonAfter: 2, retryFirstMs: 5, retryMostMs: 40 });
    const consumers = new PartitionConsumers(crash.gatedSource(link.source), newDesk, async (event) => void (await inbox.apply(event)), SILENT, 100);
    const partitions = new FairLeases({ store: leases, clock: WALL_CLOCK, holder: this.#holder, name: 'partitions', count: PARTITIONS, ttlMs: LEASE_MS });
    const replay = new OperatorReplay(deadLetters, inbox, crash, WALL_CLOCK);
    crash.loop(async () => consumers.follow(await partitions.renew()), LEASE_MS / 3);
    crash.loop(async () => {
      if (this.mended) for (const { event } of await deadLetters.parked(this.#story.tenant)) await replay.replay(event.tenant, event.aggregate);
    }, 20);
    void this.#mortal.died.then(async () => consumers.close());
  }

  #gated(stores: Stores): Stores {
    const gated = (port: object): object => this.#mortal.gated(port);
    return Object.fromEntries(Object.entries(stores).map(([name, port]) => [name, gated(port as object)])) as unknown as Stores;
  }
}
