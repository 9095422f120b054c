import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Code that is linted as if it stood at `file`; nothing is ever written there. */
export interface PlantedFile {
  readonly title: string;
  /** Path from the workspace root, in a real project. */
  readonly file: string;
  readonly code: string;
  /** The lint rule that must refuse it; absent: it is clean and must pass. */
  readonly refusedBy?: string;
  /** Words that the refusal must hold, so that no other fault of the code passes for this one. */
  readonly message?: string;
}

/** Every planted file of a folder's JSON lists, violations and clean ones. Throws where a list is not sound. */
export async function readPlantedFiles(folder: string): Promise<PlantedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const lists = await Promise.all(names.map(async (name) => soundList(name, JSON.parse(await readFile(join(folder, name), 'utf8')))));
  return lists.flat();
}

function soundList(name: string, list: unknown): PlantedFile[] {
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${name} is no list of planted files`);
  for (const planted of list as PlantedFile[]) {
    const sound = planted.title && /^(apps|libs|tools)\/.+\.ts$/.test(planted.file) && planted.code;
    if (!sound) throw new Error(`${name}: ${JSON.stringify(planted)} needs title, file and code`);
    if (name !== 'clean.json' && !planted.refusedBy) throw new Error(`${name}: "${planted.title}" needs refusedBy`);
  }
  return list as PlantedFile[];
}
