import { partitionOf } from '@huiyin/contracts-kernel';
import type { MatterEvent, ServiceName } from '@huiyin/contracts-kernel';
import { memoryStores } from '@huiyin/platform-persistence';
import type { MemoryDatabase } from '@huiyin/platform-persistence';
import { MemoryEventSource } from '../../src/broker/memory-event-source.ts';
import type { MemoryStream } from '../../src/broker/memory-stream.ts';
import { DeliveryDesk } from '../../src/consumer/delivery-desk.ts';
import { ParkedAggregates } from '../../src/consumer/parked-aggregates.ts';
import { NO_CRASH } from '../../src/crash/crash-points.ts';
import { Inbox } from '../../src/inbox/inbox.ts';
import type { Delivery } from '../../src/ports.ts';
import { readLogPage } from '../../src/rpc/log-page.ts';
import { SILENT } from '../../src/settings/reports.ts';
import { countFold } from '../trial/count-fold.ts';
import { CountingReceiver } from '../trial/counting-receiver.ts';
import { aggregatesOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimProcess } from './sim-process.ts';
import { acknowledgedFirst } from './wrong-parts.ts';

export interface ConsumerWorld {
  readonly plan: Plan;
  readonly service: ServiceName;
  readonly database: MemoryDatabase;
  readonly producer: MemoryDatabase;
  readonly stream: MemoryStream;
  readonly scheduler: Scheduler;
  readonly random: Random;
}

/**
 * Starts one instance of a consuming service. Two instances of it pull the same partitions here, as if a lease had been
 * lost unnoticed: the effect must be right all the same.
 */
export function startConsumer(world: ConsumerWorld, process: SimProcess, loop: (process: SimProcess, everyMs: number, round: () => Promise<boolean | void>) => void): void {
  const { plan, service, scheduler } = world;
  const stores = memoryStores(world.database);
  const [matters, copies] = [process.gated(stores.matters), process.gated(stores.copies)];
  const receiver = new CountingReceiver(matters, service, plan.control !== 'inbox-off');
  const producerStores = memoryStores(world.producer);
  const fetch = process.gated({
    page: async (tenant: string, aggregate: string, afterSeq: number): Promise<readonly MatterEvent[]> => (await readLogPage(producerStores.matters, producerStores.log, { tenant, aggregate, afterSeq })).events,
  });
  const inbox = new Inbox({ copies, fold: countFold, receiver, fetch: async (_, tenant, aggregate, afterSeq) => fetch.page(tenant, aggregate, afterSeq), crash: NO_CRASH });
  const desk = new DeliveryDesk({ parked: new ParkedAggregates(process.gated(stores.deadLetters), scheduler), crash: NO_CRASH, clock: scheduler, reports: SILENT, poisonAfter: 5, retryFirstMs: 5, retryMostMs: 40 });
  const source = new MemoryEventSource(world.stream, service, scheduler, 120);

  const take = async (delivery: Delivery, deliveredAs: string): Promise<void> => {
    if (plan.control === 'acknowledge-first') await delivery.ack();
    const given = plan.control === 'acknowledge-first' ? acknowledgedFirst(delivery) : delivery;
    await desk.handle(given, deliveredAs, async (event) => (plan.control === 'inbox-off' ? receiver.receive(event) : void (await inbox.apply(event))));
  };
  for (const partition of new Set(aggregatesOf(plan).map(partitionOf))) {
    loop(process, 20, async () => {
      const ready = world.stream.ready(service, partition, scheduler.nowMs());
      for (const message of world.random.shuffled(ready)) {
        const delivery = process.gated(source.take(message));
        // Not awaited: deliveries of different aggregates overlap, and a fault of one is the desk's to decide.
        take(delivery, `memory:${message.streamSeq}`).catch(() => undefined);
      }
    });
  }
}
