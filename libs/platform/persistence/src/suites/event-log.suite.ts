import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '../event-log.port.ts';
import type { Stores } from '../tokens.ts';
import { anEvent, someEvents } from './fixtures.ts';

/** What every `EventLog` does. */
export function eventLogSuite(make: () => Promise<Stores> | Stores): void {
  let log: EventLog;
  beforeEach(async () => {
    log = (await make()).log;
  });
  const idsFrom = async (position?: string, limit = 10): Promise<string[]> => (await log.from(position, limit)).events.map(({ id }) => id);

  describe('the log', () => {
    it('gives an aggregate’s events in order after a sequence, of one operator', async () => {
      await log.append([...someEvents('ours', 'a', 4)].reverse());
      await log.append([anEvent({ tenant: 'theirs', aggregate: 'b', seq: 1 })]);
      expect((await log.ofAggregate('ours', 'a', 1, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
      expect((await log.ofAggregate('ours', 'a', 0, 10))[0]).toEqual(anEvent({ tenant: 'ours', aggregate: 'a', seq: 1 }));
      expect(await log.ofAggregate('theirs', 'a', 0, 10)).toEqual([]);
    });
    it('stays as it is when an event is appended again, alone or among new ones', async () => {
      await log.append(someEvents('ours', 'a', 2));
      await log.append(someEvents('ours', 'a', 2));
      await log.append(someEvents('ours', 'a', 3));
      await log.append([]);
      expect(await idsFrom()).toEqual(['a:1', 'a:2', 'a:3']);
    });
    it('is read page by page in the order of appending', async () => {
      await log.append(someEvents('ours', 'a', 2));
      await log.append(someEvents('ours', 'b', 2));
      const first = await log.from(undefined, 3);
      expect(first.events.map(({ id }) => id)).toEqual(['a:1', 'a:2', 'b:1']);
      expect(await idsFrom(first.position)).toEqual(['b:2']);
      expect((await log.from((await log.from(first.position, 3)).position, 3)).events).toEqual([]);
    });
  });

  describe('acknowledgements', () => {
    beforeEach(async () => {
      await log.append(someEvents('ours', 'a', 4));
    });
    it('leave the rest unacknowledged, in log order', async () => {
      await log.acknowledged([{ streamSeq: 7, eventId: 'a:1' }, { streamSeq: 9, eventId: 'a:3' }], 1);
      const page = await log.unacknowledged(undefined, 1);
      expect(page.events.map(({ id }) => id)).toEqual(['a:2']);
      expect((await log.unacknowledged(page.position, 5)).events.map(({ id }) => id)).toEqual(['a:4']);
    });
    it('name the last one, and the last one at or before a sequence', async () => {
      expect(await log.lastAcknowledged()).toBeUndefined();
      await log.acknowledged([{ streamSeq: 7, eventId: 'a:1' }, { streamSeq: 9, eventId: 'a:3' }, { streamSeq: 8, eventId: 'a:2' }], 1);
      expect(await log.lastAcknowledged()).toMatchObject({ streamSeq: 9, eventId: 'a:3' });
      expect(await log.acknowledgedAtOrBefore(8)).toMatchObject({ streamSeq: 8, eventId: 'a:2' });
      expect(await log.acknowledgedAtOrBefore(6)).toBeUndefined();
    });
    it('are forgotten above a sequence', async () => {
      await log.acknowledged([{ streamSeq: 7, eventId: 'a:1' }, { streamSeq: 8, eventId: 'a:2' }, { streamSeq: 9, eventId: 'a:3' }], 1);
      await log.forgetAcknowledgedAbove(7, 1);
      expect(await log.lastAcknowledged()).toMatchObject({ streamSeq: 7, eventId: 'a:1' });
      expect((await log.unacknowledged(undefined, 9)).events.map(({ id }) => id)).toEqual(['a:2', 'a:3', 'a:4']);
    });
    it('of an earlier round are refused for what was unacknowledged or lost when a later round began', async () => {
      const early = await log.openRound();
      await log.acknowledged([{ streamSeq: 7, eventId: 'a:1' }, { streamSeq: 8, eventId: 'a:2' }], early);
      const late = await log.openRound();
      expect(late).toBeGreaterThan(early);
      await log.forgetAcknowledgedAbove(7, late);
      await log.acknowledged([{ streamSeq: 9, eventId: 'a:2' }, { streamSeq: 10, eventId: 'a:3' }], early);
      expect(await log.lastAcknowledged()).toMatchObject({ streamSeq: 7 });
      await log.append([anEvent({ tenant: 'ours', aggregate: 'a', seq: 5 })], early);
      await log.acknowledged([{ streamSeq: 9, eventId: 'a:5' }], early);
      await log.acknowledged([{ streamSeq: 8, eventId: 'a:3' }], late);
      expect((await log.unacknowledged(undefined, 9)).events.map(({ id }) => id)).toEqual(['a:2', 'a:4']);
    });
    it('say nothing when nothing or an unknown event is acknowledged', async () => {
      await log.acknowledged([], 1);
      await log.acknowledged([{ streamSeq: 3, eventId: 'nobody:1' }], 1);
      expect(await log.lastAcknowledged()).toBeUndefined();
    });
  });
}
