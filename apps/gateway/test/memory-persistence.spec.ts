import { MemoryAnswerStore } from '@huiyin/platform-http';
import { MemoryAccountRepository } from '../src/persistence/memory/memory-account.repository.ts';
import { MemoryApiKeyRepository } from '../src/persistence/memory/memory-api-key.repository.ts';
import { MemoryFeedRepository } from '../src/persistence/memory/memory-feed.repository.ts';
import { MemoryMatterIndexRepository } from '../src/persistence/memory/memory-matter-index.repository.ts';
import { MemoryNoticeRepository } from '../src/persistence/memory/memory-notice.repository.ts';
import { MemoryOperatorRepository } from '../src/persistence/memory/memory-operator.repository.ts';
import { MemoryPolicyRepository } from '../src/persistence/memory/memory-policy.repository.ts';
import { MemorySessionRepository } from '../src/persistence/memory/memory-session.repository.ts';
import { MemoryTicketRepository } from '../src/persistence/memory/memory-ticket.repository.ts';
import { credentialsSuite } from './suites/credentials.suite.ts';
import { readModelsSuite } from './suites/read-models.suite.ts';
import type { Repositories } from './suites/repositories.ts';

describe('repositories in memory', () => {
  const repositories: Repositories = {
    accounts: new MemoryAccountRepository(),
    answers: new MemoryAnswerStore(),
    apiKeys: new MemoryApiKeyRepository(),
    feed: new MemoryFeedRepository(),
    index: new MemoryMatterIndexRepository(),
    notices: new MemoryNoticeRepository(),
    operators: new MemoryOperatorRepository(),
    policies: new MemoryPolicyRepository(),
    sessions: new MemorySessionRepository(),
    tickets: new MemoryTicketRepository(),
  };
  let count = 0;
  const fresh = () => `t${(count += 1)}`;
  credentialsSuite(() => repositories, fresh);
  readModelsSuite(() => repositories, fresh);
});
