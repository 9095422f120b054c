import { setTimeout as pause } from 'node:timers/promises';
import type { BringUpOrder } from '../bring-up-order.ts';
import { MONGO_ADMIN } from '../credentials/credentials.ts';
import { runContainer } from '../sources/run-container.ts';
import { volumeName } from '../sources/volume-name.ts';
import { freePort } from '../supervise/free-port.ts';
import { directAdminUrl, REPLICA_SET, TRANSACTION_SECONDS, type MongoAddress } from './address.ts';
import { direct, withClient } from './client.ts';
import { assertMongoSettings, readMongoSettings } from './read-back.ts';
import { awaitWritable, ensureReplicaSet } from './replica-set.ts';
import { ensureServiceUsers } from './users.ts';

const KEY_FILE = '/tmp/huiyin-key-file';
/** mongod insists that nobody else can read its key file; a copied file belongs to root. */
const OWN_KEY_FILE = `install -m 400 -o mongodb -g mongodb ${KEY_FILE} ${KEY_FILE}.own && exec docker-entrypoint.sh "$@"`;
const PATIENCE_MS = 60_000;

type Order = BringUpOrder & { readonly image: string };

/** The official image as a replica set of one; its entrypoint creates the administrator at the first start. */
export async function startMongoContainer(order: Order): Promise<{ address: MongoAddress; stop: () => Promise<void> }> {
  const { credentials } = order;
  const port = await freePort();
  const stop = await runContainer({
    image: order.image,
    ports: [port],
    entrypoint: ['bash', '-c', OWN_KEY_FILE, 'huiyin'],
    command: ['mongod', '--port', String(port), '--bind_ip_all', '--replSet', REPLICA_SET, '--keyFile', `${KEY_FILE}.own`, '--setParameter', `transactionLifetimeLimitSeconds=${TRANSACTION_SECONDS}`],
    environment: { MONGO_INITDB_ROOT_USERNAME: MONGO_ADMIN, MONGO_INITDB_ROOT_PASSWORD: credentials.mongoAdmin },
    files: [{ content: credentials.keyFile, target: KEY_FILE }],
    volume: { name: volumeName('mongo', credentials), target: '/data/db' },
    ephemeral: order.ephemeral,
  });
  const address = { hosts: `127.0.0.1:${port}`, replicaSet: REPLICA_SET };
  try {
    await retryUntilUp(() => prepare(order, address));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare({ credentials, services }: Order, { hosts }: MongoAddress): Promise<void> {
  await withClient(directAdminUrl(hosts, credentials.mongoAdmin), direct, async (client) => {
    await ensureReplicaSet(client, hosts);
    await awaitWritable(client);
    await ensureServiceUsers(client, credentials, services);
    assertMongoSettings(await readMongoSettings(client, { hosts }));
  });
}

/** The entrypoint ends its first mongod and starts another, so the first answers may come from the wrong one. */
async function retryUntilUp(attempt: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await pause(300)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
