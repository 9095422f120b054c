import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of this package: the same two levels above, from `src` and from `dist`. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folder that holds one folder per regulation. */
export const packDirectory = join(root, 'packs');
/** Folder of the packs that prove what the language carries; nobody adopts them. */
export const proofsDirectory = join(root, 'proofs');
export const schemaFile = join(root, 'schema', 'pack.schema.json');
/** Beside a pack's files: mutants that no example can notice, each with its reason. No part of the pack. */
export const survivorsFile = 'mutants.yaml';
/** Indexes of the rule numbers of each card. */
export const cardDirectory = join(root, 'cards');
/** Stored histories that must fold and decide alike with every release. */
export const goldenDirectory = join(root, 'golden');
/** Examples of the language, one file a chapter of its reference. */
export const referenceDirectory = join(root, 'reference');
/** Where the generated reference stands. */
export const docsDirectory = join(root, '..', '..', 'docs', 'packs');

/** Ids of the packs present, in natural order (`s2.4` before `s2.10`). */
export function listPacks(directory: string = packDirectory): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** `core.yaml` of every service of this workspace. */
export function listCores(): readonly string[] {
  const libraries = join(root, '..');
  return readdirSync(libraries, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(libraries, entry.name, 'domain', 'core.yaml'))
    .filter((file) => existsSync(file))
    .sort();
}
