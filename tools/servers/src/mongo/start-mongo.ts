import type { Credentials } from '../credentials/credentials.ts';
import type { Child } from '../supervise/child.ts';
import { directAdminUrl, REPLICA_SET, type MongoAddress } from './address.ts';
import { direct, withClient } from './client.ts';
import { launchMongod } from './launch-mongod.ts';
import { assertMongoSettings, readMongoSettings } from './read-back.ts';
import { awaitWritable, ensureReplicaSet } from './replica-set.ts';
import { ensureServiceUsers } from './users.ts';

export interface MongoOrder {
  readonly binary: string;
  readonly folder: string;
  readonly credentials: Credentials;
  readonly services: readonly string[];
  readonly removeAfter?: string;
}

export interface StartedMongo {
  readonly address: MongoAddress;
  readonly child: Child;
}

/** Starts a mongod of our own, writable, with its users and every setting read back. Stops it again when that fails. */
export async function startMongo(order: MongoOrder): Promise<StartedMongo> {
  const { child, ports } = await launchMongod(order.binary, order.folder, order.credentials, order.removeAfter);
  const address = { hosts: `127.0.0.1:${ports[0]}`, replicaSet: REPLICA_SET };
  try {
    await withClient(directAdminUrl(address.hosts, order.credentials.mongoAdmin), direct, async (client) => {
      const { pid } = await client.db('admin').command({ serverStatus: 1 });
      if (Number(pid) !== child.pid) throw new Error(`port ${ports[0]} is answered by process ${pid}, not by our mongod ${child.pid}: end that process, then start again`);
      await ensureReplicaSet(client, address.hosts);
      await awaitWritable(client);
      await ensureServiceUsers(client, order.credentials, order.services);
      assertMongoSettings(await readMongoSettings(client, address));
    });
    return { address, child };
  } catch (error) {
    await child.stop();
    throw error;
  }
}
