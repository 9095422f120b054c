import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Matter } from '../matter/matter.ts';
import { append } from '../react/append.ts';
import { claimsOf } from '../run/claims.ts';
import { kindOfMatter } from '../run/kind-of.ts';
import type { Facts, Outcome } from '../run/outcome.ts';
import { Session, SYSTEM } from '../run/session.ts';
import type { Erasure } from './retention-due.ts';

/**
 * Runs a retention rule on a matter: its fact, or all of them, go; the event `kind.erased` records which, by which rule. Nothing reacts to it.
 * What earlier events of the matter hold of the erased fields is the store's to blank.
 */
export function erase(policy: CompiledPolicy, matter: Matter, { field, citation, item }: Erasure, facts: Facts, now: string): Outcome {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'timer');
  const fields = field === undefined ? Object.keys(matter.facts) : [field];
  append(session, { type: `${matter.kind}.erased`, at: now, by: SYSTEM, citation, data: { fields, item }, change: {} }, { set: Object.fromEntries(fields.map((name) => [name, null])) }, []);
  return { ok: true, matter: session.matter, events: session.events, numbers: [], unique: claimsOf(policy, session.matter) };
}
