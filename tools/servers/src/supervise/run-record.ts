import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeOwnerOnly } from '../credentials/store.ts';
import { commandLineOf, isAlive } from './processes.ts';

/** Which process of ours has a server's data folder open, and on which ports it listens. */
export interface RunRecord {
  readonly supervisor: number;
  readonly server: number;
  readonly ports: readonly number[];
}

const PATIENCE_MS = 30_000;
const fileOf = (folder: string): string => join(folder, 'run.json');

export async function readRunRecord(folder: string): Promise<RunRecord | undefined> {
  return readFile(fileOf(folder), 'utf8').then(
    (text) => JSON.parse(text) as RunRecord,
    () => undefined,
  );
}

export const writeRunRecord = (folder: string, record: RunRecord): Promise<void> => writeOwnerOnly(fileOf(folder), JSON.stringify(record));
export const forgetRun = (folder: string): Promise<void> => rm(fileOf(folder), { force: true });

/**
 * Makes sure that nobody has the folder open: waits for a server whose supervisor died, after asking it to stop.
 * @throws when its supervisor is alive: two supervisors never share a folder.
 */
export async function claimFolder(folder: string): Promise<void> {
  const record = await readRunRecord(folder);
  if (!record || !(await isServerOf(record, folder))) return;
  if (isAlive(record.supervisor)) {
    throw new Error(
      `${folder} is in use by process ${record.supervisor}, which supervises the server ${record.server}: stop that one first, or choose another name`,
    );
  }
  process.kill(record.server, 'SIGTERM');
  for (const end = Date.now() + PATIENCE_MS; await isServerOf(record, folder); await pause(50)) {
    if (Date.now() > end) throw new Error(`the server ${record.server} of an earlier run does not stop: end it, then start again`);
  }
}

/** The process number alone proves nothing, the system reuses it: its command line must name our folder. */
async function isServerOf(record: RunRecord, folder: string): Promise<boolean> {
  return isAlive(record.server) && (await commandLineOf(record.server)).includes(folder);
}
