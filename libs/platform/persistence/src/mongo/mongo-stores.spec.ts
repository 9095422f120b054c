import { useServers } from '@huiyin/testing';
import type { Connection } from 'mongoose';
import { storesSuite } from '../suites/index.ts';
import { collectionsOf } from './collections.ts';
import { connectDatabase, databaseOf } from './connect.ts';
import { ensureIndexes } from './indexes.ts';
import { mongoStores } from './mongo-stores.ts';

describe('on MongoDB', () => {
  // The outbox is read across operators, so the database must be this spec's alone.
  const servers = useServers({ exclusive: true, services: ['intake'] });
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectDatabase(servers().mongo.urlFor('intake'));
    await ensureIndexes(collectionsOf(databaseOf(connection)));
  });
  afterAll(async () => connection.close());

  storesSuite(async () => {
    await Promise.all(Object.values(collectionsOf(databaseOf(connection))).map(async (collection) => collection.deleteMany({})));
    return mongoStores(databaseOf(connection));
  });
});
