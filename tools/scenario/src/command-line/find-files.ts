import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SUFFIX = '.scenario.yaml';

/** Files as named, and of each folder every scenario file below it, in order of name. Throws where there is none. */
export async function findScenarioFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(filesAt));
  return [...new Set(found.flat())];
}

async function filesAt(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => undefined);
  if (!entry) throw new Error(`there is no file or folder ${path}`);
  if (!entry.isDirectory()) return [path];
  const below = await readdir(path, { recursive: true });
  const files = below.filter((name) => name.endsWith(SUFFIX) && !name.includes('node_modules')).sort();
  if (files.length === 0) throw new Error(`no *${SUFFIX} below ${path}`);
  return files.map((name) => join(path, name));
}
