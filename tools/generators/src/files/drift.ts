import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

export interface Drift {
  readonly path: string;
  readonly is: 'missing' | 'different' | 'stale';
}

/** How the files on disk differ from what is generated. `folders` hold nothing but generated files. */
export function driftOf(root: string, files: readonly GeneratedFile[], folders: readonly string[]): readonly Drift[] {
  const wanted = new Set(files.map((file) => file.path));
  const changed = files.flatMap((file): Drift[] => {
    const path = join(root, file.path);
    if (!existsSync(path)) return [{ path: file.path, is: 'missing' }];
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === file.text ? [] : [{ path: file.path, is: 'different' }];
  });
  const stale = folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  return [...changed, ...stale.filter((path) => !wanted.has(path)).map((path): Drift => ({ path, is: 'stale' }))];
}

/** Writes what has drifted and removes what is no longer generated. */
export function mend(root: string, files: readonly GeneratedFile[], drift: readonly Drift[]): void {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  for (const { path } of drift) {
    const text = texts.get(path);
    if (text === undefined) rmSync(join(root, path), { recursive: true });
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}
