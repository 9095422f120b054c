import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { partitionOf } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { anEvent } from '@huiyin/platform-persistence/suites';
import type { EventSource, OpenPartition } from '../broker/event-source.port.ts';
import type { Delivery, EventBroker } from '../ports.ts';
import { eventually } from '../../test/trial/eventually.ts';

export interface BrokerUnderTest {
  readonly broker: EventBroker;
  /** Delivers to the service `dispatch`. */
  readonly source: EventSource;
}

/** What every `EventBroker` with its `EventSource` does. Aggregates are unique per test, the stream is shared. */
export function eventBrokerSuite(make: () => Promise<BrokerUnderTest> | BrokerUnderTest): void {
  let broker: EventBroker;
  let source: EventSource;
  let opened: OpenPartition[] = [];
  let count = 0;
  beforeAll(async () => {
    ({ broker, source } = await make());
  });
  afterEach(async () => {
    for (const open of opened) open.stop();
    opened = [];
  });
  const fresh = (seqs: readonly number[]): MatterEvent[] => {
    count += 1;
    return seqs.map((seq) => anEvent({ tenant: 't', aggregate: `broker-${count}`, seq }));
  };
  /** Opens the partition of an aggregate and collects what is delivered of it; the rest is acknowledged. */
  const collect = async (aggregate: string, decide: (delivery: Delivery, count: number) => Promise<void>): Promise<string[]> => {
    const seen: string[] = [];
    opened.push(
      await source.open(partitionOf(aggregate), (delivery) => {
        const event = delivery.event as MatterEvent;
        if (event.aggregate !== aggregate) return void delivery.ack();
        seen.push(`${event.id}#${delivery.attempts}`);
        void decide(delivery, seen.length);
      }),
    );
    return seen;
  };

  describe('publishing', () => {
    it('gives the sequence at which the event is found again', async () => {
      const [first, second] = fresh([1, 2]) as [MatterEvent, MatterEvent];
      const { streamSeq } = await broker.publish(first);
      const later = await broker.publish(second);
      expect(later.streamSeq).toBeGreaterThan(streamSeq);
      expect(await broker.idAt(streamSeq)).toBe(first.id);
      expect(await broker.idAt(later.streamSeq)).toBe(second.id);
      expect(await broker.idAt(later.streamSeq + 1000)).toBeUndefined();
    });
    it('again stores nothing and gives the same sequence', async () => {
      const [event] = fresh([1]) as [MatterEvent];
      const once = await broker.publish(event);
      expect(await broker.publish(event)).toEqual(once);
    });
    it('of several events at once keeps each with its id', async () => {
      const events = fresh([1, 2, 3, 4, 5, 6, 7, 8]);
      const stored = await Promise.all(events.map(async (event) => broker.publish(event)));
      expect(new Set(stored.map(({ streamSeq }) => streamSeq)).size).toBe(8);
      expect(await Promise.all(stored.map(async ({ streamSeq }) => broker.idAt(streamSeq)))).toEqual(events.map(({ id }) => id));
    });
    it('stays in one era while nothing happens to the connection', async () => {
      const era = broker.era();
      await broker.publish(fresh([1])[0] as MatterEvent);
      expect(broker.era()).toBe(era);
    });
  });

  describe('delivery', () => {
    it('brings the events of an aggregate in order and as they were published', async () => {
      const events = fresh([1, 2, 3]);
      for (const event of events) await broker.publish(event);
      const had: unknown[] = [];
      const seen = await collect(events[0]?.aggregate ?? '', async (delivery) => {
        had.push(delivery.event);
        await delivery.ack();
      });
      await eventually(() => expect(seen).toHaveLength(3));
      expect(had).toEqual(JSON.parse(JSON.stringify(events)));
    });
    it('comes again after a retry, counted, and not after an acknowledgement or a discard', async () => {
      const events = fresh([1, 2]);
      for (const event of events) await broker.publish(event);
      const aggregate = events[0]?.aggregate ?? '';
      const seen = await collect(aggregate, async (delivery) => {
        const { seq } = delivery.event as MatterEvent;
        if (delivery.attempts < 3 && seq === 1) await delivery.retry(10);
        else if (seq === 1) await delivery.ack();
        else await delivery.discard();
      });
      await eventually(() => expect(seen).toEqual(expect.arrayContaining([`${aggregate}:1#3`, `${aggregate}:2#1`])));
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect([...seen].sort()).toEqual([`${aggregate}:1#1`, `${aggregate}:1#2`, `${aggregate}:1#3`, `${aggregate}:2#1`]);
    });
    it('stops, and what was given back comes to the next who opens the partition', async () => {
      const [event] = fresh([1]) as [MatterEvent];
      await broker.publish(event);
      const first = await collect(event.aggregate, async (delivery) => {
        for (const open of opened) open.stop();
        await delivery.retry(0);
      });
      await eventually(() => expect(first).toHaveLength(1));
      await Promise.all(opened.map(async (open) => expect(await open.ended).toBeUndefined()));
      const second = await collect(event.aggregate, async (delivery) => delivery.ack());
      await eventually(() => expect(second).toHaveLength(1));
    });
  });
}
