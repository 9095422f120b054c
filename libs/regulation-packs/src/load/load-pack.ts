import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackDocument } from '@huiyin/regulation-engine';
import { checkShape } from '../schema/check-shape.ts';
import { mergeFiles } from './merge-files.ts';
import { PackRefusedError, type PackProblem } from './pack-problem.ts';
import { packFolder, survivorsFile } from './pack-directory.ts';
import type { Positions } from './positions.ts';
import { readYaml } from './read-yaml.ts';

/** A pack as parsed, with the place of every item. */
export interface LoadedPack {
  readonly document: PackDocument;
  readonly positions: Positions;
  /** The folder it was read from. */
  readonly directory: string;
}

/** What reading found; `pack` is there only without problems. */
export interface PackReading {
  readonly pack?: LoadedPack;
  readonly problems: readonly PackProblem[];
}

/** More than any pack will ever have. */
const mostFiles = 200;

const refused = (file: string, message: string, more: { readonly found?: string } = {}): PackReading => ({ problems: [{ code: 'yaml', severity: 'error', path: '', message, file, line: 1, column: 1, ...more }] });

function readFiles(directory: string, names: readonly string[], shownBelow: string): PackReading {
  if (names.length > mostFiles) return refused(shownBelow, `a pack has at most ${mostFiles} files`, { found: String(names.length) });
  const files = names.map((name) => readYaml(join(directory, name), join(shownBelow, name)));
  const unreadable = files.flatMap((file) => file.problems);
  if (unreadable.length > 0) return { problems: unreadable };
  const merged = mergeFiles(files, join(shownBelow, names[0] ?? ''));
  if (merged.problems.length > 0) return { problems: merged.problems };
  const problems = checkShape(merged.value, merged.positions);
  if (problems.length > 0) return { problems: problems };
  return { pack: { document: merged.value as unknown as PackDocument, positions: merged.positions, directory }, problems: [] };
}

/** Reads a pack's folder, all its `*.yaml` in the order of their names (scenarios stand in a folder of their own, listed mutants are no part of it). */
export function readPack(directory: string): PackReading {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) return refused(directory, 'there is no such folder');
  if (!existsSync(join(directory, 'pack.yaml'))) return refused(join(basename(directory), 'pack.yaml'), 'a pack begins with pack.yaml, and the folder has none');
  const names = readdirSync(directory).filter((name) => name.endsWith('.yaml') && name !== survivorsFile).sort();
  return readFiles(directory, ['pack.yaml', ...names.filter((name) => name !== 'pack.yaml')], basename(directory));
}

/** Reads a service's core: `core.yaml` and its texts in `core.*.yaml` beside it. */
export function readCore(file: string): PackReading {
  const directory = dirname(file);
  const names = readdirSync(directory).filter((name) => /^core\.[a-z-]+\.yaml$/.test(name)).sort();
  const service = basename(dirname(directory));
  return readFiles(directory, [basename(file), ...names], join(service, 'domain'));
}

function taken(reading: PackReading, name: string): LoadedPack {
  if (reading.pack === undefined) throw new PackRefusedError(name, reading.problems);
  return reading.pack;
}

/**
 * Loads a pack by id (`s2.4`) or by folder.
 * @throws PackRefusedError with every problem, each with file, line, column, path, found and allowed
 */
export function loadPack(idOrDirectory: string): LoadedPack {
  const directory = /[\\/]/.test(idOrDirectory) ? idOrDirectory : packFolder(idOrDirectory);
  return taken(readPack(directory), basename(directory));
}

/**
 * Loads a service's `core.yaml`.
 * @throws PackRefusedError
 */
export function loadCore(file: string): LoadedPack {
  return taken(readCore(file), file);
}
