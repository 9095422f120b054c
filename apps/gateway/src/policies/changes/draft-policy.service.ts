import { Injectable } from '@nestjs/common';
import type { ActReply } from '@huiyin/contracts-kernel';
import { faultAt, problem } from '@huiyin/platform-http';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { canonicalJson } from '@huiyin/regulation-packs';
import type { Caller } from '../../callers/caller.ts';
import { contextOf } from '../../callers/rpc-context.ts';
import { MatterClient } from '../../door/matter-client.ts';
import type { PolicyPeriod } from '../../operators/operator.ts';
import { lastAdopted } from '../../operators/policy-period.ts';
import { PolicyRepository } from '../../persistence/policy.repository.ts';
import { refusalProblem } from '../../problems/refusal-problem.ts';
import { problemOfRpc } from '../../problems/rpc-problem.ts';
import type { Finding } from '../check/looked-at.ts';
import { MakePolicy } from '../make-policy.service.ts';
import { Policies } from '../policies.service.ts';
import { changedItems } from './changed-items.ts';
import type { ChangedItem } from './changed-items.ts';
import { changedParts } from './changed-policy.ts';
import { readInForceFrom } from './in-force-from.ts';
import { PolicySurvey } from './policy-survey.service.ts';
import type { Survey } from './policy-survey.service.ts';
import { approverOnly } from './policy-roles.ts';
import type { PolicyChangeBody } from './policy-change.body.ts';

export interface Comparison {
  /** Of the policy it leads to. */
  readonly hash: string;
  readonly changes: readonly ChangedItem[];
  readonly survey: Survey;
  readonly documents: readonly [PolicyDocument, PolicyDocument];
}

export interface DraftedPolicy extends Comparison {
  readonly head: Extract<ActReply, { ok: true }>['head'];
  readonly warnings: readonly Finding[];
}

/** Drafts a change of the operator's policy: made, linted with the overrides in and compiled, and shown on the open matters. */
@Injectable()
export class DraftPolicy {
  constructor(
    private readonly making: MakePolicy,
    private readonly repository: PolicyRepository,
    private readonly survey: PolicySurvey,
    private readonly matters: MatterClient,
    private readonly policies: Policies,
  ) {}

  /** @throws ProblemError 422 for a policy that is not sound, that changes nothing, or that would be in force before the one adopted last */
  async draft(caller: Caller, body: PolicyChangeBody, key?: { readonly key: string; readonly requestHash: string }): Promise<DraftedPolicy> {
    approverOnly(caller, 'policy.draft');
    const { base, document } = await this.base(caller);
    const inForceFrom = body.inForceFrom === undefined ? undefined : readInForceFrom(body.inForceFrom, document.calendar, caller.now);
    if ((inForceFrom ?? caller.now) < base.from) throw problem('invalid', { code: 'policy.before-the-last', errors: [{ ...faultAt('/inForceFrom', 'refused'), code: 'policy.before-the-last', message: (locale) => BEFORE_THE_LAST[locale] }] });
    const parts = changedParts(document, body);
    const { hash, document: changed, warnings } = await this.making.make(parts);
    if (hash === base.hash) throw problem('invalid', { code: 'policy.unchanged', detail: UNCHANGED });
    const comparison = await this.compare(caller, document, changed, hash);
    const input = { packs: parts.packs, overrides: canonicalJson(parts.overrides), calendar: canonicalJson(parts.calendar), hash, base: base.matter, previous: base.hash, ...(inForceFrom !== undefined && { inForceFrom }), ...(body.reason !== undefined && { reason: body.reason }) };
    const context = contextOf(caller, key && { commandKey: key.key, bodyHash: key.requestHash });
    const reply = await this.matters.act('gateway', { context, kind: 'policy', act: 'draft', input });
    if (!reply.ok) throw await this.problemOf(reply.problem);
    return { head: reply.head, warnings, ...comparison };
  }

  /** What a policy changes, and what that would do to the matters that are open now. */
  async compare(caller: Caller, before: PolicyDocument, after: PolicyDocument, hash: string): Promise<Comparison> {
    const changes = changedItems(before, after);
    return { hash, changes, survey: await this.survey.of(caller, hash, changes), documents: [before, after] };
  }

  private async base({ operator }: Caller): Promise<{ readonly base: PolicyPeriod; readonly document: PolicyDocument }> {
    const base = lastAdopted(operator);
    const document = base && (await this.repository.get(base.hash));
    if (!base || !document) throw new Error(`operator ${operator.id} has no policy to change`);
    return { base, document };
  }

  private async problemOf(answer: Extract<ActReply, { ok: false }>['problem']): Promise<Error> {
    if (answer.kind !== 'refused') return problemOfRpc(answer);
    const [policy, kind] = await Promise.all([this.policies.get(answer.policy), this.policies.kind(answer.policy, 'policy')]);
    return refusalProblem(policy, kind, 'draft', answer.refusals);
  }
}

const BEFORE_THE_LAST = { 'zh-CN': '已采用的变更生效更晚，新的变更不能早于它', 'zh-TW': '已採用的變更生效更晚，新的變更不能早於它', en: 'A change adopted already begins later; a further one cannot begin before it' } as const;
const UNCHANGED = { 'zh-CN': '内容与现有制度相同，没有变更', 'zh-TW': '內容與現有制度相同，沒有變更', en: 'This is the policy as it stands: nothing would change' } as const;
