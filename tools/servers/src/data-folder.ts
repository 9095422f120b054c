import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StartOptions } from './server-set.ts';
import { claimFolder } from './supervise/run-record.ts';

/** Folder of each server inside a data folder. */
export const serverFolder = { mongo: (folder: string) => join(folder, 'mongo'), nats: (folder: string) => join(folder, 'nats') } as const;

/** Where this pair keeps its data; an ephemeral one gets a new folder that goes with the servers. */
export function dataFolderOf(options: StartOptions): { folder: string; ephemeral: boolean } {
  const home = resolve(options.root, '.huiyin');
  const name = options.name ?? 'local';
  if (options.ephemeral) return { folder: join(home, 'ephemeral', `${name}-${randomUUID().slice(0, 8)}`), ephemeral: true };
  return { folder: resolve(options.dataDir ?? join(home, 'data', name)), ephemeral: false };
}

/** Throws the data and the credentials away, once no server of an earlier run has them open. Keeps the lock. */
export async function emptyDataFolder(folder: string): Promise<void> {
  await Promise.all(Object.values(serverFolder).map((of) => claimFolder(of(folder))));
  const entries = (await readdir(folder)).filter((name) => name !== 'supervisor.json');
  await Promise.all(entries.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

export const removeDataFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
