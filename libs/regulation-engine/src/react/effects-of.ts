import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledEffect } from '../compile/compiled-kind.ts';
import { applyChange } from '../evolve/evolve.ts';
import { postResults } from '../indicators/post-results.ts';
import { POSTING } from '../indicators/result-kind.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { askForHelp } from './ask-for-help.ts';
import { carryOut } from './carry-out.ts';
import { contextsOf } from './each-entry.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { REACHED } from '../thresholds/threshold-kind.ts';
import { askingAction } from './asking-action.ts';
import type { RefusedElsewhere } from './refused-elsewhere.ts';
import { tellMissed } from './tell.ts';

export interface Cause {
  readonly types: readonly string[];
  /** Facts that this event changed. */
  readonly changed: ReadonlySet<string>;
  /** A decision of its own that has just been taken. */
  readonly decided?: Matter;
  /** An effect of its own that its target has refused, and what the pack says then. */
  readonly refused?: RefusedElsewhere;
  /** The promise missed, with those who owed it. */
  readonly missed?: { readonly quiet: boolean; readonly owing: readonly string[] };
}

/** Everything an event brings about, in the order of the packs. A fault refuses the act, or is held by a task where nothing can be refused. */
export function effectsOf(context: ActionContext, cause: Cause): Consequences {
  const { session } = context;
  const into: Consequences = { effects: [], change: {}, watched: [] };
  let instead = false;
  if (cause.decided) chosen(context, cause.decided, into);
  if (cause.types.some((type) => POSTING.has(type))) postResults(context, into);
  if (cause.refused) carryOut({ ...context, line: `refused${cause.refused.line ?? ''}` }, cause.refused.action, into);
  for (const effect of listeners(context, cause)) {
    if (effect.watch) {
      into.watched!.push(...wouldDo(context, effect));
      continue;
    }
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

function listeners({ session, matter }: ActionContext, { types, changed }: Cause): readonly CompiledEffect[] {
  const waited = types.includes(REACHED) ? session.policy.thresholds.get(String(matter.facts['item'])) : undefined;
  const named = types.flatMap((type) => session.kind.effects.get(type) ?? []);
  const touched = changed.size === 0 ? [] : session.kind.changeEffects.filter((effect) => changed.has(effect.changed!));
  return [...new Set([...(waited ? [waited] : []), ...named, ...touched])];
}

/** A fact set by an earlier action (`as`) is there for the later ones; what was told is told. */
function upToDate(context: ActionContext, into: Consequences): ActionContext {
  if (!into.change.set && !into.change.told) return context;
  return { ...context, matter: applyChange(context.matter, { ...(into.change.set && { set: into.change.set }), ...(into.change.told && { told: into.change.told }) }) };
}

/** What the choice does, in the matter that asked. */
function chosen(context: ActionContext, decision: Matter, into: Consequences): void {
  const asked = context.matter.asked?.[decision.id];
  const found = asked && askingAction(context.session, asked.item);
  const actions = found?.action.options?.get(String(decision.facts['choice'])) ?? [];
  const here = asked?.line === undefined ? context : contextsOf(context, found!.effect).find(({ line }) => line === asked.line);
  if (here) for (const action of actions) carryOut(upToDate(here, into), action, into);
}

/** What a watching item would have done; one that cannot be evaluated says so. */
function wouldDo({ scope }: ActionContext, effect: CompiledEffect): readonly FactMap[] {
  const verbs = effect.actions.flatMap((action) => (['tell', 'open', 'act', 'post', 'hold', 'publish'] as const).filter((verb) => action[verb] !== undefined));
  try {
    return !effect.if || effect.if.test(scope) ? [{ item: effect.item, rule: effect.citation.rule, verbs }] : [];
  } catch (error) {
    if (error instanceof EvaluationFault) return [{ item: effect.item, rule: effect.citation.rule, fault: error.message }];
    throw error;
  }
}
