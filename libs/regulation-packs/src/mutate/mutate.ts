import type { PackDocument } from '@huiyin/regulation-engine';
import { examplesOf } from '../cases/case-document.ts';
import { runCases } from '../cases/run-cases.ts';
import { rulesOf } from '../lint/rule-references.ts';
import type { LoadedPack } from '../load/load-pack.ts';
import type { ListedSurvivor } from './listed-survivors.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

export interface MutationResult {
  readonly mutants: number;
  readonly killed: number;
  /** Nothing noticed these, and nobody listed them. */
  readonly survived: readonly Mutant[];
  /** Survivors that are listed with their reason. */
  readonly excused: readonly Mutant[];
  /** Entries of the list that survive no more, or are no mutant. */
  readonly stale: readonly string[];
}

/** Examples of the mutant's rule first: they are the likeliest to notice it. */
function orderFor(pack: PackDocument, rule: string): readonly number[] {
  const { cases } = examplesOf(pack);
  const about = (index: number): boolean => rulesOf(cases[index]?.rule ?? []).includes(rule);
  const all = [...cases.keys()];
  return [...all.filter(about), ...all.filter((index) => !about(index))];
}

function isKilled(mutant: Mutant, cores: readonly PackDocument[], bases: readonly PackDocument[]): boolean {
  try {
    return runCases(mutant.pack, cores, { bases, stopAtFirst: true, order: orderFor(mutant.pack, mutant.rule) }).length > 0;
  } catch {
    // It does not even compile.
    return true;
  }
}

/** Breaks a pack in every way the examples should notice, and plays them on each. The pack itself must hold its examples. */
export function mutate(pack: LoadedPack, cores: readonly LoadedPack[], listed: readonly ListedSurvivor[] = [], bases: readonly PackDocument[] = []): MutationResult {
  const documents = cores.map(({ document }) => document);
  const mutants = mutantsOf(pack, cores);
  const survivors = mutants.filter((mutant) => !isKilled(mutant, documents, bases));
  const ids = new Set(survivors.map(({ id }) => id));
  const excuses = new Set(listed.map(({ mutant }) => mutant));
  return {
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    survived: survivors.filter(({ id }) => !excuses.has(id)),
    excused: survivors.filter(({ id }) => excuses.has(id)),
    stale: [...excuses].filter((id) => !ids.has(id)),
  };
}

/** Survivors by rule, then the count. */
export function mutationLines(id: string, result: MutationResult): readonly string[] {
  const byRule = new Map<string, string[]>();
  for (const { rule, id: mutant } of result.survived) byRule.set(rule, [...(byRule.get(rule) ?? []), mutant]);
  const rules = [...byRule].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return [
    ...rules.flatMap(([rule, mutants]) => [`${id}/${rule}`, ...mutants.map((mutant) => `  survives: ${mutant}`)]),
    ...result.stale.map((mutant) => `listed, but no survivor: ${mutant}`),
    `${id}: ${result.mutants} mutants, ${result.killed} killed, ${result.excused.length} survive with a reason, ${result.survived.length} survive`,
  ];
}
