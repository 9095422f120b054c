import { zonedText } from '@huiyin/deadline-rules';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAction, CompiledEffect } from '../compile/compiled-kind.ts';
import type { Following, Matter, PostedEntry } from '../matter/matter.ts';
import { exactSum } from '../figures/exact.ts';
import type { Session } from '../run/session.ts';
import { askForHelp } from './ask-for-help.ts';
import { contextsOf } from './each-entry.ts';
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
      correct(context, following, found.action, wantedNow(context, following, found), into);
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
  return here ? entriesOf(here, action) : [];
}

function correct({ session, matter, at }: ActionContext, { id }: Following, action: CompiledAction, wanted: readonly WantedEntry[], into: Consequences): void {
  const posted = entriesUnder(matter, id);
  const accounts = new Map<string, { entry: WantedEntry; due: number[] }>();
  for (const entry of posted) side(accounts, entry).due.push(-entry.amount);
  for (const entry of wanted) side(accounts, entry).due.push(entry.amount);
  let count = posted.length;
  for (const { entry, due } of accounts.values()) {
    const amount = exactSum(due);
    if (amount === 0) continue;
    count += 1;
    const corrected: PostedEntry = { ...entry, id: count === 1 ? id : `${id}~${count}`, amount, citation: action.citation, ...dated(session, entry, at) };
    into.change = { ...into.change, entries: [...(into.change.entries ?? []), corrected] };
  }
}

function side(accounts: Map<string, { entry: WantedEntry; due: number[] }>, entry: WantedEntry): { due: number[] } {
  const key = JSON.stringify([entry.to ?? null, entry.from ?? null, entry.account ?? null]);
  const known = accounts.get(key) ?? { entry, due: [] };
  accounts.set(key, known);
  return known;
}

function entriesUnder(matter: Matter, id: string): readonly PostedEntry[] {
  return matter.entries.filter((entry) => entry.id === id || entry.id.startsWith(`${id}~`) || entry.id.startsWith(`${id}:`));
}

/** Its own date while the period is open; else today, with the date it corrects. */
function dated({ facts, policy }: Session, entry: WantedEntry, at: string): Pick<PostedEntry, 'at' | 'corrects'> {
  const closed = facts.closedUntil?.(entry.ledger);
  const day = (instant: string): string => (instant.length === 10 ? instant : zonedText(instant, policy.zone).slice(0, 10));
  if (closed === undefined || day(entry.at) >= day(closed)) return { at: entry.at };
  return { at: entry.at.length === 10 ? day(at) : at, corrects: entry.at };
}
