import { businessDateOf } from '@huiyin/deadline-rules';
import type { Matter, PostedEntry } from '../matter/matter.ts';
import { exactSum } from '../figures/exact.ts';
import type { Session } from '../run/session.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import type { WantedEntry } from './post.ts';

/**
 * Posts the difference between what stands under an id and what is wanted now, party by party, by the rule of what is wanted: of the date it counts for while that period is
 * open, else of today, saying what it corrects. Nothing is posted where nothing differs.
 */
export function balance({ session, matter, at }: ActionContext, id: string, wanted: readonly WantedEntry[], into: Consequences): void {
  const posted = entriesUnder(matter, id);
  const accounts = new Map<string, { entry: WantedEntry; due: number[] }>();
  for (const entry of posted) side(accounts, entry).due.push(-entry.amount);
  for (const entry of wanted) {
    const account = side(accounts, entry);
    account.due.push(entry.amount);
    // What is wanted now says why; where nothing is any more, what was posted did.
    account.entry = { ...account.entry, citation: entry.citation };
  }
  let count = posted.length;
  for (const { entry, due } of accounts.values()) {
    const amount = exactSum(due);
    if (amount === 0) continue;
    count += 1;
    const { corrects: _, ...rest } = entry;
    const corrected: PostedEntry = { ...rest, id: count === 1 ? id : `${id}~${count}`, amount, ...dated(session, entry, at) };
    into.change = { ...into.change, entries: [...(into.change.entries ?? []), corrected] };
  }
}

function side(accounts: Map<string, { entry: WantedEntry; due: number[] }>, entry: WantedEntry): { entry: WantedEntry; due: number[] } {
  const key = JSON.stringify([entry.to ?? null, entry.from ?? null, entry.account ?? null]);
  const known = accounts.get(key) ?? { entry, due: [] };
  accounts.set(key, known);
  return known;
}

export function entriesUnder(matter: Matter, id: string): readonly PostedEntry[] {
  return matter.entries.filter((entry) => entry.id === id || entry.id.startsWith(`${id}~`) || entry.id.startsWith(`${id}:`));
}

/** Its own date while the period is open; else today's business date, with the date it corrects: at 00:30 of an evening the evening's. */
function dated({ facts, policy }: Session, entry: WantedEntry, at: string): Pick<PostedEntry, 'at' | 'corrects'> {
  const closed = facts.closedUntil?.(entry.ledger);
  const day = (instant: string): string => (instant.length === 10 ? instant : businessDateOf(instant, policy.calendar));
  const own = entry.corrects ?? entry.at;
  if (closed === undefined || day(own) >= day(closed)) return { at: own };
  return { at: own.length === 10 ? day(at) : at, corrects: own };
}
