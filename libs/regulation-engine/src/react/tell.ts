import type { CompiledAction } from '../compile/compiled-kind.ts';
import { placeholders } from '../describe/placeholders.ts';
import type { ResolvedEffect } from '../matter/event.ts';
import type { FactMap } from '../matter/matter.ts';
import { recipients } from '../parties/resolve-persons.ts';
import { operands } from '../scope/operands.ts';
import { effectId } from './effect-context.ts';
import type { ActionContext, Consequences } from './effect-context.ts';

type Tell = Extract<ResolvedEffect, { verb: 'tell' }>;

/** Tells everyone named. `once`: never a second time for this matter (and line). */
export function tell(context: ActionContext, action: CompiledAction, into: Consequences): void {
  const { session, scope, matter, at, starter } = context;
  const key = `${action.item}${context.line === undefined ? '' : `:${context.line}`}`;
  if (action.once && matter.told.includes(key)) return;
  const to = recipients(action.tell!, session.people(scope, at, matter, starter));
  if (to.length === 0) return;
  const text = action.text ?? (session.policy.texts.has(context.type) ? context.type : 'told');
  into.effects.push({ id: effectId(context, action), verb: 'tell', to, channels: action.channels, ...(action.proof && { proof: true }), text, facts: factsToTell(context, action.pack, text), citation: action.citation });
  if (action.once) into.change = { ...into.change, told: [...(into.change.told ?? []), key] };
}

/** The default when a promise is missed: whoever owes it and his superior are told, once per run. */
export function tellMissed(context: ActionContext, owing: readonly string[]): Tell | undefined {
  const { session, run } = context;
  if (!run) return undefined;
  const superiors = owing.flatMap((id) => session.facts.directory.person(id)?.superior ?? []);
  const to = [...new Set([...owing, ...superiors])];
  if (to.length === 0) return undefined;
  return { id: `${context.eventId}:missed`, verb: 'tell', to, channels: [], text: 'missed', facts: factsToTell(context, '', 'missed'), citation: run.citation };
}

/** What the sentence needs and the head of the matter; never a fact the sentence does not name. */
export function factsToTell({ session, scope, matter, run, type }: ActionContext, pack: string, text: string): FactMap {
  return {
    ...operands(scope, pack, placeholders(session.policy, pack, text)),
    event: type, kind: matter.kind, matter: matter.id, state: matter.state,
    ...(matter.number !== undefined && { number: matter.number }),
    ...(run && { step: run.name, ...(run.dueAt !== undefined && { dueAt: run.dueAt }) }),
  };
}
