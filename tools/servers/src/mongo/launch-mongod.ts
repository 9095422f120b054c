import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOwnerOnly } from '../credentials/store.ts';
import type { Credentials } from '../credentials/credentials.ts';
import type { Exit } from '../supervise/child.ts';
import { launch, type Launched } from '../supervise/launch.ts';
import { claimFolder } from '../supervise/run-record.ts';
import { REPLICA_SET, TRANSACTION_SECONDS } from './address.ts';
import { found, isFounded } from './found.ts';

const DATA_DIRECTORY_IN_USE = 100;
const PORT_TAKEN = 48;

/** Starts mongod on this folder: a replica set of one, with keyFile (and so authorization), reachable from here only. */
export async function launchMongod(command: string, folder: string, credentials: Credentials, removeAfter?: string): Promise<Launched> {
  const data = join(folder, 'db');
  const keyFile = join(folder, 'key-file');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await claimFolder(folder);
  const founded = await isFounded(folder);
  // A first start that did not get to its end left nobody's data, and a set that knows no administrator.
  if (!founded) await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  await writeOwnerOnly(keyFile, credentials.keyFile);

  const launched = await launch({
    name: 'mongod',
    command,
    folder,
    portCount: 1,
    prepare: async ([port]) => mongodArguments(data, keyFile, port ?? 0),
    isPortTaken: (exit) => exit.code === PORT_TAKEN,
    explain: (exit) => explain(exit, data),
    ...(removeAfter ? { removeAfter } : {}),
  });
  if (!founded) await foundOrStop(launched, folder, credentials.mongoAdmin);
  return launched;
}

async function foundOrStop({ child, ports }: Launched, folder: string, adminPassword: string): Promise<void> {
  try {
    await found(`127.0.0.1:${ports[0]}`, adminPassword);
    await writeFile(join(folder, 'founded'), '');
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function mongodArguments(data: string, keyFile: string, port: number): string[] {
  const place = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const set = ['--replSet', REPLICA_SET, '--keyFile', keyFile, '--oplogSize', '512'];
  return [...place, ...set, '--wiredTigerCacheSizeGB', '0.5', '--setParameter', 'diagnosticDataCollectionEnabled=false', '--setParameter', `transactionLifetimeLimitSeconds=${TRANSACTION_SECONDS}`];
}

function explain({ code }: Exit, data: string): string | undefined {
  if (code === DATA_DIRECTORY_IN_USE) return `another mongod has ${data} open: stop it, or choose another name`;
  if (code === PORT_TAKEN) return 'another process took the port of mongod, several times in a row';
  return undefined;
}
