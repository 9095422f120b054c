import { eventBrokerSuite } from '../suites/event-broker.suite.ts';
import { WALL_CLOCK } from '../settings/clock.ts';
import { MemoryBroker } from './memory-broker.ts';
import { MemoryEventSource } from './memory-event-source.ts';
import { MemoryStream } from './memory-stream.ts';

describe('a broker in memory', () => {
  eventBrokerSuite(() => {
    const stream = new MemoryStream();
    return { broker: new MemoryBroker(stream), source: new MemoryEventSource(stream, 'dispatch', WALL_CLOCK) };
  });
});
