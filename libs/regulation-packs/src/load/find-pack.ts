import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPacks, packDirectory, proofsDirectory } from './pack-directory.ts';

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
  const [pack, proof] = [packDirectory, proofsDirectory].map((directory) => listPacks(directory));
  if (pack?.includes(id) === true) return join(packDirectory, id);
  if (proof?.includes(id) === true) return join(proofsDirectory, id);
  throw new RangeError(`there is no pack ${name}; there are the packs ${pack?.join(', ')} and the proofs ${proof?.join(', ')}; a folder is named with a slash: ./${name}`);
}
