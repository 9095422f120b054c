import { memoryStores } from '@huiyin/platform-persistence';
import { FairLeases } from './fair-leases.ts';

describe('FairLeases', () => {
  let nowMs: number;
  let store: ReturnType<typeof memoryStores>['leases'];
  const member = (holder: string): FairLeases => new FairLeases({ store, clock: { nowMs: () => nowMs }, holder, name: 'partitions', count: 8, ttlMs: 1000 });
  const indices = (leases: FairLeases): number[] => leases.held().map(({ index }) => index).sort((a, b) => a - b);
  beforeEach(() => {
    nowMs = 0;
    store = memoryStores().leases;
  });

  it('gives everything to the only instance', async () => {
    const one = member('one');
    await one.renew();
    expect(indices(one)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('is shared as soon as another instance is there, and no part is held twice', async () => {
    const [one, two, three] = [member('one'), member('two'), member('three')];
    for (let round = 0; round < 4; round += 1) for (const each of [one, two, three]) await each.renew();
    const all = [one, two, three].flatMap(indices);
    expect(all.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const each of [one, two, three]) expect(indices(each).length).toBeLessThanOrEqual(3);
  });
  it('moves on from a dead instance when its leases end, under a higher fence', async () => {
    const [one, two] = [member('one'), member('two')];
    await one.renew();
    nowMs = 999;
    await two.renew();
    expect(indices(two)).toEqual([]);
    nowMs = 2001;
    await two.renew();
    expect(indices(two)).toHaveLength(8);
    expect(two.held().every(({ fence }) => fence === 2)).toBe(true);
  });
  it('holds nothing by its own clock once it has not renewed in time', async () => {
    const one = member('one');
    await one.renew();
    nowMs = 1000;
    expect(one.held()).toEqual([]);
  });
  it('leaves everything at once when it is given back', async () => {
    const [one, two] = [member('one'), member('two')];
    await one.renew();
    await one.releaseAll();
    await two.renew();
    expect(indices(two)).toHaveLength(8);
  });
});
