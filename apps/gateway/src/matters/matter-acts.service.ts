import { Injectable } from '@nestjs/common';
import type { ActReply, ActRequest, MatterHead } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { ActDescription, KindDescription, OnBehalfOf } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { readInput } from '../mapping/read-input.ts';
import { readOnBehalfOf } from '../mapping/read-on-behalf-of.ts';
import type { OnBehalfOfBody } from '../mapping/read-on-behalf-of.ts';
import { Policies } from '../policies/policies.service.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { problemOfRpc } from '../problems/rpc-problem.ts';
import { CoreBodies } from './core-bodies.ts';
import { lookUpLinks } from './fresh-links.ts';
import { hostOf } from './host-of.ts';
import { OpeningPolicy } from './opening-policy.service.ts';

export interface ActWish {
  readonly kind: KindDescription;
  readonly act: ActDescription;
  readonly body: JsonObject;
  /** The matter acted on; absent: creates. */
  readonly target?: MatterHead;
  readonly expectedVersion?: number;
  readonly key?: { readonly key: string; readonly requestHash: string };
  readonly preview?: boolean;
  /** Acts that the gateway does itself, e.g. the first administrator. */
  readonly asSystem?: boolean;
}

/** One act of any kind: body → input, links looked up, sent to the owning service, refusals written with the policy's texts. */
@Injectable()
export class MatterActs {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly coreBodies: CoreBodies,
    private readonly opening: OpeningPolicy,
  ) {}

  /** @throws ProblemError for whatever stands against it */
  async perform(caller: Caller, wish: ActWish): Promise<Extract<ActReply, { ok: true }>> {
    const reply = await this.send(caller, wish);
    if (reply.ok) return reply;
    if (reply.problem.kind !== 'refused') throw problemOfRpc(reply.problem);
    const policy = await this.policies.get(reply.problem.policy);
    throw refusalProblem(policy, wish.kind, wish.act.name, reply.problem.refusals, reply.problem.keptAs);
  }

  /** @throws ProblemError only for a body that cannot be read; what the service answers comes back as it is */
  async send(caller: Caller, wish: ActWish): Promise<ActReply> {
    const { kind, act, body, target } = wish;
    const read = readInput(kind, act, body);
    const behalf = readOnBehalfOf(body['onBehalfOf']);
    const faults: Fault[] = [...read.faults, ...behalf.faults, ...(await this.coreBodies.check(kind, act, body))];
    if (faults.length > 0) throw problem('invalid', { errors: distinct(faults) });
    const links = await lookUpLinks(this.matters, caller, await this.policies.kinds(target?.matter.policy ?? caller.operator.policy), read.ids, target?.matter);
    const onBehalfOf = behalf.given && (await this.represented(caller, behalf.given));
    if (links.faults.length > 0) throw problem('invalid', { errors: links.faults });
    const bound = target ? undefined : await this.opening.differing(caller, kind, act, read.input);
    if (bound) return this.send(bound.caller, { ...wish, kind: bound.kind, act: bound.act });
    const request: ActRequest = {
      context: contextOf(caller, { fresh: links.fresh, onBehalfOf, commandKey: wish.key?.key, bodyHash: wish.key?.requestHash }),
      kind: kind.kind,
      act: act.name,
      input: read.input,
      ...(target && { id: target.matter.id }),
      ...(read.line !== undefined && { line: read.line }),
      ...(wish.expectedVersion !== undefined && { expectedVersion: wish.expectedVersion }),
      ...(wish.preview && { preview: true }),
    };
    return this.matters.act(hostOf(kind, target), request);
  }

  /** Only staff record another's word; the customer must be one they may know of. */
  private async represented(caller: Caller, given: OnBehalfOfBody): Promise<OnBehalfOf> {
    if (caller.actor.kind !== 'staff') throw problem('forbidden', { extensions: { permission: 'act-on-behalf-of' } });
    const customer = await this.matters.find(contextOf(caller), given.customerId);
    if (customer?.matter.kind !== 'customer') {
      const text = { 'zh-CN': '没有找到这位客户', 'zh-TW': '沒有找到這位客戶', en: 'There is no such customer' } as const;
      throw problem('invalid', { errors: [{ pointer: '/onBehalfOf/customerId', code: 'link-not-found', message: (locale) => text[locale] }] });
    }
    const name = customer.matter.facts['name'];
    return { id: given.customerId, kind: 'customer', evidence: given.evidence, ...(typeof name === 'string' && { name }) };
  }
}

/** Where the description and the class of a core body both find fault with a field, the first is told. */
function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const key = fault.pointer ?? fault.code;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
