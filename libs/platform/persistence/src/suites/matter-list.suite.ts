import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MatterFilter, TenantMatters } from '../matter-store.port.ts';
import type { Stores } from '../tokens.ts';
import { aStored } from './fixtures.ts';

/** How every `MatterStore` filters, sorts and pages. */
export function matterListSuite(make: () => Promise<Stores> | Stores): void {
  let ours: TenantMatters;
  const put = async (id: string, given: Parameters<typeof aStored>[0]['matter'] & object, readers: readonly string[] = []): Promise<void> => {
    await ours.insert(aStored({ id, tenant: 'ours', kind: given.kind ?? 'repair', readers, matter: given }));
  };
  const ids = async (filter: MatterFilter, sort: 'openedAt' | '-openedAt' | 'number' | '-number' = 'openedAt', limit = 50): Promise<string[]> => (await ours.list(filter, { sort, limit })).items.map(({ id }) => id);

  beforeEach(async () => {
    const stores = await make();
    ours = stores.matters.forTenant('ours');
    await put('a', { openedAt: '2025-03-01T00:00:03.000Z', number: 'R-2', state: 'open', owner: 'li', facts: { place: 'b1', tags: ['lift', 'urgent'] } }, ['role-a']);
    await put('b', { openedAt: '2025-03-01T00:00:01.000Z', number: 'R-3', state: 'done', final: true, facts: { place: 'b2', rank: 3 } }, ['role-a', 'role-b']);
    await put('c', { openedAt: '2025-03-01T00:00:02.000Z', state: 'open', facts: { place: 'b1' } }, ['role-c']);
    await put('d', { openedAt: '2025-03-01T00:00:02.000Z', number: 'R-1', kind: 'order', state: 'open', facts: {} });
    await stores.matters.forTenant('theirs').insert(aStored({ id: 'x', tenant: 'theirs', readers: ['role-a'] }));
  });

  describe('a list', () => {
    it.each([
      ['everything of the operator', {}, ['b', 'c', 'd', 'a']],
      ['one kind', { kind: 'order' }, ['d']],
      ['what is open', { open: true }, ['c', 'd', 'a']],
      ['what is final', { open: false }, ['b']],
      ['a state', { equals: { state: 'done' } }, ['b']],
      ['an owner and a fact', { equals: { owner: 'li', place: 'b1' } }, ['a']],
      ['a number in a fact', { equals: { rank: 3 } }, ['b']],
      ['a list fact that holds the value', { equals: { tags: 'urgent' } }, ['a']],
      ['a fact that is not there', { equals: { rank: null } }, ['c', 'd', 'a']],
      ['any of the reader tokens', { readers: ['role-b', 'role-c'] }, ['b', 'c']],
      ['no reader token', { readers: [] }, []],
    ] as readonly (readonly [string, MatterFilter, readonly string[]])[])('gives %s', async (_, filter, expected) => {
      expect(await ids(filter)).toEqual(expected);
      expect(await ours.count(filter, 100)).toBe(expected.length);
    });
    it.each([
      ['openedAt', ['b', 'c', 'd', 'a']],
      ['-openedAt', ['a', 'd', 'c', 'b']],
      ['number', ['c', 'd', 'a', 'b']],
      ['-number', ['b', 'a', 'd', 'c']],
    ] as const)('is sorted by %s', async (sort, expected) => {
      expect(await ids({}, sort)).toEqual(expected);
    });
    it.each(['openedAt', '-openedAt', 'number', '-number'] as const)('has the same order by %s when it is read page by page', async (sort) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await ours.list({}, { sort, limit: 1, after });
        seen.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(await ids({}, sort));
    });
    it('counts no further than asked', async () => {
      expect(await ours.count({}, 2)).toBe(2);
    });
    it('refuses a name that no field can have and a cursor that is not its own', async () => {
      await expect(ours.list({ equals: { '$where': 'x' } }, { sort: 'openedAt', limit: 1 })).rejects.toThrow(RangeError);
      await expect(ours.list({ equals: { 'a.b': 'x' } }, { sort: 'openedAt', limit: 1 })).rejects.toThrow(RangeError);
      await expect(ours.list({}, { sort: 'openedAt', limit: 1, after: 'nonsense' })).rejects.toThrow(RangeError);
    });
    it('compares an object that looks like an operator as a value', async () => {
      expect(await ids({ equals: { state: { $gt: '' } } })).toEqual([]);
    });
  });
}
