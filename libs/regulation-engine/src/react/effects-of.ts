import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledEffect } from '../compile/compiled-kind.ts';
import { applyChange } from '../evolve/evolve.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { expressed } from '../scope/expressed.ts';
import { askForHelp } from './ask-for-help.ts';
import { carryOut } from './carry-out.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { tellMissed } from './tell.ts';

export interface Cause {
  readonly types: readonly string[];
  /** Facts that this event changed. */
  readonly changed: ReadonlySet<string>;
  /** The promise missed, with those who owed it. */
  readonly missed?: { readonly quiet: boolean; readonly owing: readonly string[] };
}

/** Everything an event brings about, in the order of the packs. A fault refuses the act, or is held by a task where nothing can be refused. */
export function effectsOf(context: ActionContext, cause: Cause): Consequences {
  const { session } = context;
  const into: Consequences = { effects: [], change: {} };
  let instead = false;
  for (const effect of listeners(context, cause)) {
    if (effect.watch) continue;
    try {
      if (effect.if && !effect.if.test(context.scope)) continue;
      instead ||= effect.actions.some((action) => action.instead);
      for (const at of contextsOf(context, effect)) for (const action of effect.actions) carryOut(upToDate(at, into), action, into);
    } catch (error) {
      if (!(error instanceof EvaluationFault) || session.mode === 'act') throw error;
      askForHelp(context, effect.item, effect.citation, error.message, into);
    }
  }
  if (cause.missed && !cause.missed.quiet && !instead) {
    const told = tellMissed(context, cause.missed.owing);
    if (told) into.effects.unshift(told);
  }
  return into;
}

function listeners({ session }: ActionContext, { types, changed }: Cause): readonly CompiledEffect[] {
  const named = types.flatMap((type) => session.kind.effects.get(type) ?? []);
  const touched = changed.size === 0 ? [] : session.kind.changeEffects.filter((effect) => changed.has(effect.changed!));
  return [...new Set([...named, ...touched])];
}

/** Once, or once per entry of `each`, with `line` in scope. */
function contextsOf(context: ActionContext, effect: CompiledEffect): readonly ActionContext[] {
  if (!effect.each) return [context];
  const entries = effect.each.evaluate(context.scope);
  if (!Array.isArray(entries)) throw new EvaluationFault(effect.each.source, 'is no list');
  return entries.map((entry: unknown, index) => {
    const scope = context.session.scope(context.at, { matter: context.matter });
    Object.assign(scope.names, context.scope.names, { line: entry });
    return { ...context, scope, line: keyOf(entry, index) };
  });
}

function keyOf(entry: unknown, index: number): string {
  const value: FactValue = typeof entry === 'object' ? plain(entry) : (plain(expressed(entry as FactValue)) as FactValue);
  if (typeof value === 'string') return value;
  const first = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.values(value as FactMap)[0] : undefined;
  return typeof first === 'string' ? first : String(index);
}

/** A fact set by an earlier action (`as`) is there for the later ones; what was told is told. */
function upToDate(context: ActionContext, into: Consequences): ActionContext {
  if (!into.change.set && !into.change.told) return context;
  return { ...context, matter: applyChange(context.matter, { ...(into.change.set && { set: into.change.set }), ...(into.change.told && { told: into.change.told }) }) };
}
