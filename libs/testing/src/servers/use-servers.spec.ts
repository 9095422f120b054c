import { withConnection } from '@huiyin/servers';
import mongoose from 'mongoose';
import { useServers } from './use-servers.ts';

describe.each([{ exclusive: false }, { exclusive: true }])('servers of a spec, %o', (options) => {
  const servers = useServers(options);

  it('answers a service that pings its database', async () => {
    const client = new mongoose.mongo.MongoClient(servers().mongo.urlFor('intake'));
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  });

  it('lets a service connect to the nats-server with its own identity', async () => {
    const { url, credentialsFor } = servers().nats;
    await withConnection(url, credentialsFor('intake'), async (connection) => expect(connection.info?.jetstream).toBe(true));
  });
});
