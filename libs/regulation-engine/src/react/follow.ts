import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAction, CompiledEffect } from '../compile/compiled-kind.ts';
import type { Following } from '../matter/matter.ts';
import { askForHelp } from './ask-for-help.ts';
import { balance } from './balance.ts';
import { contextsOf } from './each-entry.ts';
import { citing } from './effect-context.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { entriesOf } from './post.ts';
import type { WantedEntry } from './post.ts';

/**
 * Looks at everything posted again: what its facts (and queries) make of it now. The difference is a new entry, of the date it counts for
 * while that period is open, else of today, saying what it corrects. What cannot be computed stays as it is; a task names it once.
 */
export function followPosts(context: ActionContext, into: Consequences): void {
  for (const following of context.matter.follows ?? []) {
    const found = context.session.kind.actions.get(following.item);
    if (!found?.action.post) continue;
    try {
      balance(context, following.id, wantedNow(context, following, found), into);
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      const flag = `held:${following.id}`;
      if (context.matter.flags[flag]) continue;
      askForHelp(context, following.item, found.action.citation, error.message, into);
      into.change = { ...into.change, flags: { ...into.change.flags, [flag]: true } };
    }
  }
}

/** A line that is gone wants nothing any more. */
function wantedNow(context: ActionContext, { event, line }: Following, { action, effect }: { readonly action: CompiledAction; readonly effect: CompiledEffect }): readonly WantedEntry[] {
  const { session, matter, at } = context;
  const scope = session.scope(at, { matter, event: { ...event, countsAt: event.countsAt ?? event.at }, actor: event.by });
  const base: ActionContext = { ...context, scope, event: { ...event, countsAt: event.countsAt ?? event.at } };
  const here = line === undefined ? base : contextsOf(base, effect).find((each) => each.line === line);
  return here ? entriesOf(here, citing(here, action)) : [];
}
