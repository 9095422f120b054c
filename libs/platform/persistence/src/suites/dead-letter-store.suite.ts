import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadLetterStore } from '../dead-letter.port.ts';
import type { Stores } from '../tokens.ts';
import { anEvent } from './fixtures.ts';

/** What every `DeadLetterStore` does. */
export function deadLetterStoreSuite(make: () => Promise<Stores> | Stores): void {
  let letters: DeadLetterStore;
  beforeEach(async () => {
    letters = (await make()).deadLetters;
  });
  const letter = (tenant: string, aggregate: string, storedAt: string) => ({ event: anEvent({ tenant, aggregate, seq: 1 }), reason: 'refused', failures: 5, storedAt });

  describe('a parked aggregate', () => {
    it('is parked for its operator until it is released', async () => {
      await letters.park(letter('ours', 'a', '2025-03-01T00:00:01.000Z'));
      expect(await letters.isParked('ours', 'a')).toBe(true);
      expect(await letters.isParked('theirs', 'a')).toBe(false);
      await letters.release('theirs', 'a');
      expect(await letters.isParked('ours', 'a')).toBe(true);
      await letters.release('ours', 'a');
      expect(await letters.isParked('ours', 'a')).toBe(false);
    });
    it('is parked no more but still listed while it is replayed, and parked again by a new failure', async () => {
      await letters.park(letter('ours', 'a', '2025-03-01T00:00:01.000Z'));
      await letters.beginReplay('ours', 'a');
      await letters.beginReplay('ours', 'nobody');
      expect(await letters.isParked('ours', 'a')).toBe(false);
      expect(await letters.parked()).toEqual([{ ...letter('ours', 'a', '2025-03-01T00:00:01.000Z'), replaying: true }]);
      await letters.park(letter('ours', 'a', '2025-03-01T00:00:02.000Z'));
      expect(await letters.isParked('ours', 'a')).toBe(true);
      expect(await letters.parked()).toEqual([letter('ours', 'a', '2025-03-01T00:00:02.000Z')]);
    });
    it('shows its last failure when it is parked again', async () => {
      await letters.park(letter('ours', 'a', '2025-03-01T00:00:01.000Z'));
      await letters.park({ ...letter('ours', 'a', '2025-03-01T00:00:02.000Z'), reason: 'again' });
      expect(await letters.parked('ours')).toEqual([{ ...letter('ours', 'a', '2025-03-01T00:00:02.000Z'), reason: 'again' }]);
    });
    it('is listed with the others, the oldest first, by operator or all', async () => {
      await letters.park(letter('ours', 'b', '2025-03-01T00:00:02.000Z'));
      await letters.park(letter('theirs', 'c', '2025-03-01T00:00:01.000Z'));
      await letters.park(letter('ours', 'a', '2025-03-01T00:00:03.000Z'));
      expect((await letters.parked()).map(({ event }) => event.aggregate)).toEqual(['c', 'b', 'a']);
      expect((await letters.parked('ours')).map(({ event }) => event.aggregate)).toEqual(['b', 'a']);
    });
  });
}
