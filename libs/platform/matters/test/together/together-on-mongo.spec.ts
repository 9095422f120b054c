import { useServers } from '@huiyin/testing';
import { collectionsOf, connectDatabase, databaseOf, ensureIndexes, mongoStores } from '@huiyin/platform-persistence';
import { togetherSuite } from './together.suite.ts';

describe('acts together, on MongoDB', () => {
  // The relay reads across operators, so the database must be this spec's alone.
  const servers = useServers({ exclusive: true, services: ['intake'] });
  let connection: Awaited<ReturnType<typeof connectDatabase>>;
  beforeAll(async () => {
    connection = await connectDatabase(servers().mongo.urlFor('intake'));
    await ensureIndexes(collectionsOf(databaseOf(connection)));
  });
  afterAll(async () => connection.close());
  togetherSuite(async () => {
    await Promise.all(Object.values(collectionsOf(databaseOf(connection))).map(async (collection) => collection.deleteMany({})));
    return mongoStores(databaseOf(connection));
  });
});
