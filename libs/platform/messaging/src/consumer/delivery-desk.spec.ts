import { memoryStores } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { anEvent } from '@huiyin/platform-persistence/suites';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { NO_CRASH } from '../crash/crash-points.ts';
import { TransientFault } from '../ports.ts';
import type { Delivery } from '../ports.ts';
import { SILENT } from '../settings/reports.ts';
import { DeliveryDesk } from './delivery-desk.ts';
import { ParkedAggregates } from './parked-aggregates.ts';

describe('DeliveryDesk', () => {
  let stores: Stores;
  let nowMs: number;
  let said: string[];
  let desk: DeliveryDesk;
  const clock = { nowMs: () => nowMs };
  const delivery = (event: unknown, attempts = 1): Delivery => ({
    event,
    attempts,
    ack: async () => void said.push('ack'),
    retry: async (afterMs) => void said.push(`retry ${afterMs}`),
    discard: async () => void said.push('discard'),
  });
  const event = (aggregate: string, seq = 1): MatterEvent => anEvent({ tenant: 't', aggregate, seq });
  const failing = (error: Error) => async (): Promise<void> => Promise.reject(error);
  beforeEach(() => {
    stores = memoryStores();
    nowMs = 1000;
    said = [];
    desk = new DeliveryDesk({ parked: new ParkedAggregates(stores.deadLetters, clock), crash: NO_CRASH, clock, reports: SILENT, poisonAfter: 3, retryFirstMs: 100, retryMostMs: 1000 });
  });

  it('acknowledges after the event is applied and not before', async () => {
    await desk.handle(delivery(event('a')), 'd1', async () => {
      await Promise.resolve();
      said.push('applied');
    });
    expect(said).toEqual(['applied', 'ack']);
  });
  it('gives a transient fault back with a growing wait, for ever', async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await desk.handle(delivery(event('a'), attempt), 'd1', failing(new TransientFault('not now')));
      nowMs += 5000;
    }
    expect(said).toEqual(['retry 100', 'retry 200', 'retry 400', 'retry 800', 'retry 1000', 'retry 1000']);
    expect(await stores.deadLetters.parked()).toEqual([]);
  });
  it('parks the aggregate when its event has failed so many times, and not for faults that were transient', async () => {
    const fail = async (error: Error) => {
      nowMs += 5000;
      return desk.handle(delivery(event('a')), 'd1', failing(error));
    };
    expect(await fail(new Error('broken'))).toBe('retried');
    expect(await fail(new TransientFault('not now'))).toBe('retried');
    expect(await fail(new Error('broken'))).toBe('retried');
    expect(await fail(new Error('broken'))).toBe('parked');
    expect(said.at(-1)).toBe('discard');
    expect(await stores.deadLetters.parked()).toMatchObject([{ event: { id: 'a:1' }, reason: 'broken', failures: 3 }]);
  });
  it('lets later events of a parked aggregate go without applying them, and others through', async () => {
    await stores.deadLetters.park({ event: event('a'), reason: 'r', failures: 3, storedAt: '2025-03-01T00:00:00.000Z' });
    const applied: string[] = [];
    const apply = async ({ id }: MatterEvent): Promise<void> => void applied.push(id);
    expect(await desk.handle(delivery(event('a', 2)), 'd1', apply)).toBe('parked-before');
    expect(await desk.handle(delivery(event('b')), 'd2', apply)).toBe('acknowledged');
    expect(applied).toEqual(['b:1']);
    await stores.deadLetters.release('t', 'a');
    expect(await desk.handle(delivery(event('a', 3)), 'd3', apply)).toBe('acknowledged');
  });
  it('counts failures anew after a success', async () => {
    for (const error of [new Error('1'), new Error('2'), undefined, new Error('3'), new Error('4')]) {
      nowMs += 5000;
      await desk.handle(delivery(event('a')), 'd1', async () => (error ? Promise.reject(error) : undefined));
    }
    expect(await stores.deadLetters.parked()).toEqual([]);
  });
  it('does not try an aggregate that waits, with whichever event', async () => {
    await desk.handle(delivery(event('a')), 'd1', failing(new TransientFault('not now')));
    nowMs += 40;
    const applied: string[] = [];
    expect(await desk.handle(delivery(event('a', 2)), 'd2', async ({ id }) => void applied.push(id))).toBe('retried');
    expect(said).toEqual(['retry 100', 'retry 60']);
    expect(applied).toEqual([]);
  });
  it('works on one aggregate in order and on others meanwhile', async () => {
    const order: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const apply = async ({ id }: MatterEvent): Promise<void> => {
      if (id === 'a:1') await gate;
      order.push(id);
    };
    const all = ['a:1', 'a:2', 'b:1'].map(async (id) => desk.handle(delivery(event(id.slice(0, 1), Number(id.slice(2)))), id, apply));
    await all[2];
    open();
    await Promise.all(all);
    expect(order).toEqual(['b:1', 'a:1', 'a:2']);
  });
  it('gives back what has not begun when it closes', async () => {
    desk.close();
    expect(await desk.handle(delivery(event('a')), 'd1', async () => undefined)).toBe('given-back');
    expect(said).toEqual(['retry 0']);
  });
  it.each([
    ['text', 'not json', '-', 'd1'],
    ['an envelope without a sequence', { ...anEvent({ tenant: 't', aggregate: 'a', seq: 1 }), seq: 'one' }, 't', 'a'],
    ['a list', [], '-', 'd1'],
  ])('keeps %s as a dead letter and never applies it', async (_, value, tenant, aggregate) => {
    const applied: string[] = [];
    expect(await desk.handle(delivery(value), 'd1', async ({ id }) => void applied.push(id))).toBe('unreadable');
    expect(said).toEqual(['discard']);
    expect(applied).toEqual([]);
    expect(await stores.deadLetters.parked()).toMatchObject([{ event: { tenant, aggregate } }]);
  });
  it('accepts an envelope with a field of a later version', async () => {
    expect(await desk.handle(delivery({ ...event('a'), sealed: true }), 'd1', async () => undefined)).toBe('acknowledged');
  });
});
