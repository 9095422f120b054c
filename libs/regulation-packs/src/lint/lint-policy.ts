import type { FactMap, PackDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../load/load-pack.ts';
import type { PackProblem } from '../load/pack-problem.ts';
import type { LintRule, LintSubject } from './lint-subject.ts';
import { boundedLists } from './rules/bounded-lists.ts';
import { calendars } from './rules/calendars.ts';
import { citedWords } from './rules/cited-words.ts';
import { comparisons } from './rules/comparisons.ts';
import { compiles } from './rules/compiles.ts';
import { coverage } from './rules/coverage.ts';
import { cycleDebtors } from './rules/cycle-debtors.ts';
import { duesInRange } from './rules/dues-in-range.ts';
import { effectCycles } from './rules/effect-cycles.ts';
import { events } from './rules/events.ts';
import { expressions } from './rules/expressions.ts';
import { factCycles } from './rules/fact-cycles.ts';
import { fieldShapes } from './rules/field-shapes.ts';
import { hosts } from './rules/hosts.ts';
import { itemsWithRule } from './rules/items-with-rule.ts';
import { namesInKinds } from './rules/names-in-kinds.ts';
import { namesInSections } from './rules/names-in-sections.ts';
import { oneValuePerFact } from './rules/one-value-per-fact.ts';
import { states } from './rules/states.ts';
import { steps } from './rules/steps.ts';
import { tables } from './rules/tables.ts';
import { texts } from './rules/texts.ts';
import { valueOrder } from './rules/value-order.ts';
import { valueShapes } from './rules/value-shapes.ts';

const rules: readonly LintRule[] = [
  hosts, coverage, itemsWithRule, citedWords, boundedLists, states, steps, cycleDebtors, events, namesInKinds, namesInSections, tables, valueOrder, oneValuePerFact, effectCycles, factCycles, fieldShapes, valueShapes, calendars, duesInRange, comparisons, expressions, texts,
];

/** Everything an operator would adopt together. */
export interface PolicyToLint {
  readonly cores: readonly LoadedPack[];
  readonly packs: readonly LoadedPack[];
  /** The operator's figures, by which everything is looked at again: `{ "s2.4.promptly": "P2WD" }`. */
  readonly overrides?: FactMap;
}

function withOverrides(pack: LoadedPack, overrides: FactMap): LoadedPack {
  const own = Object.entries(overrides).flatMap(([key, value]) => (key.startsWith(`${pack.document.pack}.`) ? [[key.slice(pack.document.pack.length + 1), value] as const] : []));
  if (own.length === 0) return pack;
  const values = { ...pack.document.values };
  for (const [name, value] of own) {
    const before = values[name];
    if (before !== undefined) values[name] = { ...before, ...(typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { is: value }) } as typeof before;
  }
  return { ...pack, document: { ...pack.document, values } satisfies PackDocument };
}

/** Does a path lead to the item of the other, or into it? The places of entries are told differently by the engine. */
function sameItem(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => `${path.replace(/\[\d+\]/g, '')}.`) as [string, string];
  return a.startsWith(b);
}

/** Looks at cores and packs together, with the operator's figures in; findings in the order of files and lines. */
export function lintPolicy(policy: PolicyToLint): readonly PackProblem[] {
  const overrides = policy.overrides ?? {};
  const subject: LintSubject = { cores: policy.cores, packs: policy.packs.map((pack) => withOverrides(pack, overrides)), overrides };
  const looked = rules.flatMap((rule) => rule(subject));
  // What the engine finds too is told once, in the words of the rule that knows more.
  const found = [...looked, ...compiles(subject).filter((problem) => !looked.some((known) => known.file === problem.file && sameItem(known.path, problem.path)))];
  const seen = new Set<string>();
  return found
    .filter((problem) => {
      const key = `${problem.code} ${problem.path} ${problem.file} ${problem.message}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column || one.code.localeCompare(other.code));
}
