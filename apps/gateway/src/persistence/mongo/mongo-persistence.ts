import { Module } from '@nestjs/common';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import type { Connection } from 'mongoose';
import { AnswerStore } from '@huiyin/platform-http';
import { DATABASE_CONNECTION, databaseOf } from '@huiyin/platform-persistence';
import { AccountRepository } from '../account.repository.ts';
import { ApiKeyRepository } from '../api-key.repository.ts';
import { FeedRepository } from '../feed.repository.ts';
import { MatterIndexRepository } from '../matter-index.repository.ts';
import { NoticeRepository } from '../notice.repository.ts';
import { OperatorRepository } from '../operator.repository.ts';
import { PolicyRepository } from '../policy.repository.ts';
import { SessionRepository } from '../session.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import { gatewayCollections } from './collections.ts';
import type { GatewayCollections } from './collections.ts';
import { ensureGatewayIndexes } from './indexes.ts';
import { MongoAccountRepository } from './mongo-account.repository.ts';
import { MongoAnswerStore } from './mongo-answer-store.ts';
import { MongoApiKeyRepository } from './mongo-api-key.repository.ts';
import { MongoFeedRepository } from './mongo-feed.repository.ts';
import { MongoMatterIndexRepository } from './mongo-matter-index.repository.ts';
import { MongoNoticeRepository } from './mongo-notice.repository.ts';
import { MongoOperatorRepository } from './mongo-operator.repository.ts';
import { MongoPolicyRepository } from './mongo-policy.repository.ts';
import { MongoSessionRepository } from './mongo-session.repository.ts';
import { MongoTicketRepository } from './mongo-ticket.repository.ts';

/** The gateway's collections, with their indexes in place. */
const COLLECTIONS = Symbol('GatewayCollections');
/** Where the gateway's own matter host takes policies from (`PolicySource`). */
export const OWN_POLICIES = Symbol('OwnPolicies');

/** Every repository over the gateway's own database; global, because the matter host reads policies from it. */
@Module({})
export class MongoPersistence {
  static forRoot(): DynamicModule {
    const collections: Provider = {
      provide: COLLECTIONS,
      inject: [DATABASE_CONNECTION],
      useFactory: async (connection: Connection) => {
        const opened = gatewayCollections(databaseOf(connection));
        await ensureGatewayIndexes(opened);
        return opened;
      },
    };
    const over = (token: unknown, make: (collections: GatewayCollections) => unknown): Provider => ({ provide: token as Type<unknown>, inject: [COLLECTIONS], useFactory: make });
    const repositories: Provider[] = [
      over(AccountRepository, ({ accounts }) => new MongoAccountRepository(accounts)),
      over(AnswerStore, ({ answers }) => new MongoAnswerStore(answers)),
      over(ApiKeyRepository, ({ apiKeys }) => new MongoApiKeyRepository(apiKeys)),
      over(FeedRepository, ({ feed }) => new MongoFeedRepository(feed)),
      over(MatterIndexRepository, ({ index }) => new MongoMatterIndexRepository(index)),
      over(NoticeRepository, ({ notices }) => new MongoNoticeRepository(notices)),
      over(OperatorRepository, ({ operators }) => new MongoOperatorRepository(operators)),
      over(PolicyRepository, ({ policies }) => new MongoPolicyRepository(policies)),
      over(SessionRepository, ({ sessions }) => new MongoSessionRepository(sessions)),
      over(TicketRepository, ({ tickets }) => new MongoTicketRepository(tickets)),
    ];
    const ownPolicies: Provider = { provide: OWN_POLICIES, inject: [PolicyRepository], useFactory: (policies: PolicyRepository) => ({ fetch: (hash: string) => policies.get(hash) }) };
    const providers = [collections, ...repositories, ownPolicies];
    const tokens = [AccountRepository, AnswerStore, ApiKeyRepository, FeedRepository, MatterIndexRepository, NoticeRepository, OperatorRepository, PolicyRepository, SessionRepository, TicketRepository, OWN_POLICIES];
    return { module: MongoPersistence, global: true, providers, exports: tokens };
  }
}
