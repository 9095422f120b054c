/** Distribution of repeated runs of one piece of work, in microseconds. */
export interface Measured {
  readonly runs: number;
  readonly medianUs: number;
  readonly p95Us: number;
}

/**
 * Runs a piece of work until `runs` samples are taken, after a warm-up of a tenth of them.
 * @param work called with the number of the sample
 */
export function measure(runs: number, work: (sample: number) => void): Measured {
  const warmUp = Math.ceil(runs / 10);
  for (let sample = 0; sample < warmUp; sample += 1) work(sample);
  const samples = new Float64Array(runs);
  for (let sample = 0; sample < runs; sample += 1) {
    const began = process.hrtime.bigint();
    work(sample);
    samples[sample] = Number(process.hrtime.bigint() - began) / 1_000;
  }
  return distribution(samples);
}

/**
 * Runs several pieces of work in turn, in short stretches of each, so that what else the machine does falls on all of them alike.
 * @returns the distributions in the order of the works
 */
export function measureInTurn(runs: number, works: readonly (() => void)[]): readonly Measured[] {
  const rounds = Math.ceil(runs / STRETCH);
  const samples = works.map(() => new Float64Array(rounds * STRETCH));
  for (const work of works) for (let sample = 0; sample < runs / 4; sample += 1) work();
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) stretch(work, samples[index]!.subarray(round * STRETCH, (round + 1) * STRETCH));
  }
  return samples.map(distribution);
}

const STRETCH = 100;

function stretch(work: () => void, into: Float64Array): void {
  for (let sample = 0; sample < into.length; sample += 1) {
    const began = process.hrtime.bigint();
    work();
    into[sample] = Number(process.hrtime.bigint() - began) / 1_000;
  }
}

function distribution(samples: Float64Array): Measured {
  const sorted = samples.sort();
  return { runs: sorted.length, medianUs: sorted[Math.floor(sorted.length / 2)] ?? 0, p95Us: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

/** A fixed piece of arithmetic and JSON, measured in the same run: what a figure is a ratio to. */
export function yardstick(): Measured {
  const document = { numbers: Array.from({ length: 200 }, (_, index) => index * 1.5), words: Array.from({ length: 50 }, (_, index) => `word-${index}`) };
  return measure(2_000, () => void JSON.parse(JSON.stringify(document)));
}
