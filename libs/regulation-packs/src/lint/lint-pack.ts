import { basename } from 'node:path';
import { loadCore, loadPack, readPack, type LoadedPack } from '../load/load-pack.ts';
import { listCores, listPacks, packFolder } from '../load/pack-directory.ts';
import type { PackProblem } from '../load/pack-problem.ts';
import { lintPolicy } from './lint-policy.ts';
import { finding } from './lint-subject.ts';
import { cases } from './rules/cases.ts';
import { unused } from './rules/unused.ts';

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
  const folder = basename(pack.directory);
  const named = folder === pack.document.pack ? [] : [{ ...finding(pack, 'pack', 'packIdDiffers', `a pack is called like its folder, ${folder}`), found: pack.document.pack, allowed: [folder] }];
  const subject = { cores, packs: [...bases, pack], overrides: {} };
  const problems = [...named, ...lintPolicy(subject)];
  if (problems.some(({ severity }) => severity === 'error')) return problems;
  // What nothing uses says nothing of a pack that is wrong elsewhere.
  return [...problems, ...unused(subject).filter((problem) => !problems.some(({ path }) => path === problem.path)), ...cases(pack, cores.map(({ document }) => document), bases.map(({ document }) => document))];
}
