import fc from 'fast-check';
import { simulate } from './simulate.ts';
import type { Control, Plan } from './plan.ts';

/** Other seeds and more runs: HUIYIN_SIMULATION_SEED, HUIYIN_SIMULATION_RUNS. */
const SEED = Number(process.env['HUIYIN_SIMULATION_SEED'] ?? 20_250_301);
const RUNS = Number(process.env['HUIYIN_SIMULATION_RUNS'] ?? 2000);

const plans = (control: Control): fc.Arbitrary<Plan> =>
  fc.record({
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    aggregates: fc.integer({ min: 1, max: 3 }),
    acts: fc.integer({ min: 1, max: 4 }),
    crashes: fc.integer({ min: 0, max: 8 }),
    roadFaults: fc.integer({ min: 0, max: 8 }),
    redeliveries: fc.integer({ min: 0, max: 6 }),
    losses: fc.integer({ min: 0, max: 2 }),
    control: fc.constant(control),
  });

async function play(plan: Plan): Promise<void> {
  const verdict = await simulate(plan);
  const wrong = [...verdict.violations, ...verdict.unexpected, ...(verdict.end === 'quiet' ? [] : [`the run ended ${verdict.end}`])];
  if (wrong.length > 0) throw new Error(`seed ${plan.seed}: ${wrong.join('; ')}`);
}

describe('the event path under crashes, lost requests, redeliveries and a forgetful broker', () => {
  it('applies every committed event once and in order at every consumer, and fires every alarm once', async () => {
    await fc.assert(fc.asyncProperty(plans('none'), play), { numRuns: RUNS, seed: SEED, endOnFailure: true });
  }, 300_000);
});

describe('the checker', () => {
  it.each([
    ['the inbox is off', 'inbox-off', /applied/],
    ['messages are acknowledged before their effect is stored', 'acknowledge-first', /applied|too-long/],
    ['the relay clears before it publishes', 'clear-first', /applied|too-long/],
  ] as const)('fails when %s, and names the seed', async (_, control, sentence) => {
    const run = await fc.check(fc.asyncProperty(plans(control), play), { numRuns: 200, seed: SEED, endOnFailure: true });
    expect(run.failed).toBe(true);
    expect(String(run.errorInstance)).toMatch(/seed \d+/);
    expect(String(run.errorInstance)).toMatch(sentence);
  }, 120_000);

  it.each(['acknowledge-first', 'clear-first'] as const)('needs the faults to see that parts are wrong (%s): without any, nothing is', async (control) => {
    const undisturbed: Plan = { seed: SEED, aggregates: 2, acts: 1, crashes: 0, roadFaults: 0, redeliveries: 0, losses: 0, control };
    expect(await simulate(undisturbed)).toMatchObject({ end: 'quiet', violations: [], unexpected: [] });
  });
});
