import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CRASH_POINTS } from '../../src/crash/crash-points.ts';
import type { CrashPoint } from '../../src/crash/crash-points.ts';
import { eventually } from './eventually.ts';
import { differences } from './trial-check.ts';
import { TrialProcess } from './trial-process.ts';
import { storyOf } from './trial-world.ts';
import type { TrialStory, TrialWorld } from './trial-world.ts';

/** Stops a process at every named step boundary, restarts it, and shows that nothing is lost or done twice. */
export function crashPointsSuite(make: () => Promise<TrialWorld> | TrialWorld, withinMs: number): void {
  let world: TrialWorld;
  let running: TrialProcess[] = [];
  beforeAll(async () => {
    world = await make();
  });
  afterEach(async () => {
    await Promise.all(running.map(async (process) => process.stop()));
    running = [];
  });

  const start = async (story: TrialStory, holder: string, armed?: CrashPoint): Promise<TrialProcess> => {
    const process = new TrialProcess(world, story, holder, armed);
    running.push(process);
    await process.start();
    return process;
  };
  const untilParked = async (story: TrialStory): Promise<void> => eventually(async () => expect(await world.consumer.deadLetters.parked(story.tenant)).toHaveLength(1), withinMs);
  const untilRight = async (story: TrialStory): Promise<void> => eventually(async () => expect(await differences(world, story)).toEqual([]), withinMs);

  /** Everything happens once without a crash, and then the broker has lost it all. */
  const before = async (story: TrialStory): Promise<void> => {
    const process = await start(story, `${story.tenant}-0`);
    process.mended = true;
    await untilRight(story);
    await process.stop();
    await world.loseStream();
  };

  describe('every event is applied once and in order, and every alarm fires once, when the process stops', () => {
    it.each(CRASH_POINTS)('at %s', async (point) => {
      const story = storyOf(point);
      if (point.startsWith('guard.')) await before(story);
      const first = await start(story, `${story.tenant}-1`, point);
      const mend = untilParked(story).then(() => {
        first.mended = true;
      }, () => undefined);
      await within(withinMs, first.crashed);
      const second = await start(story, `${story.tenant}-2`);
      // The first may have come to its point only after it had parked, and an operator mended, what cannot be applied.
      if (!point.startsWith('guard.') && !first.mended) await untilParked(story);
      second.mended = true;
      await untilRight(story);
      await Promise.race([mend, first.crashed]);
    }, 60_000);
  });
}

async function within(forMs: number, event: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The process never came to this point')), forMs);
  });
  await Promise.race([event, late]).finally(() => clearTimeout(timer));
}
