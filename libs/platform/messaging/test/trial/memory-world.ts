import { memoryStores } from '@huiyin/platform-persistence';
import { MemoryBroker } from '../../src/broker/memory-broker.ts';
import { MemoryEventSource } from '../../src/broker/memory-event-source.ts';
import { MemoryStream } from '../../src/broker/memory-stream.ts';
import { WALL_CLOCK } from '../../src/settings/clock.ts';
import type { TrialWorld } from './trial-world.ts';

/** Databases and a broker in memory. */
export function memoryWorld(): TrialWorld {
  const stream = new MemoryStream();
  return {
    producer: memoryStores(),
    consumer: memoryStores(),
    connect: async () => ({ broker: new MemoryBroker(stream), source: new MemoryEventSource(stream, 'dispatch', WALL_CLOCK, 200), cut: async () => undefined }),
    loseStream: async () => stream.loseAbove(0),
  };
}
