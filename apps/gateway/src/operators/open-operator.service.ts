import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mintId } from '@huiyin/contracts-kernel';
import type { ActReply } from '@huiyin/contracts-kernel';
import { faultAt, problem } from '@huiyin/platform-http';
import { canonicalJson } from '@huiyin/regulation-packs';
import type { FactMap } from '@huiyin/regulation-engine';
import { Accounts } from '../accounts/accounts.service.ts';
import { systemContext } from '../callers/rpc-context.ts';
import { GatewayConfig } from '../config.ts';
import { MatterClient } from '../door/matter-client.ts';
import { readInstant } from '../mapping/instant.ts';
import { OperatorRepository } from '../persistence/operator.repository.ts';
import { MakePolicy } from '../policies/make-policy.service.ts';
import { ADMINISTRATOR_ROLE } from '../callers/caller.ts';
import { Clock, instantOf } from './clock.ts';
import type { Operator } from './operator.ts';
import type { AdministratorBody, OpenOperatorBody } from './open-operator.body.ts';
import { calendarOf } from './operator-calendar.ts';

export interface OpenedOperator {
  readonly operator: Operator;
  readonly policyMatter: string;
  readonly administrator: { readonly id: string; readonly name: string; readonly login: string };
}

/** Opens a tenant: its first policy, its own matters, and the first administrator who can sign in. */
@Injectable()
export class OpenOperator {
  constructor(
    private readonly config: GatewayConfig,
    private readonly clock: Clock,
    private readonly operators: OperatorRepository,
    private readonly making: MakePolicy,
    private readonly accounts: Accounts,
    private readonly matters: MatterClient,
  ) {}

  /** @throws ProblemError 422 for a body or policy that is not sound, 403 for simulated time on a system without it */
  async open(body: OpenOperatorBody): Promise<OpenedOperator> {
    const credentials = credentialsOf(body.administrator);
    const now = this.startOf(body);
    const calendar = calendarOf(body.zone, body.calendar);
    const { hash } = await this.making.make({ zone: body.zone, packs: body.packs, overrides: (body.overrides ?? {}) as FactMap, calendar });
    const id = mintId('gateway', this.clock.nowMs(), randomBytes(9));
    const operator: Operator = { id, name: body.name, zone: body.zone, simulated: body.simulated === true, now, policy: hash, policies: [], state: 'opening', createdAt: new Date(this.clock.nowMs()).toISOString() };
    await this.operators.insert(operator);
    const matter = await this.make(operator, 'operator', 'open', { name: body.name, zone: body.zone, simulated: operator.simulated });
    const policyMatter = await this.make(operator, 'policy', 'found', { packs: body.packs, overrides: canonicalJson(body.overrides ?? {}), calendar: canonicalJson(calendar), hash });
    const administrator = await this.make(operator, 'staffMember', 'hire', { name: body.administrator.name, roles: [ADMINISTRATOR_ROLE] });
    await this.accounts.reserve(id, 'staff', credentials, administrator);
    await this.operators.adopt(id, { hash, from: now, matter: policyMatter });
    await this.operators.open(id, matter);
    return { operator: { ...operator, state: 'open', matter }, policyMatter, administrator: { id: administrator, name: body.administrator.name, login: credentials.login } };
  }

  private startOf(body: OpenOperatorBody): string {
    if (!body.simulated) {
      if (body.now !== undefined) throw problem('invalid', { errors: [faultAt('/now', 'refused')] });
      return new Date(this.clock.nowMs()).toISOString();
    }
    if (!this.config.simulation) throw problem('forbidden', { code: 'simulation-not-enabled' });
    const now = body.now === undefined ? new Date(this.clock.nowMs()).toISOString() : readInstant(body.now);
    if (now === undefined) throw problem('invalid', { errors: [faultAt('/now', 'wrong-format', { type: 'RFC 3339' })] });
    return now;
  }

  private async make(operator: Operator, kind: string, act: string, input: FactMap): Promise<string> {
    const context = systemContext(operator, instantOf(operator, this.clock));
    const reply: ActReply = await this.matters.act('gateway', { context, kind, act, input });
    if (!reply.ok) throw new Error(`opening an operator: ${kind}.${act} was answered ${JSON.stringify(reply.problem)}`);
    return reply.head.matter.id;
  }
}

function credentialsOf({ account, login, password }: AdministratorBody) {
  const credentials = account ?? { login, password };
  const faults = (['login', 'password'] as const).filter((name) => credentials[name] === undefined).map((name) => faultAt(`/administrator/account/${name}`, 'required'));
  if (faults.length > 0) throw problem('invalid', { errors: faults });
  return credentials as { login: string; password: string };
}
