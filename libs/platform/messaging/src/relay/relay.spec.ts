import { memoryStores } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { aStored, someEvents } from '@huiyin/platform-persistence/suites';
import { MemoryBroker } from '../broker/memory-broker.ts';
import { MemoryStream } from '../broker/memory-stream.ts';
import { NO_CRASH } from '../crash/crash-points.ts';
import type { EventBroker } from '../ports.ts';
import { Relay } from './relay.ts';
import { RegressionGuard } from './regression-guard.ts';

describe('Relay', () => {
  let stores: Stores;
  let stream: MemoryStream;
  let refused: (id: string) => boolean;
  const published: string[] = [];
  const relayWith = (overrides: Partial<EventBroker> = {}): Relay => {
    const broker = new MemoryBroker(stream);
    const publish: EventBroker['publish'] = async (event) => {
      if (refused(event.id)) throw new Error('maximum payload exceeded');
      published.push(event.id);
      return broker.publish(event);
    };
    return new Relay({ outbox: stores.outbox, log: stores.log, broker: { publish, idAt: async (seq) => broker.idAt(seq), era: () => broker.era(), ...overrides }, crash: NO_CRASH, now: () => '2025-03-01T00:00:00.000Z', batch: 10, lanes: 3 });
  };
  const put = async (id: string, count: number): Promise<void> => void (await stores.matters.forTenant('t').insert(aStored({ id, tenant: 't', matter: { seq: count }, pending: someEvents('t', id, count) })));
  beforeEach(() => {
    stores = memoryStores();
    stream = new MemoryStream();
    refused = () => false;
    published.length = 0;
  });

  it('logs, publishes in order and clears what is pending', async () => {
    await put('a', 3);
    expect(await relayWith().pass(1)).toEqual({ published: 3, stopped: 0, full: false });
    expect(published).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await stores.outbox.withPending(5)).toEqual([]);
    expect((await stores.log.ofAggregate('t', 'a', 0, 9)).map(({ id }) => id)).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await stores.log.lastAcknowledged()).toMatchObject({ eventId: 'a:3', streamSeq: 3 });
  });

  it('does nothing when nothing is pending', async () => {
    expect(await relayWith().pass(1)).toEqual({ published: 0, stopped: 0, full: false });
  });

  it('stops the matter whose event is not taken and lets the others go on', async () => {
    await put('a', 3);
    await put('b', 2);
    refused = (id) => id === 'a:2';
    expect(await relayWith().pass(1)).toEqual({ published: 3, stopped: 1, full: false });
    expect((await stores.outbox.withPending(5)).map(({ id, pending }) => `${id}:${pending.map(({ seq }) => seq).join('+')}`)).toEqual(['a:2+3']);
    refused = () => false;
    await relayWith().pass(1);
    expect(published.filter((id) => id.startsWith('a'))).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('does not ask a broker that is away for every single matter', async () => {
    for (let index = 0; index < 10; index += 1) await put(`m${index}`, 1);
    let asked = 0;
    const away = relayWith({ publish: async () => Promise.reject(new Error(`away ${(asked += 1)}`)) });
    const report = await away.pass(1);
    expect(report).toEqual({ published: 0, stopped: asked, full: true });
    expect(asked).toBeLessThan(10 + 1);
    expect(await stores.outbox.withPending(20)).toHaveLength(10);
  });

  it('clears nothing when the broker went away and came back during the pass', async () => {
    await put('a', 2);
    let era = 0;
    const relay = relayWith({ era: () => (era += 1) });
    expect(await relay.pass(1)).toMatchObject({ published: 0, stopped: 1 });
    expect(await stores.outbox.withPending(5)).toHaveLength(1);
    expect(await stores.log.lastAcknowledged()).toBeUndefined();
  });

  describe('the comparison with a broker that has lost its end', () => {
    const guard = (): RegressionGuard => new RegressionGuard(stores.log, new MemoryBroker(stream), NO_CRASH);
    const publishAll = async (): Promise<void> => {
      const { round } = await guard().run();
      await relayWith().pass(round);
    };
    const ids = (): (string | undefined)[] => Array.from({ length: stream.length }, (_, index) => stream.at(index + 1)?.event.id);

    it('finds nothing to do when everything is there', async () => {
      await put('a', 3);
      await publishAll();
      expect(await guard().run()).toMatchObject({ regressed: false, republished: 0 });
    });
    it.each([0, 1, 5, 8])('publishes again exactly what is above sequence %i', async (kept) => {
      for (const id of ['a', 'b', 'c']) await put(id, 3);
      await publishAll();
      const all = ids();
      stream.loseAbove(kept);
      expect(await guard().run()).toMatchObject({ regressed: true, republished: 9 - kept });
      expect(ids().sort()).toEqual(all.sort());
      expect(await guard().run()).toMatchObject({ regressed: false, republished: 0 });
    });
    it('sees a loss although another producer has filled the sequences since', async () => {
      await put('a', 3);
      await publishAll();
      stream.loseAbove(1);
      for (const event of someEvents('t', 'foreign', 4)) stream.store(event);
      expect(await guard().run()).toMatchObject({ regressed: true, republished: 2 });
      expect(ids()).toEqual(['a:1', 'foreign:1', 'foreign:2', 'foreign:3', 'foreign:4', 'a:2', 'a:3']);
    });
    it('publishes what a stopped process has logged and not published', async () => {
      await stores.log.append(someEvents('t', 'a', 2));
      expect(await guard().run()).toMatchObject({ regressed: false, republished: 2 });
    });
  });
});
