import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a source in the folder that holds the sources. @throws RangeError where it is not there */
export function sourceFile(folder: string, file: string): Uint8Array {
  const path = join(folder, file);
  if (!existsSync(path)) throw new RangeError(`the folder ${folder} has no ${file}`);
  return readFileSync(path);
}
