import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** First executable of that name on a PATH list; undefined when there is none. */
export async function binaryOnPath(name: string, path: string | undefined): Promise<string | undefined> {
  for (const folder of (path ?? '').split(delimiter).filter(Boolean)) {
    const candidate = join(folder, name);
    if (await access(candidate, constants.X_OK).then(() => true, () => false)) return candidate;
  }
  return undefined;
}
