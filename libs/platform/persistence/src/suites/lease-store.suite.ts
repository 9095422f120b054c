import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LeaseStore } from '../dead-letter.port.ts';
import type { Stores } from '../tokens.ts';

/** What every `LeaseStore` does. */
export function leaseStoreSuite(make: () => Promise<Stores> | Stores): void {
  let leases: LeaseStore;
  beforeEach(async () => {
    leases = (await make()).leases;
  });

  describe('a lease', () => {
    it('is held by one instance until it ends', async () => {
      expect(await leases.acquire('p/0', 'one', 100, 1000)).toEqual({ fence: 1 });
      expect(await leases.acquire('p/0', 'two', 100, 1099)).toBeUndefined();
      expect(await leases.acquire('p/0', 'two', 100, 1100)).toEqual({ fence: 2 });
      expect(await leases.acquire('p/0', 'one', 100, 1150)).toBeUndefined();
    });
    it('is renewed by its holder under the same fence', async () => {
      await leases.acquire('p/0', 'one', 100, 1000);
      expect(await leases.acquire('p/0', 'one', 100, 1090)).toEqual({ fence: 1 });
      expect(await leases.acquire('p/0', 'two', 100, 1150)).toBeUndefined();
    });
    it('has a higher fence with every new holder, after it was given back too', async () => {
      await leases.acquire('p/0', 'one', 100, 1000);
      await leases.release('p/0', 'two');
      expect(await leases.acquire('p/0', 'two', 100, 1001)).toBeUndefined();
      await leases.release('p/0', 'one');
      expect(await leases.acquire('p/0', 'two', 100, 1002)).toEqual({ fence: 2 });
      await leases.release('p/0', 'two');
      expect(await leases.acquire('p/0', 'two', 100, 1003)).toEqual({ fence: 3 });
    });
    it('goes to exactly one of many that ask at once', async () => {
      const got = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (holder) => leases.acquire('p/0', holder, 100, 1000)));
      expect(got.filter((lease) => lease !== undefined)).toEqual([{ fence: 1 }]);
    });
    it('is listed by prefix while it lives', async () => {
      await leases.acquire('p/member/a', 'a', 100, 1000);
      await leases.acquire('p/member/b', 'b', 200, 1000);
      await leases.acquire('q/member/c', 'c', 200, 1000);
      expect((await leases.live('p/member/', 1050)).map(({ holder }) => holder).sort()).toEqual(['a', 'b']);
      expect(await leases.live('p/member/', 1100)).toEqual([{ name: 'p/member/b', holder: 'b' }]);
    });
  });
}
