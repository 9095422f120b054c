import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledAction } from '../compile/compiled-kind.ts';
import { EVERYWHERE } from '../compile/merge-kinds.ts';
import type { ResolvedEffect } from '../matter/event.ts';
import type { FactMap } from '../matter/matter.ts';
import { isMatterOf } from '../run/kind-of.ts';
import type { ActionContext } from './effect-context.ts';
import { matterIdOf } from './matter-id.ts';

type Open = Extract<ResolvedEffect, { verb: 'open' }>;

/** An `open` for the first creating act of a kind, in the service that hosts it (kinds of every service: where the effect arose); undefined where the policy has none. */
export function opening(context: ActionContext, action: Pick<CompiledAction, 'open' | 'as' | 'act' | 'citation'>, given: { readonly id: string; readonly input: FactMap; readonly owner?: string }): Open | undefined {
  const { session, matter } = context;
  const family = session.policy.kinds.get(action.open!);
  const kind = family?.governed[0]?.kind ?? family?.plain;
  const creating = kind && [...kind.acts.values()].find((candidate) => candidate.creating);
  if (!kind || !creating) return undefined;
  const link = [...kind.fields.values()].find((field) => field.type === 'ref' && (field.to === undefined || field.to === 'any' || isMatterOf(session.policy, matter.kind, field.to)));
  const responsible = given.owner === undefined ? undefined : ownerField(creating);
  const input = { ...(responsible !== undefined && { [responsible]: given.owner! }), ...(link && given.input[link.name] === undefined && creating.takes.has(link.name) && { [link.name]: matter.id }), ...given.input };
  const service = kind.service === EVERYWHERE ? matter.service : kind.service;
  return {
    id: given.id, verb: 'open', service, kind: kind.name, act: creating.name, target: matterIdOf(given.id, context.at, service), input, ...(session.countsAt !== undefined && { countsAt: session.countsAt }),
    ...(action.as !== undefined && { link: { field: action.as } }), citation: action.citation,
  };
}

/** Field in which a kind says who is to care: `owner`, `assignee`, else its first person. */
function ownerField(creating: CompiledAct): string | undefined {
  return ['owner', 'assignee'].find((name) => creating.takes.get(name)?.type === 'person') ?? [...creating.takes.values()].find((field) => field.type === 'person')?.name;
}
