import { useServers } from '@huiyin/testing';
import type { Connection } from 'mongoose';
import { connectDatabase } from '@huiyin/platform-persistence';
import { crashPointsSuite } from '../trial/crash-points.suite.ts';
import { serverWorld } from '../trial/server-world.ts';

describe('on MongoDB and NATS', () => {
  const servers = useServers({ exclusive: true, services: ['intake', 'dispatch'] });
  const connections: Connection[] = [];
  afterAll(async () => Promise.all(connections.map(async (connection) => connection.close())));

  crashPointsSuite(async () => {
    for (const service of ['intake', 'dispatch']) connections.push(await connectDatabase(servers().mongo.urlFor(service)));
    return serverWorld(servers(), connections[0] as Connection, connections[1] as Connection);
  }, 20_000);
});
