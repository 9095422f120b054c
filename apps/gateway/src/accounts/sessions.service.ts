import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { Clock } from '../operators/clock.ts';
import { AccountRepository } from '../persistence/account.repository.ts';
import type { Account } from '../persistence/account.repository.ts';
import { OperatorRepository } from '../persistence/operator.repository.ts';
import { SessionRepository } from '../persistence/session.repository.ts';
import { loginKey } from './accounts.service.ts';
import { verifyNothing, verifyPassword } from './password.ts';
import { newToken } from './token.ts';

/** A working day and its overtime; in real time, whatever an operator's clock says. */
export const SESSION_MS = 12 * 3600_000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
  readonly account: Account;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly operators: OperatorRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 401, the same for a wrong operator, login or password */
  async open(operatorId: string, login: string, password: string): Promise<OpenedSession> {
    const operator = await this.operators.load(operatorId);
    const account = operator?.state === 'open' ? await this.accounts.byLogin(operatorId, loginKey(login)) : undefined;
    const right = account && account.person !== '' ? await verifyPassword(password, account.password) : await verifyNothing(password);
    if (!account || !right) throw problem('wrong-credentials');
    const { id, token, secretHash } = newToken('session');
    const expiresAtMs = this.clock.nowMs() + SESSION_MS;
    await this.sessions.insert({ id, tenant: account.tenant, account: account.id, secretHash, expiresAtMs });
    return { token, expiresAt: new Date(expiresAtMs).toISOString(), account };
  }

  close(id: string): Promise<void> {
    return this.sessions.remove(id);
  }
}
