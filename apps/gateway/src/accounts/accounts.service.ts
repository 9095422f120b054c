import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { Clock } from '../operators/clock.ts';
import { AccountRepository } from '../persistence/account.repository.ts';
import type { Account } from '../persistence/account.repository.ts';
import { SessionRepository } from '../persistence/session.repository.ts';
import { hashPassword } from './password.ts';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Logins are compared without case and in one Unicode form. */
export const loginKey = (login: string): string => login.normalize('NFKC').toLowerCase();

@Injectable()
export class Accounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the login before the person exists, so that a person is never made for a login that is taken.
   * @throws ProblemError 409 `account.login-taken`
   */
  async reserve(tenant: string, kind: Account['kind'], { login, password }: Credentials, person = ''): Promise<Account> {
    const account: Account = { id: randomUUID(), tenant, login: loginKey(login), password: await hashPassword(password), kind, person, createdAt: new Date(this.clock.nowMs()).toISOString() };
    if ((await this.accounts.insert(account)) === 'taken') {
      throw problem('conflict', { code: 'account.login-taken', detail: { 'zh-CN': '这个账号名已被使用', 'zh-TW': '這個帳號名已被使用', en: 'This login is taken' } });
    }
    return account;
  }

  /** The person was made: the account can be used. */
  confirm(account: Account, person: string): Promise<void> {
    return this.accounts.setPerson(account.tenant, account.id, person);
  }

  /** The person was not made: the login is free again. */
  giveBack(account: Account): Promise<void> {
    return this.accounts.remove(account.tenant, account.id);
  }

  ofPerson(tenant: string, person: string): Promise<Account | undefined> {
    return this.accounts.ofPerson(tenant, person);
  }

  /** A new password ends every session of the account. */
  async changePassword(account: Account, password: string): Promise<void> {
    await this.accounts.setPassword(account.tenant, account.id, await hashPassword(password));
    await this.sessions.removeOfAccount(account.tenant, account.id);
  }

  /** Whoever left cannot sign in any more, and what he had open is closed. */
  async close(account: Account): Promise<void> {
    await this.accounts.remove(account.tenant, account.id);
    await this.sessions.removeOfAccount(account.tenant, account.id);
  }
}
