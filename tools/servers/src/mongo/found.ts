import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { direct, withClient } from './client.ts';
import { awaitWritable, initiate } from './replica-set.ts';
import { ensureAdministrator } from './users.ts';

/** Whether a first start on this folder got to its end. */
export const isFounded = (folder: string): Promise<boolean> => access(join(folder, 'founded')).then(() => true, () => false);

/** First start: the set and its administrator, through mongod's exception for local strangers while it has no user. */
export async function found(host: string, adminPassword: string): Promise<void> {
  await withClient(`mongodb://${host}/`, direct, async (stranger) => {
    await initiate(stranger, host);
    await awaitWritable(stranger);
    await ensureAdministrator(stranger, adminPassword);
  });
}
