import type { CompiledAction, Resolvable } from '../compile/compiled-kind.ts';
import { plain } from '../cel/plain.ts';
import type { MatterChange, ResolvedEffect } from '../matter/event.ts';
import type { FactMap, FactValue, Matter, StepState } from '../matter/matter.ts';
import { everyone, responsible } from '../parties/resolve-persons.ts';
import type { Session } from '../run/session.ts';
import type { EventNames, RunScope } from '../scope/run-scope.ts';

/** Where an action is carried out: the event, the matter after it, the line it is about. */
export interface ActionContext {
  readonly session: Session;
  readonly scope: RunScope;
  readonly matter: Matter;
  readonly at: string;
  /** Type of the event that set it off. */
  readonly type: string;
  /** `<matter>:<seq>`: effects are numbered under it. */
  readonly eventId: string;
  readonly event?: EventNames;
  readonly run?: StepState;
  readonly starter?: string;
  /** Suffix of the id where the effect runs once per line. */
  readonly line?: string;
}

/** What actions bring about: effects elsewhere, and changes of the own matter. */
export interface Consequences {
  readonly effects: ResolvedEffect[];
  change: MatterChange;
  /** What packs that only watch would have done. */
  readonly watched?: FactMap[];
}

export function effectId(context: ActionContext, action: Pick<CompiledAction, 'item'>): string {
  return [context.eventId, action.item, context.line].filter((part) => part !== undefined).join(':');
}

/** The action as it cites here: the row that set the fact it names, else its own rule. */
export function citing({ matter }: Pick<ActionContext, 'matter'>, action: CompiledAction): CompiledAction {
  const row = action.ruleOf === undefined || matter.facts[action.ruleOf] === undefined ? undefined : matter.reasons[action.ruleOf];
  return row ? { ...action, citation: row.citation } : action;
}

export function assigned(action: CompiledAction, scope: RunScope): FactMap {
  const set: Record<string, FactValue> = {};
  for (const { field, value } of action.set) set[field] = 'literal' in value ? value.literal : plain(value.expression.evaluate(scope));
  return set;
}

/** Somebody's id (a member of staff, or an outsider such as the customer), or what an expression gives. */
export function resolved(context: ActionContext, resolvable: Resolvable | undefined): FactValue {
  if (!resolvable) return null;
  if ('expression' in resolvable) return plain(resolvable.expression.evaluate(context.scope));
  const people = context.session.people(context.scope, context.at, context.matter, context.starter);
  return responsible(resolvable.persons, people) ?? everyone(resolvable.persons, people)[0] ?? null;
}
