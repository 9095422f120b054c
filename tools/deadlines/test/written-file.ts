import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a file into a folder of its own and gives its path; anything but a text is written as JSON. */
export function writtenFile(name: string, content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'deadlines-')), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 1));
  return path;
}
