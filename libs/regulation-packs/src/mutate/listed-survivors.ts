import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackProblem } from '../load/pack-problem.ts';
import { readYaml } from '../load/read-yaml.ts';
import { survivorsFile } from '../load/pack-directory.ts';

/** A mutant that no example can tell from the pack, and why that is so. */
export interface ListedSurvivor {
  readonly mutant: string;
  readonly why: string;
}

const isListed = (item: unknown): item is ListedSurvivor =>
  typeof item === 'object' && item !== null && typeof (item as ListedSurvivor).mutant === 'string' && typeof (item as ListedSurvivor).why === 'string' && Object.keys(item).length === 2;

/** Reads `mutants.yaml` of a pack's folder: a list of `mutant` and `why`. None: nothing is listed. */
export function listedSurvivors(directory: string): { readonly listed: readonly ListedSurvivor[]; readonly problems: readonly PackProblem[] } {
  const file = join(directory, survivorsFile);
  if (!existsSync(file)) return { listed: [], problems: [] };
  const shown = join(basename(directory), survivorsFile);
  const { value, problems } = readYaml(file, shown);
  if (problems.length > 0) return { listed: [], problems };
  if (!Array.isArray(value) || !value.every(isListed)) {
    return { listed: [], problems: [{ code: 'shape', severity: 'error', path: '', message: 'is a list of { mutant, why }', file: shown, line: 1, column: 1 }] };
  }
  return { listed: value, problems: [] };
}
