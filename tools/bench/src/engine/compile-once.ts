import { compilePolicy } from '@huiyin/regulation-engine';
import type { CompiledPolicy, PolicyDocument } from '@huiyin/regulation-engine';
import { fortyFourPacks, manyItems, onePack } from '../policy/packs-of-the-bench.ts';
import { documentOf } from './repair-house.ts';

/** Started by the bench in a process of its own, with `--expose-gc` and the name of a policy: writes what compiling it takes, as one line of JSON. */
const POLICIES = { onePack, manyItems, fortyFourPacks } as const;

export type PolicyName = keyof typeof POLICIES;

export interface CompileCost {
  /** Of the first compilation in the process, and the median of those after it, by the clock. */
  readonly firstMs: number;
  readonly medianMs: number;
  /** Median of the processor's time, collecting garbage and optimising included: what the clock shows on a machine with nothing else to do. */
  readonly processorMs: number;
  /** Bytes that stay on the heap with the compiled policy, its document gone. */
  readonly retained: number;
}

const AGAIN = 9;

function costOf(json: string): CompileCost {
  const compiled = (): CompiledPolicy => compilePolicy(JSON.parse(json) as PolicyDocument, { hash: 'bench' });
  const first = timed(compiled);
  const times = Array.from({ length: AGAIN }, () => timed(compiled));
  const before = heapUsed();
  const policy = compiled();
  const retained = heapUsed() - before;
  if (policy.problems.length > 0) throw new Error('the policy has problems');
  return { firstMs: first.clockMs, medianMs: median(times.map(({ clockMs }) => clockMs)), processorMs: median(times.map(({ processorMs }) => processorMs)), retained };
}

function timed(work: () => unknown): { readonly clockMs: number; readonly processorMs: number } {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { clockMs: performance.now() - began, processorMs: (user + system) / 1_000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function heapUsed(): number {
  if (!globalThis.gc) throw new Error('start with --expose-gc');
  for (let times = 0; times < 3; times += 1) void globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const name = process.argv[2] as PolicyName;
console.log(JSON.stringify(costOf(JSON.stringify(documentOf(POLICIES[name]())))));
