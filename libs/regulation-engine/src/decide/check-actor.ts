import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledPersons } from '../compile/compiled-item.ts';
import type { Matter } from '../matter/matter.ts';
import type { Actor, OnBehalfOf } from '../matter/person.ts';
import { mayAct } from '../parties/may-act.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { refusal } from './refusals.ts';

/** Who may: the act's `by`, or its signers. Effects of the system may always; without `by` nobody else. Cites the act's rule. */
export function checkActor(session: Session, scope: RunScope, act: CompiledAct, matter: Matter, actor: Actor, behalf: OnBehalfOf | undefined, at: string): readonly Refusal[] {
  if (actor.kind === 'system') return [];
  const named = permitted(act);
  const context = session.people(scope, at, matter);
  let code = 'notAllowed';
  let fault: EvaluationFault | undefined;
  for (const persons of named) {
    try {
      const permission = mayAct(persons, actor, behalf, context);
      if (permission === 'allowed') return [];
      if (permission !== 'notAllowed') code = permission;
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      fault = error;
    }
  }
  if (fault) return [refusal('actor', 'evaluation', act.whoMay, { item: act.item, expression: fault.source, reason: fault.reason })];
  return [refusal('actor', code, act.whoMay, { act: act.name, by: named.flatMap((persons) => persons.names), actor: actor.name })];
}

export function permitted(act: CompiledAct): readonly CompiledPersons[] {
  return act.sign ?? (act.by ? [act.by] : []);
}
