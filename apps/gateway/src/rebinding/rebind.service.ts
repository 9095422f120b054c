import { Injectable } from '@nestjs/common';
import { serviceOfId } from '@huiyin/contracts-kernel';
import type { MatterHead } from '@huiyin/contracts-kernel';
import { faultAt, problem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Rebinding, RebindReply, RebindRequest } from '@huiyin/platform-matters';
import type { Caller } from '../callers/caller.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { ServiceDoor } from '../door/service-door.ts';
import { writeInstant } from '../mapping/instant.ts';
import { approverOnly } from '../policies/changes/policy-roles.ts';
import { writeChangedFact, writeReboundDue } from '../policies/changes/write-witnesses.ts';
import { KnownPolicies } from '../policies/known-policies.service.ts';
import { Policies } from '../policies/policies.service.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { problemOfRpc } from '../problems/rpc-problem.ts';
import type { RebindBody } from './rebind.body.ts';

export interface RebindWish {
  readonly body: RebindBody;
  readonly preview: boolean;
  readonly expectedVersion?: number;
  readonly key?: { readonly key: string; readonly requestHash: string };
}

/** Binds a matter to another policy, as an explicit act with its reason; a preview says beforehand what would come of it. */
@Injectable()
export class Rebind {
  constructor(
    private readonly matters: MatterClient,
    private readonly door: ServiceDoor,
    private readonly policies: Policies,
    private readonly known: KnownPolicies,
  ) {}

  /** @throws ProblemError 403 for others than approvers, 404 for a matter or policy not known here, 409 for what stands against it, 422 without a reason */
  async rebind(caller: Caller, id: string, { body, preview, expectedVersion, key }: RebindWish): Promise<{ readonly head: MatterHead; readonly rebinding: Rebinding }> {
    approverOnly(caller, 'matter.rebind');
    const { matter } = await this.matters.get(contextOf(caller), id);
    const to = await this.known.forEvaluation(caller, body.policy);
    if (!preview && !this.known.begun(caller, to)) throw problem('conflict', { code: 'policy.not-in-force', detail: NOT_IN_FORCE });
    if (!preview && body.reason === undefined) throw problem('invalid', { errors: [faultAt('/reason', 'required')] });
    const context = contextOf(caller, preview || !key ? {} : { commandKey: key.key, bodyHash: key.requestHash });
    const request: RebindRequest = { context, id, to, ...(body.reason !== undefined && { reason: body.reason }), ...(expectedVersion !== undefined && { expectedVersion }), ...(preview && { preview }) };
    const service = serviceOfId(id);
    if (!service) throw problem('not-found');
    const reply = await this.door.request<RebindReply>(service, 'rebind', request);
    if (reply.ok) return reply;
    if (reply.problem.kind !== 'refused') throw problemOfRpc(reply.problem);
    const [policy, kind] = await Promise.all([this.policies.get(reply.problem.policy), this.policies.kind(reply.problem.policy, matter.kind)]);
    throw refusalProblem(policy, kind, 'rebind', reply.problem.refusals);
  }

  /** What became, or would become, of each promise, in the reader's language. */
  async write(caller: Caller, { from, to, kind: name, dues, facts, notOpened, opened, owner }: Rebinding, locale: Locale) {
    const { zone } = caller.operator;
    const kind = (await this.policies.kinds(to)).byName(name) ?? (await this.policies.kind(from, name));
    return {
      from,
      to,
      dues: dues.map((due) => writeReboundDue(due, kind, { locale, zone })),
      facts: facts.map((fact) => writeChangedFact(fact, kind, zone)),
      notOpened: notOpened.map(({ step, citation }) => ({ step, rule: citation.rule })),
      opened: opened.map(({ step, citation, dueAt }) => ({ step, rule: citation.rule, dueAt: dueAt === undefined ? null : writeInstant(dueAt, zone) })),
      owner: owner ?? null,
    };
  }
}

const NOT_IN_FORCE = { 'zh-CN': '此制度尚未生效', 'zh-TW': '此制度尚未生效', en: 'This policy is not in force yet' } as const;
