import { Injectable } from '@nestjs/common';
import type { MatterEvent, MatterHead } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../../callers/caller.ts';
import { contextOf } from '../../callers/rpc-context.ts';
import { MatterClient } from '../../door/matter-client.ts';
import { MatterActs } from '../../matters/matter-acts.service.ts';
import type { ActWish } from '../../matters/matter-acts.service.ts';
import type { PolicyPeriod } from '../../operators/operator.ts';
import { lastAdopted } from '../../operators/policy-period.ts';
import { OperatorRepository } from '../../persistence/operator.repository.ts';
import { PolicyRepository } from '../../persistence/policy.repository.ts';
import { Policies } from '../policies.service.ts';
import { approverOnly } from './policy-roles.ts';

const KIND = 'policy';

/** Consent to a drafted change by a second person, its adoption, its withdrawal. */
@Injectable()
export class AdoptPolicy {
  constructor(
    private readonly acts: MatterActs,
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly repository: PolicyRepository,
    private readonly operators: OperatorRepository,
  ) {}

  /** @throws ProblemError 403, 404, 409 with every failing gate */
  async act(caller: Caller, id: string, act: 'consent' | 'adopt' | 'withdraw', body: JsonObject, conditions: Pick<ActWish, 'expectedVersion' | 'key'>): Promise<MatterHead> {
    approverOnly(caller, `${KIND}.${act}`);
    const target = await this.draft(caller, id);
    if (act === 'adopt') await this.refuseOvertaken(caller, target.matter);
    const kind = await this.policies.kind(target.matter.policy, KIND);
    const described = kind.acts.find(({ name }) => name === act);
    if (!described) throw problem('not-found');
    const { head } = await this.acts.perform(caller, { kind, act: described, body, target, ...conditions });
    if (head.matter.state === 'adopted') await this.operators.adopt(caller.operator.id, periodOf(head.matter));
    return head;
  }

  /** The event says it again, should the gateway stop between the two. */
  async receive(event: MatterEvent, after: Matter): Promise<void> {
    if (event.data.type === 'policy.adopt') await this.operators.adopt(event.tenant, periodOf(after));
  }

  /** A change of policy by its id, as this caller may read it. @throws ProblemError 404 */
  async draft(caller: Caller, id: string): Promise<MatterHead> {
    const head = await this.matters.get(contextOf(caller), id, KIND);
    if (head.matter.kind !== KIND) throw problem('not-found');
    return head;
  }

  /** What was drafted on another policy than the one adopted last would undo what came between. */
  private async refuseOvertaken({ operator }: Caller, { facts, state }: Matter): Promise<void> {
    if (state === 'consented' && facts['base'] !== lastAdopted(operator)?.matter) throw problem('conflict', { code: 'policy.base-has-changed', detail: OVERTAKEN });
    if (!(await this.repository.get(String(facts['hash'])))) throw problem('conflict', { code: 'policy.unknown' });
  }
}

/** @param matter an adopted policy */
export const periodOf = ({ id, facts, openedAt }: Matter): PolicyPeriod => ({ hash: String(facts['hash']), from: String(facts['inForceFrom'] ?? openedAt), matter: id });

const OVERTAKEN = { 'zh-CN': '起草之后已有另一项变更被采用，请重新起草', 'zh-TW': '起草之後已有另一項變更被採用，請重新起草', en: 'Another change was adopted after this one was drafted. Draft it anew.' } as const;
