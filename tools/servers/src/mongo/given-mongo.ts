import type { Credentials } from '../credentials/credentials.ts';
import type { MongoAddress } from './address.ts';
import { withClient } from './client.ts';
import { assertMongoSettings, readMongoSettings } from './read-back.ts';
import { ensureServiceUsers } from './users.ts';

/** Options of the administrator's URL that are about its own login, or that we set for every client. */
const NOT_CARRIED_OVER = new Set(['authSource', 'authMechanism', 'replicaSet', 'directConnection', 'w', 'journal', 'j']);

/**
 * Takes a MongoDB that somebody else runs: reads its settings back and creates the services' users there.
 * @throws when it does not answer, a setting is not in force, or the URL's user may not create users.
 */
export async function useGivenMongo(url: string, credentials: Credentials, services: readonly string[]): Promise<MongoAddress> {
  const place = placeOf(url);
  return withClient(url, { serverSelectionTimeoutMS: 10_000 }, async (client) => {
    const settings = await readMongoSettings(client, place);
    assertMongoSettings(settings);
    await ensureServiceUsers(client, credentials, services);
    return { ...place, replicaSet: settings.replicaSet ?? '' };
  });
}

/** Hosts and connection options of a `mongodb://` URL. @throws for `mongodb+srv://`, whose hosts only DNS knows. */
export function placeOf(url: string): Pick<MongoAddress, 'hosts' | 'options'> {
  const [, hosts, query] = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(url) ?? [];
  if (!hosts) throw new Error('HUIYIN_SERVERS_MONGO_URL must be a mongodb:// URL that names its hosts');
  const options = [...new URLSearchParams(query ?? '')].filter(([name]) => !NOT_CARRIED_OVER.has(name));
  return { hosts, options: Object.fromEntries(options) };
}
