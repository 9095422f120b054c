import { join } from 'node:path';
import { credentialsIn } from '../credentials/store.ts';
import { directAdminUrl } from '../mongo/address.ts';
import { direct, withClient } from '../mongo/client.ts';
import { useGivenMongo } from '../mongo/given-mongo.ts';
import { awaitWritable, ensureReplicaSet } from '../mongo/replica-set.ts';
import { withConnection } from '../nats/connection.ts';
import { useGivenNats } from '../nats/given-nats.ts';
import { provisionStreams } from '../streams/provision-streams.ts';
import { inboxPrefix } from '../subjects/subjects.ts';
import type { ContainerAddresses } from './write-credentials.ts';

/**
 * Second one-shot container, once both servers are healthy: founds the replica set under the name that the services
 * know it by, creates users, stream and consumers, and reads every setting back. Safe to repeat.
 */
export async function provisionContainers(directory: string, services: readonly string[], addresses: ContainerAddresses & { monitorUrl: string }): Promise<void> {
  const credentials = await credentialsIn(join(directory, 'admin'), services);
  const mongoUrl = directAdminUrl(addresses.mongo, credentials.mongoAdmin);
  await withClient(mongoUrl, direct, async (client) => {
    await ensureReplicaSet(client, addresses.mongo);
    await awaitWritable(client);
  });
  await useGivenMongo(mongoUrl, credentials, services);
  const { url } = await useGivenNats(`nats://${addresses.nats}`, addresses.monitorUrl, credentials);
  const identity = { seed: credentials.natsAdmin, inboxPrefix: inboxPrefix('admin') };
  await withConnection(url, identity, (admin) => provisionStreams(admin, { services }));
}
