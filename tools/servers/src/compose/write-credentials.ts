import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceUrl, REPLICA_SET } from '../mongo/address.ts';
import { natsConfiguration } from '../nats/configuration.ts';
import { credentialsIn, writeOwnerOnly } from '../credentials/store.ts';
import { inboxPrefix } from '../subjects/subjects.ts';

/** Addresses that the containers know each other by. */
export interface ContainerAddresses {
  /** `host:port` */
  readonly mongo: string;
  /** `host:port` */
  readonly nats: string;
}

/** Users of the official images: `mongodb` in mongo, `node` in node. */
const MONGODB_UID = 999;
const NODE_UID = 1000;
const OWNER_READS = 0o400;
const ALL_READ = 0o444;

/**
 * First one-shot container: makes the secrets once and lays each part into a volume that only its container mounts:
 * `admin/`, `mongo/` (key file, administrator's password), `nats/` (configuration, public keys only) and per service
 * an `environment` file.
 */
export async function writeContainerCredentials(directory: string, services: readonly string[], addresses: ContainerAddresses): Promise<void> {
  const folder = async (name: string): Promise<string> => {
    const path = join(directory, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  const credentials = await credentialsIn(await folder('admin'), services);
  const mongo = await folder('mongo');
  await writeOwned(join(mongo, 'key-file'), credentials.keyFile, OWNER_READS, MONGODB_UID);
  await writeOwned(join(mongo, 'administrator-password'), credentials.mongoAdmin, OWNER_READS, MONGODB_UID);

  const place = { serverName: 'huiyin', host: '0.0.0.0', port: 4222, monitorPort: 8222, storeDirectory: '/data' };
  await writeOwned(join(await folder('nats'), 'nats.conf'), natsConfiguration(place, credentials, services), ALL_READ, NODE_UID);

  for (const service of services) {
    const variables = {
      HUIYIN_SERVICE: service,
      HUIYIN_MONGO_URL: serviceUrl({ hosts: addresses.mongo, replicaSet: REPLICA_SET }, service, credentials.mongo[service] ?? ''),
      HUIYIN_NATS_URL: `nats://${addresses.nats}`,
      HUIYIN_NATS_SEED: credentials.nats[service] ?? '',
      HUIYIN_NATS_INBOX: inboxPrefix(service),
    };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
    await writeOwned(join(await folder(service), 'environment'), lines.join(''), OWNER_READS, NODE_UID);
  }
}

async function writeOwned(file: string, text: string, mode: number, uid: number): Promise<void> {
  await writeOwnerOnly(file, text, mode);
  if (process.getuid?.() === 0) await chown(file, uid, uid);
}
