import type { Provider } from '@nestjs/common';
import { AnswerStore, MemoryAnswerStore } from '@huiyin/platform-http';
import { AccountRepository } from '../account.repository.ts';
import { ApiKeyRepository } from '../api-key.repository.ts';
import { FeedRepository } from '../feed.repository.ts';
import { MatterIndexRepository } from '../matter-index.repository.ts';
import { NoticeRepository } from '../notice.repository.ts';
import { OperatorRepository } from '../operator.repository.ts';
import { PolicyRepository } from '../policy.repository.ts';
import { SessionRepository } from '../session.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import { MemoryAccountRepository } from './memory-account.repository.ts';
import { MemoryApiKeyRepository } from './memory-api-key.repository.ts';
import { MemoryFeedRepository } from './memory-feed.repository.ts';
import { MemoryMatterIndexRepository } from './memory-matter-index.repository.ts';
import { MemoryNoticeRepository } from './memory-notice.repository.ts';
import { MemoryOperatorRepository } from './memory-operator.repository.ts';
import { MemoryPolicyRepository } from './memory-policy.repository.ts';
import { MemorySessionRepository } from './memory-session.repository.ts';
import { MemoryTicketRepository } from './memory-ticket.repository.ts';

/** Everything the gateway keeps, in memory: for tests of what stands above it. */
export const memoryPersistence = (): Provider[] => [
  { provide: AnswerStore, useValue: new MemoryAnswerStore() },
  { provide: AccountRepository, useValue: new MemoryAccountRepository() },
  { provide: ApiKeyRepository, useValue: new MemoryApiKeyRepository() },
  { provide: FeedRepository, useValue: new MemoryFeedRepository() },
  { provide: MatterIndexRepository, useValue: new MemoryMatterIndexRepository() },
  { provide: NoticeRepository, useValue: new MemoryNoticeRepository() },
  { provide: OperatorRepository, useValue: new MemoryOperatorRepository() },
  { provide: PolicyRepository, useValue: new MemoryPolicyRepository() },
  { provide: SessionRepository, useValue: new MemorySessionRepository() },
  { provide: TicketRepository, useValue: new MemoryTicketRepository() },
];
