import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantCopies } from '../copy-store.port.ts';
import type { Stores } from '../tokens.ts';
import { aMatter } from './fixtures.ts';

/** What every `CopyStore` does. */
export function copyStoreSuite(make: () => Promise<Stores> | Stores): void {
  let stores: Stores;
  let ours: TenantCopies;
  let theirs: TenantCopies;
  beforeEach(async () => {
    stores = await make();
    ours = stores.copies.forTenant('ours');
    theirs = stores.copies.forTenant('theirs');
  });
  const copy = (id: string, seq: number, more: object = {}) => aMatter({ id, tenant: 'ours', seq, ...more });

  describe('a copy', () => {
    it('is stored when it follows the sequence that is there', async () => {
      expect(await ours.save(copy('a', 1), 0)).toBe('stored');
      expect(await ours.save(copy('a', 2), 1)).toBe('stored');
      expect(await ours.load('a')).toEqual(copy('a', 2));
    });
    it('is refused when another has been faster', async () => {
      await ours.save(copy('a', 1), 0);
      await ours.save(copy('a', 2), 1);
      expect(await ours.save(copy('a', 2), 1)).toBe('conflict');
      expect(await ours.save(copy('a', 1), 0)).toBe('conflict');
      expect(await ours.save(copy('b', 5), 4)).toBe('conflict');
      expect(await ours.load('a')).toEqual(copy('a', 2));
    });
    it('is stored by exactly one of two rivals', async () => {
      const results = await Promise.all([ours.save(copy('a', 1), 0), ours.save(copy('a', 1), 0)]);
      expect(results.sort()).toEqual(['conflict', 'stored']);
    });
    it('is seen by its operator only', async () => {
      await ours.save(copy('a', 1, { links: { asset: 'x' } }), 0);
      expect(await theirs.load('a')).toBeUndefined();
      expect(await theirs.loadMany(['a'])).toEqual([]);
      expect(await theirs.ofKind('repair')).toEqual([]);
      expect(await theirs.linkedTo('x')).toEqual([]);
      expect(await theirs.handled()).toEqual({});
      expect(await theirs.save({ ...copy('a', 1), tenant: 'theirs' }, 0)).toBe('conflict');
      await expect(theirs.save(copy('b', 1), 0)).rejects.toThrow(RangeError);
      expect(() => stores.copies.forTenant('')).toThrow(RangeError);
    });
  });

  describe('copies', () => {
    beforeEach(async () => {
      await ours.save(copy('a', 2, { links: { asset: 'x' } }), 0);
      await ours.save(copy('b', 3, { kind: 'order', service: 'dispatch', links: { repair: 'a', asset: 'x' } }), 0);
      await ours.save(copy('c', 4), 0);
    });
    it('are found by id, kind and link', async () => {
      expect((await ours.loadMany(['c', 'a', 'nobody'])).map(({ id }) => id)).toEqual(['a', 'c']);
      expect((await ours.ofKind('repair')).map(({ id }) => id)).toEqual(['a', 'c']);
      expect((await ours.linkedTo('x')).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await ours.linkedTo('a')).map(({ id }) => id)).toEqual(['b']);
    });
    it('sum what was handled by producing service', async () => {
      expect(await ours.handled()).toEqual({ intake: 6, dispatch: 3 });
    });
  });
}
