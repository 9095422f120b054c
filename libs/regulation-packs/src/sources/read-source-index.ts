import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceIndex } from './source-index.ts';

/** The index beside a pack; undefined: its words have not been looked up. */
export function readSourceIndex(directory: string): SourceIndex | undefined {
  const file = join(directory, 'source.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SourceIndex) : undefined;
}
