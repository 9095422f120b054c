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

/** Folder with an operator's own regulations, installed beside ours (`HUIYIN_PACK_FOLDER`); undefined where there is none. */
export const ownPackDirectory = (): string | undefined => process.env['HUIYIN_PACK_FOLDER'] || undefined;

/** Ids of the packs present, in natural order (`s2.4` before `s2.10`); without a folder given, ours and the operator's own. */
export function listPacks(directory?: string): readonly string[] {
  const own = ownPackDirectory();
  const found = new Set(directory !== undefined ? packsIn(directory) : [...packsIn(packDirectory), ...(own === undefined ? [] : packsIn(own))]);
  return [...found].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** Folder of a pack by its id; ours before an operator's own of the same id. */
export function packFolder(id: string): string {
  const ours = join(packDirectory, id);
  const own = ownPackDirectory();
  return own === undefined || existsSync(join(ours, 'pack.yaml')) ? ours : join(own, id);
}

function packsIn(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'pack.yaml')))
    .map((entry) => entry.name);
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
