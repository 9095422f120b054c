import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { needsOfPolicyInstant, policyInstant } from '@huiyin/regulation-engine';
import type { ActDescription, FactMap, Facts, KindDescription } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { systemContext } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { policyAt } from '../operators/policy-period.ts';
import { readInForceOn } from '../policies/changes/in-force-from.ts';
import { Policies } from '../policies/policies.service.ts';

/** Under which policy a new matter opens: the one in force now, or on the date that a fact of it names (`policyAt`). */
@Injectable()
export class OpeningPolicy {
  constructor(
    private readonly policies: Policies,
    private readonly matters: MatterClient,
  ) {}

  /** The caller, kind and act under another policy than the one in force now; undefined where that one is right. */
  async differing(caller: Caller, kind: KindDescription, act: ActDescription, input: FactMap): Promise<{ readonly caller: Caller; readonly kind: KindDescription; readonly act: ActDescription } | undefined> {
    const { operator, actor, now } = caller;
    if ((operator.policies ?? []).length < 2) return undefined;
    const policy = await this.policies.get(operator.policy);
    const command = { act: act.name, input, actor };
    const facts = await this.#factsFor(caller, needsOfPolicyInstant(policy, kind.kind, command).map(({ id }) => id));
    const named = instantOf(() => policyInstant(policy, kind.kind, command, facts, now));
    const at = readInForceOn(named, policy.calendar);
    const hash = at === undefined ? operator.policy : policyAt(operator, at);
    if (hash === operator.policy) return undefined;
    const other = (await this.policies.kinds(hash)).byName(kind.kind);
    const same = other?.acts.find(({ name, creating }) => name === act.name && creating);
    return other && same && { caller: { ...caller, operator: { ...operator, policy: hash } }, kind: other, act: same };
  }

  /** The matters that the new one links, as they stand; nobody is told of. */
  async #factsFor({ operator, now }: Caller, ids: readonly string[]): Promise<Facts> {
    const context = systemContext(operator, now);
    const heads = await Promise.all(ids.map((id) => this.matters.find(context, id)));
    const linked = new Map(heads.flatMap((head) => (head ? [[head.matter.id, head.matter] as const] : [])));
    return { directory: { person: () => undefined, all: () => [] }, matter: (id) => linked.get(id) };
  }
}

/** An error never binds a matter to whatever policy is at hand. @throws ProblemError 422 */
function instantOf(read: () => string): string {
  try {
    return read();
  } catch (thrown) {
    throw problem('invalid', { code: 'policy.date-unknown', detail: { 'zh-CN': '无法判断适用哪一版制度', 'zh-TW': '無法判斷適用哪一版制度', en: 'Which policy applies cannot be told' }, extensions: { reason: thrown instanceof Error ? thrown.message : String(thrown) } });
  }
}
