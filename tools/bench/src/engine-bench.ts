import { compileCost } from './engine/compile-cost.ts';
import type { PolicyName } from './engine/compile-once.ts';
import { HOSTILE, lintOf } from './engine/hostile-pack.ts';
import { measuredActs } from './engine/measured-acts.ts';
import { RepairHouse } from './engine/repair-house.ts';
import { tableOf } from './engine/report.ts';
import type { Line } from './engine/report.ts';
import { measureInTurn, yardstick } from './measure.ts';
import { countItems, totalOf } from './policy/count-items.ts';
import { fortyFourPacks, ITEMS, manyItems, onePack, stackedPacks } from './policy/packs-of-the-bench.ts';
import type { BenchPacks } from './policy/packs-of-the-bench.ts';

const RUNS = 4_000;
const ACT_US = 50;
const COMPILE_MS = 500;
const HEAP_MB = 32;
const LINT_MS = 5_000;

/** Acts of S2.4 with one and with 44 packs adopted, what compiling takes, and what becomes of hostile expressions, each against what is demanded. */
export function engineBench(): void {
  policies();
  acts();
  compiling();
  hostile();
}

function policies(): void {
  console.log('\npolicies');
  for (const [name, packs] of Object.entries({ 'one pack': onePack(), '44 packs': fortyFourPacks(), '44 on one kind': stackedPacks(), '3,700 items': manyItems() })) console.log(`  ${name.padEnd(14)} ${contents(packs)}`);
}

function contents({ cores, packs }: BenchPacks): string {
  const counts = countItems(packs);
  const parts = Object.entries(counts).filter(([, number]) => number > 0).map(([section, number]) => `${number} ${section}`);
  return `${packs.length} packs, ${totalOf(counts)} items (${parts.join(', ')}), and ${totalOf(countItems(cores))} of the cores`;
}

function acts(): void {
  const rule = yardstick().medianUs;
  const [one, many, stacked] = [onePack(), fortyFourPacks(), stackedPacks()].map((packs) => measuredActs(new RepairHouse(packs)));
  console.log(`\nan act, decided and reacted to: median with one pack · with 44 · their ratio · p95 with 44 · yardsticks with 44 · 44 packs on one kind (yardstick ${rule.toFixed(1)} µs: 3 kB of JSON written and read)`);
  const lines = [...one!.keys()].map((act): Line => {
    const [alone, among, onOne] = measureInTurn(RUNS, [one!.get(act)!, many!.get(act)!, stacked!.get(act)!]);
    const figures = [us(alone!.medianUs), us(among!.medianUs), `${(among!.medianUs / alone!.medianUs).toFixed(2)} ×`, us(among!.p95Us), (among!.medianUs / rule).toFixed(2), us(onOne!.medianUs)];
    return { what: act, figures, target: { text: `≤ ${ACT_US} µs with 44`, met: among!.medianUs <= ACT_US } };
  });
  for (const line of tableOf(lines)) console.log(line);
}

function compiling(): void {
  console.log('\ncompiling: the first in a process · median of nine more · the processor\'s time in these · heap kept, the document gone');
  const rows: readonly (readonly [string, PolicyName, boolean])[] = [['S2.4 alone', 'onePack', false], [`${ITEMS.toLocaleString('en')} items`, 'manyItems', true], ['44 packs', 'fortyFourPacks', false]];
  const lines = rows.map(([what, policy, demanded]): Line => {
    const { firstMs, medianMs, processorMs, retained } = compileCost(policy);
    const megabytes = retained / 1_048_576;
    const target = { text: `≤ ${COMPILE_MS} ms, ≤ ${HEAP_MB} MB`, met: processorMs <= COMPILE_MS && megabytes <= HEAP_MB };
    return { what, figures: [`${firstMs.toFixed(0)} ms`, `${medianMs.toFixed(0)} ms`, `${processorMs.toFixed(0)} ms`, `${megabytes.toFixed(1)} MB`], ...(demanded && { target }) };
  });
  for (const line of tableOf(lines)) console.log(line);
}

function hostile(): void {
  lintOf('matter.final');
  console.log(`\nhostile expressions: time of the whole lint with the cores (a harmless one: ${lintOf('matter.final').ms.toFixed(0)} ms) · refused as`);
  const lines = Object.entries(HOSTILE).map(([what, expression]): Line => {
    const { problems, ms } = lintOf(expression);
    return { what, figures: [`${ms.toFixed(0)} ms`, problems[0]?.code ?? 'let through'], target: { text: `refused within ${LINT_MS / 1_000} s`, met: problems.length > 0 && ms <= LINT_MS } };
  });
  for (const line of tableOf(lines)) console.log(line);
}

function us(value: number): string {
  return `${value.toFixed(1)} µs`;
}
