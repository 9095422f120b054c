import type { AnswerStore } from '@huiyin/platform-http';
import type { AccountRepository } from '../../src/persistence/account.repository.ts';
import type { ApiKeyRepository } from '../../src/persistence/api-key.repository.ts';
import type { FeedRepository } from '../../src/persistence/feed.repository.ts';
import type { MatterIndexRepository } from '../../src/persistence/matter-index.repository.ts';
import type { NoticeRepository } from '../../src/persistence/notice.repository.ts';
import type { OperatorRepository } from '../../src/persistence/operator.repository.ts';
import type { PolicyRepository } from '../../src/persistence/policy.repository.ts';
import type { SessionRepository } from '../../src/persistence/session.repository.ts';
import type { TicketRepository } from '../../src/persistence/ticket.repository.ts';

/** Every repository of the gateway over one adapter; what memory and MongoDB both have to do alike. */
export interface Repositories {
  readonly accounts: AccountRepository;
  readonly answers: AnswerStore;
  readonly apiKeys: ApiKeyRepository;
  readonly feed: FeedRepository;
  readonly index: MatterIndexRepository;
  readonly notices: NoticeRepository;
  readonly operators: OperatorRepository;
  readonly policies: PolicyRepository;
  readonly sessions: SessionRepository;
  readonly tickets: TicketRepository;
}
