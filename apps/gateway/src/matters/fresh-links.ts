import { serviceOfId } from '@huiyin/contracts-kernel';
import type { RpcContext } from '@huiyin/contracts-kernel';
import type { Fault } from '@huiyin/platform-http';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { contextOf, systemContext } from '../callers/rpc-context.ts';
import type { MatterClient } from '../door/matter-client.ts';
import type { ReadInput } from '../mapping/read-input.ts';
import type { KindIndex } from '../policies/kind-index.ts';

export interface LookedUp {
  readonly fresh: NonNullable<RpcContext['fresh']>;
  readonly faults: readonly Fault[];
}

const NOT_FOUND = { 'zh-CN': '没有找到所指的对象', 'zh-TW': '沒有找到所指的對象', en: 'What this points to was not found' } as const;

/**
 * Asks the owner of every link that an act names for its present sequence, so that the deciding service first brings its
 * copies up to it. Ids the caller may not know of are faults of the body: also those of another operator.
 * @param kinds of the policy by which the act is decided: a reference to a kind takes its variants too
 * @param matter the matter acted on: its links, too, must be as fresh as the caller has seen them
 */
export async function lookUpLinks(matters: MatterClient, caller: Caller, kinds: KindIndex, ids: ReadInput['ids'], matter: Matter | undefined): Promise<LookedUp> {
  const own = contextOf(caller);
  const system = systemContext(caller.operator, caller.now);
  const faults: Fault[] = [];
  const fresh: Record<string, { service: string; seq: number }> = {};
  const note = (found: Matter): void => void (fresh[found.id] = { service: serviceOfId(found.id) ?? found.service, seq: found.seq });

  const named = ids.map(async ({ id, pointer, field }) => {
    const head = await matters.find(field.type === 'person' ? system : own, id);
    const fits = head && (field.type === 'person' ? head.matter.kind === 'staffMember' : field.to === undefined || field.to === 'any' || kinds.isOf(head.matter.kind, field.to));
    if (fits) note(head.matter);
    else faults.push({ pointer, code: 'link-not-found', message: (locale) => NOT_FOUND[locale] });
  });
  const linked = [...new Set([...Object.values(matter?.links ?? {}), ...(caller.actor.kind === 'staff' ? [caller.actor.id] : [])])].map(async (id) => {
    const head = serviceOfId(id) ? await matters.find(system, id) : undefined;
    if (head) note(head.matter);
  });
  await Promise.all([...named, ...linked]);
  return { fresh, faults };
}
