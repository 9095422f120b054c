import { backOffMs } from './back-off.ts';
import { inParallel } from './in-parallel.ts';
import { Pause } from './pause.ts';

describe('backOffMs', () => {
  it('doubles from the first wait to the longest', () => {
    expect([0, 1, 2, 3, 4, 5, 1000].map((failures) => backOffMs(failures, 100, 1000))).toEqual([100, 100, 200, 400, 800, 1000, 1000]);
  });
});

describe('inParallel', () => {
  it('keeps the order of results and never runs more than the width', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return item * 2;
    });
    expect(results).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });
  it('throws the first error after the rest has ended', async () => {
    const ended: number[] = [];
    const work = inParallel([1, 2], 2, async (item) => {
      if (item === 1) throw new Error('first');
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(item);
    });
    await expect(work).rejects.toThrow('first');
    expect(ended).toEqual([2]);
  });
});

describe('Pause', () => {
  it('ends at once when it was woken before or is woken meanwhile', async () => {
    const pause = new Pause();
    pause.wake();
    await pause.wait(60_000);
    const waiting = pause.wait(60_000);
    pause.wake();
    await waiting;
  });
  it('ends after its time', async () => {
    await new Pause().wait(1);
  });
});
