import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLineOf, isAlive } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly commandLine: string;
}

/** Folders that this very process holds; a number in a file cannot tell us from a namesake of an earlier boot. */
const heldHere = new Set<string>();

/**
 * Lets one supervisor at a time work on a data folder; a lock whose holder died is void. Returns how to give it back.
 * @throws when another process, or another call in this one, holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'supervisor.json');
  const holder = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Holder, () => undefined);
  if (heldHere.has(folder) || (holder && (await isStillThere(holder)))) {
    throw new Error(`${folder} is in use by process ${holder?.pid ?? process.pid}: stop that one first, or choose another name`);
  }
  await rm(file, { force: true });
  const mine: Holder = { pid: process.pid, commandLine: await commandLineOf(process.pid) };
  heldHere.add(folder);
  try {
    await writeFile(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  } catch {
    heldHere.delete(folder);
    throw new Error(`${folder} was taken by another process at this very moment: choose another name`);
  }
  return async () => {
    await rm(file, { force: true });
    heldHere.delete(folder);
  };
}

/** The system reuses process numbers, so the command line must be the same too. */
async function isStillThere({ pid, commandLine }: Holder): Promise<boolean> {
  return pid !== process.pid && isAlive(pid) && (await commandLineOf(pid)) === commandLine;
}
