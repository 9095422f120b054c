import { memoryStores } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { aStored, someEvents } from '@huiyin/platform-persistence/suites';
import { readLogPage, readSeq } from './log-page.ts';

describe('readLogPage', () => {
  let stores: Stores;
  const seqs = async (afterSeq: number): Promise<number[]> => (await readLogPage(stores.matters, stores.log, { tenant: 't', aggregate: 'a', afterSeq })).events.map(({ seq }) => seq);
  beforeEach(() => {
    stores = memoryStores();
  });

  it('goes on from the log to what is still pending, without repeating', async () => {
    const events = someEvents('t', 'a', 5);
    await stores.log.append(events.slice(0, 3));
    await stores.matters.forTenant('t').insert(aStored({ id: 'a', tenant: 't', matter: { seq: 5 }, pending: events.slice(1) }));
    expect(await seqs(0)).toEqual([1, 2, 3, 4, 5]);
    expect(await seqs(3)).toEqual([4, 5]);
    expect(await seqs(5)).toEqual([]);
  });
  it('is bounded by size and never empty while there is something', async () => {
    const large = someEvents('t', 'a', 4).map((event) => ({ ...event, data: { ...event.data, data: { text: 'x'.repeat(300_000) } } }));
    await stores.log.append(large);
    expect(await seqs(0)).toEqual([1]);
    expect(await seqs(1)).toEqual([2]);
  });
  it('is bounded by count', async () => {
    await stores.log.append(someEvents('t', 'a', 250));
    expect(await seqs(0)).toHaveLength(200);
    expect(await seqs(200)).toHaveLength(50);
  });
  it('refuses a request that names no aggregate', async () => {
    await expect(readLogPage(stores.matters, stores.log, { tenant: 't', aggregate: { $gt: '' } as unknown as string, afterSeq: 0 })).rejects.toThrow(RangeError);
    await expect(readSeq(stores.matters, { tenant: '', aggregate: 'a' })).rejects.toThrow(RangeError);
  });
  it('gives nothing of another operator', async () => {
    await stores.log.append(someEvents('other', 'a', 2));
    expect(await seqs(0)).toEqual([]);
    expect(await readSeq(stores.matters, { tenant: 't', aggregate: 'a' })).toEqual({ seq: 0 });
  });
});
