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
  samples.sort();
  return { runs, medianUs: samples[Math.floor(runs / 2)] ?? 0, p95Us: samples[Math.floor(runs * 0.95)] ?? 0 };
}

/** A fixed piece of arithmetic and JSON, measured in the same run: what a figure is a ratio to. */
export function yardstick(): Measured {
  const document = { numbers: Array.from({ length: 200 }, (_, index) => index * 1.5), words: Array.from({ length: 50 }, (_, index) => `word-${index}`) };
  return measure(2_000, () => void JSON.parse(JSON.stringify(document)));
}
