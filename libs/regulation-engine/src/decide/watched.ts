import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct, WatchingLayer } from '../compile/compiled-act.ts';
import type { Matter } from '../matter/matter.ts';
import { mayAct } from '../parties/may-act.ts';
import type { Command, Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { faultRefusal } from './check-gates.ts';
import { refusal } from './refusals.ts';

/** What packs and items that only watch would refuse beside their gates: who did it, from where, and what he left out. */
export function watchedRefusals(session: Session, scope: RunScope, act: CompiledAct, command: Command, after: Matter, at: string): readonly Refusal[] {
  if (command.actor.kind === 'system') return [];
  const missing = [...session.kind.fields.values()].filter((field) => field.watchedIn.has(act.name) && (after.facts[field.name] ?? null) === null);
  return [
    ...act.watching.flatMap((layer) => ofLayer(session, scope, act, layer, command, at)),
    ...missing.map((field) => refusal('form', 'required', field.watchedIn.get(act.name)!, { field: field.name, act: act.name }, field.name)),
  ];
}

function ofLayer(session: Session, scope: RunScope, act: CompiledAct, layer: WatchingLayer, { actor, onBehalfOf }: Command, at: string): readonly Refusal[] {
  const { matter } = session;
  const state = layer.from && !layer.from.has(matter.state) ? [refusal('gate', 'wrongState', layer.citation, { act: act.name, state: matter.state })] : [];
  try {
    const may = layer.by ? mayAct(layer.by, actor, onBehalfOf, session.people(scope, at, matter)) : 'allowed';
    return may === 'allowed' ? state : [refusal('actor', may, layer.citation, { act: act.name, actor: actor.name }), ...state];
  } catch (error) {
    if (error instanceof EvaluationFault) return [faultRefusal(error, layer), ...state];
    throw error;
  }
}
