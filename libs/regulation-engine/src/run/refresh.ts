import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Matter } from '../matter/matter.ts';
import { head, headWouldChange } from '../react/head.ts';
import { raise } from '../react/raise.ts';
import { settle } from '../settle/settle.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Facts, Outcome } from './outcome.ts';
import { owed } from './owed.ts';
import { allowed } from './perform.ts';
import { Session, SYSTEM } from './session.ts';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Looks at a matter again though nothing happened to it: a query that its posted entries follow, a person who left or came, a copy that arrived.
 * Where nothing follows, there is no event.
 */
export function refresh(policy: CompiledPolicy, matter: Matter, facts: Facts, now: string): Outcome {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'timer');
  settle(session, now);
  const first = session.events.length;
  raise(session, { type: `${session.kind.name}.refreshed`, at: now, by: SYSTEM, change: {}, again: true }, !headWouldChange(session, now, NOTHING));
  owed(session, now);
  head(session, now, first, false);
  settle(session, now);
  return allowed(session);
}
