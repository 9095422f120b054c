import { databaseOf, type Credentials } from './credentials/credentials.ts';
import { serviceUrl } from './mongo/address.ts';
import type { MongoUp } from './mongo/bring-up.ts';
import type { NatsUp } from './nats/bring-up.ts';
import type { NatsCredentials, ServerSet } from './server-set.ts';
import { inboxPrefix } from './subjects/subjects.ts';

/** The view of two running servers that services, tests and tools work with. */
export function toServerSet(mongo: MongoUp, nats: NatsUp, credentials: Credentials, release: () => Promise<void>): ServerSet {
  const secretOf = (kind: 'mongo' | 'nats', service: string): string => {
    const secret = credentials[kind][service];
    if (secret === undefined) throw new Error(`no identity was created for the service ${service}: name it in "services"`);
    return secret;
  };
  const urlFor = (service: string): string => serviceUrl(mongo.address, service, secretOf('mongo', service));
  const credentialsFor = (service: string): NatsCredentials => ({ seed: secretOf('nats', service), inboxPrefix: inboxPrefix(service) });
  let stopping: Promise<void> | undefined;
  const lost = Promise.race([mongo, nats].map(({ ended }) => ended ?? never)).then((how) => (stopping ? never : how));
  return {
    mongo: { adminUrl: mongo.adminUrl, urlFor, databaseFor: databaseOf, chosen: mongo.chosen, ...pidOf(mongo) },
    nats: {
      url: nats.url,
      monitorUrl: nats.monitorUrl,
      credentialsFor,
      adminCredentials: { seed: credentials.natsAdmin, inboxPrefix: inboxPrefix('admin') },
      chosen: nats.chosen,
      ...pidOf(nats),
    },
    environmentFor: (service) => ({
      HUIYIN_SERVICE: service,
      HUIYIN_MONGO_URL: urlFor(service),
      HUIYIN_NATS_URL: nats.url,
      HUIYIN_NATS_SEED: credentialsFor(service).seed,
      HUIYIN_NATS_INBOX: inboxPrefix(service),
    }),
    lost,
    stop: () => (stopping ??= stopBoth(mongo, nats, release)),
  };
}

async function stopBoth(mongo: MongoUp, nats: NatsUp, release: () => Promise<void>): Promise<void> {
  await Promise.all([mongo.stop(), nats.stop()]);
  await release();
}

const never = new Promise<never>(() => undefined);
const pidOf = ({ pid }: { readonly pid?: number }): { pid?: number } => (pid === undefined ? {} : { pid });
