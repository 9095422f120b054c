import { loadCore, loadPack, readPack, type LoadedPack } from '../load/load-pack.ts';
import { listCores, listPacks, packFolder } from '../load/pack-directory.ts';
import type { PackProblem } from '../load/pack-problem.ts';
import { lintPolicy } from './lint-policy.ts';
import { finding } from './lint-subject.ts';
import { cases } from './rules/cases.ts';

/**
 * Reads and lints one pack, as if it were adopted alone on top of the services' cores (a variant: after the pack it varies), and plays its examples.
 * @param idOrDirectory `s2.4`, or a folder
 * @returns every problem with file, line and column; empty: the pack may be adopted
 */
export function lintPack(idOrDirectory: string, cores: readonly LoadedPack[] = listCores().map(loadCore)): readonly PackProblem[] {
  const reading = readPack(/[\\/]/.test(idOrDirectory) ? idOrDirectory : packFolder(idOrDirectory));
  const { pack } = reading;
  if (pack === undefined) return reading.problems;
  const { variantOf } = pack.document;
  if (variantOf !== undefined && (variantOf === pack.document.pack || !listPacks().includes(variantOf))) {
    return [{ ...finding(pack, 'variantOf', 'unknownPack', `there is no other pack ${variantOf} to vary`), found: variantOf, allowed: listPacks() }];
  }
  const bases = variantOf === undefined ? [] : [loadPack(variantOf)];
  const problems = lintPolicy({ cores, packs: [...bases, pack] });
  if (problems.some(({ severity }) => severity === 'error')) return problems;
  return [...problems, ...cases(pack, cores.map(({ document }) => document), bases.map(({ document }) => document))];
}
