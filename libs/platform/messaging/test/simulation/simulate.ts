import type { ServiceName } from '@huiyin/contracts-kernel';
import { MemoryDatabase } from '@huiyin/platform-persistence';
import { MemoryStream } from '../../src/broker/memory-stream.ts';
import { isTransient } from '../../src/inbox/transient.ts';
import { startConsumer } from './consumer.ts';
import { violations } from './history.ts';
import type { History } from './history.ts';
import { aggregatesOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { startProducer } from './producer.ts';
import type { ProducerRun } from './producer.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import type { RunEnd } from './scheduler.ts';
import { RandomRoadFaults, SimProcess } from './sim-process.ts';

const CONSUMERS: readonly ServiceName[] = ['dispatch', 'gateway'];
const MOST_STEPS = 12_000;

export interface Verdict {
  readonly end: RunEnd;
  readonly violations: readonly string[];
  /** Errors that no fault explains. */
  readonly unexpected: readonly string[];
  readonly steps: number;
}

interface Instance {
  process: SimProcess;
  start(process: SimProcess): void;
}

/** Plays one plan to its end: two instances of every service, crashes, lost requests, redeliveries, a broker that forgets. */
export async function simulate(plan: Plan): Promise<Verdict> {
  const random = new Random(plan.seed);
  const scheduler = new Scheduler(random);
  const stream = new MemoryStream();
  const history: History = { producer: new MemoryDatabase(), consumers: new Map(CONSUMERS.map((service) => [service, new MemoryDatabase()])) };
  const faults = new RandomRoadFaults(random, 0.01, plan.roadFaults);
  const unexpected: string[] = [];
  const aggregates = aggregatesOf(plan);
  const producers = new Map<string, ProducerRun>();

  const loop = (process: SimProcess, everyMs: number, round: () => Promise<boolean | void>): void => {
    const run = async (): Promise<void> => {
      for (let done: boolean | void = false; done !== true; ) {
        try {
          done = await round();
        } catch (error) {
          if (!isTransient(error)) unexpected.push(String(error));
        }
        await process.sleep(everyMs);
      }
    };
    void run();
  };
  const instances: Instance[] = ['a', 'b'].flatMap((name) => [
    { process: new SimProcess(scheduler, faults), start: (process) => producers.set(name, startProducer(plan, process, history.producer, stream, scheduler, name, loop)) } satisfies Instance,
    ...CONSUMERS.map((service): Instance => ({
      process: new SimProcess(scheduler, faults),
      start: (process) => startConsumer({ plan, service, database: history.consumers.get(service) as MemoryDatabase, producer: history.producer, stream, scheduler, random }, process, loop),
    })),
  ]);
  for (const instance of instances) instance.start(instance.process);

  const left = { crashes: plan.crashes, redeliveries: plan.redeliveries, losses: plan.losses };
  const between = (): void => {
    if (left.crashes > 0 && random.chance(0.02)) {
      left.crashes -= 1;
      const instance = instances[random.below(instances.length)] as Instance;
      instance.process.alive = false;
      instance.process = new SimProcess(scheduler, faults);
      instance.start(instance.process);
    }
    if (left.redeliveries > 0 && random.chance(0.03)) {
      const service = CONSUMERS[random.below(CONSUMERS.length)] as ServiceName;
      const acknowledged = stream.acknowledged(service);
      if (acknowledged.length > 0) {
        left.redeliveries -= 1;
        stream.unacknowledge(service, acknowledged[random.below(acknowledged.length)] as number);
      }
    }
    if (left.losses > 0 && stream.length > 1 && random.chance(0.005)) {
      left.losses -= 1;
      stream.loseAbove(random.below(stream.length));
      for (const producer of producers.values()) producer.reconnected();
    }
  };

  const complete = (): boolean => {
    const { matters } = history.producer;
    const done = aggregates.every((aggregate) => {
      const stored = matters.get(aggregate);
      return stored !== undefined && stored.matter.seq > plan.acts - 1 && stored.nextAlarmAt === null && stored.pending.length === 0;
    });
    return done && left.crashes + left.redeliveries + left.losses === 0 && violations(history, aggregates).length === 0;
  };
  const end = await scheduler.run(complete, between, MOST_STEPS);
  const steps = scheduler.taken;
  // Whatever comes after everything was right must leave it right: redelivered messages are still on their way.
  if (end === 'quiet') await scheduler.run(() => false, () => undefined, 200);
  return { end, violations: violations(history, aggregates), unexpected, steps };
}
