import { jetstreamManager } from '@nats-io/jetstream';
import type { Connection } from 'mongoose';
import { consumerName, EVENT_STREAM, PARTITIONS } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { collectionsOf, databaseOf, ensureIndexes, mongoStores } from '@huiyin/platform-persistence';
import { provisionStreams, withConnection } from '@huiyin/servers';
import type { ServerSet } from '@huiyin/servers';
import { JetStreamBroker } from '../broker/jetstream-broker.ts';
import { JetStreamEventSource } from '../broker/jetstream-event-source.ts';
import { connectNats } from '../nats/connect-nats.ts';
import type { TrialWorld } from './trial-world.ts';

/** What a stopped process had taken comes again after this, instead of the 30 s of a running system. */
const ACK_WAIT_NANOS = 400_000_000;

/** The real servers of a spec, with its two services' databases. */
export async function serverWorld(servers: ServerSet, producer: Connection, consumer: Connection): Promise<TrialWorld> {
  const connect = async (service: ServiceName) => connectNats({ url: servers.nats.url, ...servers.nats.credentialsFor(service) }, `${service} trial`);
  for (const connection of [producer, consumer]) await ensureIndexes(collectionsOf(databaseOf(connection)));
  await hurry(servers);
  return {
    producer: mongoStores(databaseOf(producer)),
    consumer: mongoStores(databaseOf(consumer)),
    connect: async () => {
      const [publishing, consuming] = await Promise.all([connect('intake'), connect('dispatch')]);
      const cut = async (): Promise<void> => void (await Promise.all([publishing.close(), consuming.close()]));
      return { broker: new JetStreamBroker(publishing), source: new JetStreamEventSource(consuming, 'dispatch'), cut };
    },
    loseStream: async () => {
      await withConnection(servers.nats.url, servers.nats.adminCredentials, async (admin) => {
        await (await jetstreamManager(admin, { checkAPI: false })).streams.delete(EVENT_STREAM);
        await provisionStreams(admin, { services: ['intake', 'dispatch'] });
      });
      await hurry(servers);
    },
  };
}

async function hurry(servers: ServerSet): Promise<void> {
  await withConnection(servers.nats.url, servers.nats.adminCredentials, async (admin) => {
    const manager = await jetstreamManager(admin, { checkAPI: false });
    await Promise.all(Array.from({ length: PARTITIONS }, async (_, partition) => manager.consumers.update(EVENT_STREAM, consumerName('dispatch', partition), { ack_wait: ACK_WAIT_NANOS })));
  });
}
