import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { personOfStaff } from '@huiyin/platform-matters';
import type { Actor } from '@huiyin/regulation-engine';
import { readToken, secretFits } from '../accounts/token.ts';
import { MatterClient } from '../door/matter-client.ts';
import { Clock, instantOf } from '../operators/clock.ts';
import type { Operator } from '../operators/operator.ts';
import { operatorAt } from '../operators/policy-period.ts';
import { AccountRepository } from '../persistence/account.repository.ts';
import type { Account } from '../persistence/account.repository.ts';
import { ApiKeyRepository } from '../persistence/api-key.repository.ts';
import { OperatorRepository } from '../persistence/operator.repository.ts';
import { SessionRepository } from '../persistence/session.repository.ts';
import type { Caller } from './caller.ts';
import { readerTokensOf } from './reader-tokens.ts';
import { systemContext } from './rpc-context.ts';

/** Finds out who stands behind a bearer token. Everything is read anew, so that what was withdrawn is refused at once. */
@Injectable()
export class Callers {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly keys: ApiKeyRepository,
    private readonly operators: OperatorRepository,
    private readonly matters: MatterClient,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 401 */
  async identify(bearer: string): Promise<Caller> {
    const token = readToken(bearer);
    if (token?.kind === 'session') {
      const session = await this.sessions.byId(token.id);
      if (session && secretFits(token.secret, session.secretHash) && session.expiresAtMs > this.clock.nowMs()) return this.ofCredential(session.tenant, `account:${session.account}`);
    }
    if (token?.kind === 'api-key') {
      const key = await this.keys.byId(token.id);
      if (key && secretFits(token.secret, key.secretHash)) return this.ofCredential(key.tenant, `key:${key.id}`);
    }
    throw unauthenticated();
  }

  /** The caller behind an account or key, as it is now. @throws ProblemError 401 when it is gone or has ended */
  async ofCredential(tenant: string, credential: string): Promise<Caller> {
    const known = await this.operators.load(tenant);
    if (known?.state !== 'open') throw unauthenticated();
    const operator = operatorAt(known, instantOf(known, this.clock));
    const [kind, id = ''] = credential.split(':');
    const caller = kind === 'key' ? await this.ofKey(operator, id) : await this.ofAccount(operator, await this.accounts.byId(tenant, id));
    if (!caller) throw unauthenticated();
    return caller;
  }

  private async ofKey(operator: Operator, id: string): Promise<Caller | undefined> {
    const key = await this.keys.byId(id);
    if (key?.tenant !== operator.id || (key.expiresAtMs !== undefined && key.expiresAtMs <= this.clock.nowMs())) return undefined;
    const actor: Actor = { id: key.id, kind: 'api-client', name: key.name, roles: key.roles };
    return { operator, actor, readers: readerTokensOf(actor, key.place), credential: `key:${key.id}`, apiClient: true, now: instantOf(operator, this.clock) };
  }

  private async ofAccount(operator: Operator, account: Account | undefined): Promise<Caller | undefined> {
    if (!account || account.person === '') return undefined;
    const now = instantOf(operator, this.clock);
    const head = await this.matters.find(systemContext(operator, now), account.person);
    if (!head || head.matter.final) return undefined;
    const person = personOfStaff(head.matter);
    const actor: Actor = { id: account.person, kind: account.kind, name: person.name, roles: account.kind === 'customer' ? ['customer'] : person.roles };
    return { operator, actor, readers: readerTokensOf(actor, person.place), credential: `account:${account.id}`, apiClient: false, now };
  }
}

const unauthenticated = () => problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
