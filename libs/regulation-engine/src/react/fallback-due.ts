import { FALLBACK } from '../compile/compile-due.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { dueOf } from './due-of.ts';
import type { ResolvedDue } from './due-of.ts';

/** Due of whatever has no limit of its own (domain.md, rule D): as the kind says, else close of business of the next working day. */
export function fallbackDue(session: Session, start: string, scope: RunScope): ResolvedDue | undefined {
  const { kind, policy } = session;
  return session.attempt(kind.fallback, () => dueOf(kind.fallback.due, start, policy.calendar, scope), undefined) ?? dueOf({ type: 'text', text: FALLBACK }, start, policy.calendar, scope);
}
