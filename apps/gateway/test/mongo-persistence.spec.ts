import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { connectDatabase, databaseOf } from '@huiyin/platform-persistence';
import { useServers } from '@huiyin/testing';
import { gatewayCollections } from '../src/persistence/mongo/collections.ts';
import { ensureGatewayIndexes } from '../src/persistence/mongo/indexes.ts';
import { MongoAccountRepository } from '../src/persistence/mongo/mongo-account.repository.ts';
import { MongoAnswerStore } from '../src/persistence/mongo/mongo-answer-store.ts';
import { MongoApiKeyRepository } from '../src/persistence/mongo/mongo-api-key.repository.ts';
import { MongoFeedRepository } from '../src/persistence/mongo/mongo-feed.repository.ts';
import { MongoMatterIndexRepository } from '../src/persistence/mongo/mongo-matter-index.repository.ts';
import { MongoNoticeRepository } from '../src/persistence/mongo/mongo-notice.repository.ts';
import { MongoOperatorRepository } from '../src/persistence/mongo/mongo-operator.repository.ts';
import { MongoPolicyRepository } from '../src/persistence/mongo/mongo-policy.repository.ts';
import { MongoSessionRepository } from '../src/persistence/mongo/mongo-session.repository.ts';
import { MongoTicketRepository } from '../src/persistence/mongo/mongo-ticket.repository.ts';
import { credentialsSuite } from './suites/credentials.suite.ts';
import { readModelsSuite } from './suites/read-models.suite.ts';
import type { Repositories } from './suites/repositories.ts';

describe('repositories over a real MongoDB', () => {
  const servers = useServers();
  let connection: Connection;
  let repositories: Repositories;
  beforeAll(async () => {
    connection = await connectDatabase(servers().mongo.urlFor('gateway'));
    const collections = gatewayCollections(databaseOf(connection));
    await ensureGatewayIndexes(collections);
    await ensureGatewayIndexes(collections);
    repositories = {
      accounts: new MongoAccountRepository(collections.accounts),
      answers: new MongoAnswerStore(collections.answers),
      apiKeys: new MongoApiKeyRepository(collections.apiKeys),
      feed: new MongoFeedRepository(collections.feed),
      index: new MongoMatterIndexRepository(collections.index),
      notices: new MongoNoticeRepository(collections.notices),
      operators: new MongoOperatorRepository(collections.operators),
      policies: new MongoPolicyRepository(collections.policies),
      sessions: new MongoSessionRepository(collections.sessions),
      tickets: new MongoTicketRepository(collections.tickets),
    };
  });
  afterAll(() => connection.close());
  credentialsSuite(() => repositories, randomUUID);
  readModelsSuite(() => repositories, randomUUID);
});
