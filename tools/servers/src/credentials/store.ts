import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';
import { completeCredentials } from './generate.ts';

const OWNER_ONLY = 0o600;

/** Credentials of a data folder, made at the first start and completed when a service is new. */
export async function credentialsIn(folder: string, services: readonly string[]): Promise<Credentials> {
  const file = join(folder, 'credentials.json');
  const known = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Partial<Credentials>, absent);
  const credentials = completeCredentials(known, services);
  if (JSON.stringify(known) !== JSON.stringify(credentials)) await writeOwnerOnly(file, `${JSON.stringify(credentials, null, 2)}\n`);
  return credentials;
}

/** Writes a secret in one step, so that no reader and no crash meets half of it. */
export async function writeOwnerOnly(file: string, text: string, mode = OWNER_ONLY): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}

function absent(error: NodeJS.ErrnoException): Partial<Credentials> {
  if (error.code === 'ENOENT') return {};
  throw error;
}
