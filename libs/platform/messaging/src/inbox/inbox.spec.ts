import { memoryStores } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { anEvent, someEvents } from '@huiyin/platform-persistence/suites';
import { NO_CRASH } from '../crash/crash-points.ts';
import { TransientFault } from '../ports.ts';
import { countFold } from '../../test/trial/count-fold.ts';
import { ApplyFault } from './apply-fault.ts';
import { Inbox } from './inbox.ts';
import { nextInboxStep } from './inbox-step.ts';
import { isTransient } from './transient.ts';

describe('nextInboxStep', () => {
  it.each([[0, 1, 'apply'], [3, 4, 'apply'], [3, 3, 'drop'], [3, 1, 'drop'], [3, 5, 'fetch'], [0, 2, 'fetch']] as const)('after %i decides on %i: %s', (applied, seq, step) => {
    expect(nextInboxStep(applied, seq)).toBe(step);
  });
});

describe('Inbox', () => {
  let stores: Stores;
  let received: string[];
  let log: MatterEvent[];
  let refuse: (event: MatterEvent) => Error | undefined;
  let fetches: number;
  const pageSize = 2;
  const newInbox = (): Inbox =>
    new Inbox({
      copies: stores.copies,
      fold: countFold,
      crash: NO_CRASH,
      receiver: {
        receive: async (event, before, after) => {
          const error = refuse(event);
          if (error) throw error;
          received.push(`${event.seq}:${before?.seq ?? 0}>${after.seq}`);
        },
      },
      fetch: async (_, tenant, aggregate, afterSeq) => {
        fetches += 1;
        return log.filter((event) => event.tenant === tenant && event.aggregate === aggregate && event.seq > afterSeq).slice(0, pageSize);
      },
    });
  const event = (seq: number): MatterEvent => anEvent({ tenant: 't', aggregate: 'a', seq });
  beforeEach(() => {
    stores = memoryStores();
    received = [];
    log = someEvents('t', 'a', 6);
    refuse = () => undefined;
    fetches = 0;
  });

  it('applies events in order and keeps the copy', async () => {
    const inbox = newInbox();
    expect(await inbox.apply(event(1))).toBe('applied');
    expect(await inbox.apply(event(2))).toBe('applied');
    expect(received).toEqual(['1:0>1', '2:1>2']);
    expect(await stores.copies.forTenant('t').load('a')).toMatchObject({ seq: 2, facts: { noted: 2 } });
    expect(fetches).toBe(0);
  });
  it('drops what it has had', async () => {
    await newInbox().apply(event(1));
    expect(await newInbox().apply(event(1))).toBe('had-before');
    expect(received).toHaveLength(1);
  });
  it('applies its own service’s events like everybody else’s', async () => {
    expect(await newInbox().apply(anEvent({ tenant: 't', aggregate: 'a', seq: 1, service: 'dispatch' }))).toBe('applied');
  });
  it('fetches what is missing, over several pages, before it applies', async () => {
    expect(await newInbox().apply(event(6))).toBe('applied');
    expect(received.map((line) => line[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  });
  it('asks for another try when the producer’s log does not reach far enough', async () => {
    log = log.slice(0, 3);
    await expect(newInbox().apply(event(6))).rejects.toThrow(TransientFault);
    expect(received).toHaveLength(3);
  });
  it('asks for another try when the producer’s log does not go on where the copy stands', async () => {
    log = [event(3)];
    await expect(newInbox().apply(event(6))).rejects.toThrow(TransientFault);
  });
  it('applies events of one aggregate one after the other, however they come', async () => {
    const inbox = newInbox();
    await Promise.all([3, 1, 6, 2, 5, 4, 1].map(async (seq) => inbox.apply(event(seq))));
    expect(received.map((line) => line[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  });
  it('names the event that could not be applied, which need not be the delivered one', async () => {
    refuse = ({ seq }) => (seq === 2 ? new Error('broken') : undefined);
    const failed: unknown = await newInbox().apply(event(4)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ApplyFault);
    expect(failed).toMatchObject({ message: 'broken', event: { seq: 2 } });
    expect(isTransient(failed)).toBe(false);
    expect(await stores.copies.forTenant('t').load('a')).toMatchObject({ seq: 1 });
  });
  it('keeps a transient fault of the receiver recognizable', async () => {
    refuse = () => new TransientFault('not now');
    expect(isTransient(await newInbox().apply(event(1)).catch((error: unknown) => error))).toBe(true);
  });
  it('leaves the copy as it was when the receiver failed, and repeats the event', async () => {
    let tries = 0;
    refuse = () => ((tries += 1) === 1 ? new Error('once') : undefined);
    const inbox = newInbox();
    await expect(inbox.apply(event(1))).rejects.toThrow('once');
    expect(await inbox.apply(event(1))).toBe('applied');
    expect(received).toEqual(['1:0>1']);
  });
  it('applies what two instances are given at the same time so that the copy is right', async () => {
    await Promise.all([newInbox().apply(event(1)), newInbox().apply(event(1))]);
    expect(await stores.copies.forTenant('t').load('a')).toMatchObject({ seq: 1 });
  });

  describe('catching up', () => {
    const of = { service: 'intake', tenant: 't', aggregate: 'a' } as const;
    it('goes as far as asked', async () => {
      expect(await newInbox().catchUp(of, 3)).toBe(true);
      expect(received).toHaveLength(3);
    });
    it('goes to the end when no sequence is named', async () => {
      await newInbox().catchUp(of);
      expect(received).toHaveLength(6);
    });
    it('asks nobody when the copy is there already', async () => {
      await newInbox().catchUp(of, 2);
      fetches = 0;
      expect(await newInbox().catchUp(of, 2)).toBe(true);
      expect(fetches).toBe(0);
    });
    it('tells that the producer has not got there', async () => {
      expect(await newInbox().catchUp(of, 7)).toBe(false);
    });
  });
});
