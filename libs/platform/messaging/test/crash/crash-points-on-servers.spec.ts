import { jetstreamManager } from '@nats-io/jetstream';
import { useServers } from '@huiyin/testing';
import type { Connection } from 'mongoose';
import { consumerName, EVENT_STREAM, PARTITIONS } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { collectionsOf, connectDatabase, databaseOf, ensureIndexes, mongoStores } from '@huiyin/platform-persistence';
import { provisionStreams, withConnection } from '@huiyin/servers';
import type { ServerSet } from '@huiyin/servers';
import { JetStreamBroker } from '../../src/broker/jetstream-broker.ts';
import { JetStreamEventSource } from '../../src/broker/jetstream-event-source.ts';
import { connectNats } from '../../src/nats/connect-nats.ts';
import { crashPointsSuite } from '../trial/crash-points.suite.ts';
import type { TrialWorld } from '../trial/trial-world.ts';

/** What a stopped process had taken comes again after this, instead of the 30 s of a running system. */
const ACK_WAIT_NANOS = 400_000_000;

/** The real servers of a spec, with its two services' databases. */
async function serverWorld(servers: ServerSet, producer: Connection, consumer: Connection): Promise<TrialWorld> {
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

describe('on MongoDB and NATS', () => {
  const servers = useServers({ exclusive: true, services: ['intake', 'dispatch'] });
  const connections: Connection[] = [];
  afterAll(async () => Promise.all(connections.map(async (connection) => connection.close())));

  crashPointsSuite(async () => {
    for (const service of ['intake', 'dispatch']) connections.push(await connectDatabase(servers().mongo.urlFor(service)));
    return serverWorld(servers(), connections[0] as Connection, connections[1] as Connection);
  }, 20_000);
});
