import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listPacks, packFolder, proofsDirectory } from './pack-directory.ts';

/**
 * Folder of a pack as the command line names it: by id (`s2.4`; of a pack, else of a proof) or by folder.
 * @throws RangeError naming what there is
 */
export function folderOf(name: string): string {
  if (/[\\/]/.test(name)) {
    if (existsSync(name) && statSync(name).isDirectory()) return name;
    throw new RangeError(`${name} is no folder`);
  }
  const id = name.toLowerCase();
  const [packs, proofs] = [listPacks(), listPacks(proofsDirectory)];
  if (packs.includes(id)) return packFolder(id);
  if (proofs.includes(id)) return join(proofsDirectory, id);
  throw new RangeError(`there is no pack ${name}; there are the packs ${packs.join(', ')} and the proofs ${proofs.join(', ')}; a folder is named with a slash: ./${name}`);
}

/** Is it a folder of the proofs, which show what the language carries and which no operator adopts? */
export function isProof(folder: string): boolean {
  return dirname(resolve(folder)) === resolve(proofsDirectory);
}

/** What a reader of the command line is told of a proof first; nothing of a pack. */
export function proofLines(pack: string, folder: string): readonly string[] {
  return isProof(folder) ? [`${pack} is a proof of the language: no operator adopts it`] : [];
}
