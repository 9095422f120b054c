import type { CompiledPersons } from '../compile/compiled-item.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { Matter } from '../matter/matter.ts';
import { permitted } from '../decide/check-actor.ts';
import { lastResort } from '../parties/last-resort.ts';
import { isPresent, standInFor } from '../parties/presence.ts';
import { responsible } from '../parties/resolve-persons.ts';
import { kindOf } from '../run/kind-of.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';

/** Who a step names: its `who`, else the `by` of the act that ends it. */
export function owedBy(session: Session, step: CompiledStep): readonly CompiledPersons[] {
  if (step.who) return [step.who];
  const { kind, name } = step.act;
  const host = kind === undefined ? session.kind : session.policy.kinds.has(kind) ? kindOf(session.policy, kind, undefined) : undefined;
  const act = host?.acts.get(name);
  return act ? permitted(act) : [];
}

/** The persons who owe a step now. Nobody named or nobody there: whoever cares for the matter, so that it never lies ownerless. */
export function debtors(session: Session, step: CompiledStep, matter: Matter, at: string, scope: RunScope): readonly string[] {
  return step.whole ? [] : somebody(session, owedBy(session, step), matter, at, scope);
}

/** The first of these that somebody answers for, else whoever cares for the matter. */
export function somebody(session: Session, named: readonly CompiledPersons[], matter: Matter, at: string, scope: RunScope): readonly string[] {
  const people = session.people(scope, at, matter);
  for (const persons of named) {
    const person = responsible(persons, people);
    if (person !== undefined) return [person];
  }
  const person = caretaker(session, matter, at);
  return person === undefined ? [] : [person];
}

/** First row of the kind's `owner` that holds. */
export function ownerByRule(session: Session, matter: Matter, at: string): string | undefined {
  if (session.kind.owner.length === 0) return undefined;
  const scope = session.scope(at, { matter });
  for (const row of session.kind.owner) {
    const person = session.attempt(row, () => (!row.if || row.if.test(scope) ? responsible(row.is, session.people(scope, at, matter)) : undefined), matter.owner);
    if (person !== undefined) return person;
  }
  return undefined;
}

/**
 * Whoever cares for a matter that names nobody: by rule, else who owns it, took it in first or opened it (or whoever stands in for him),
 * else one of the operator's own. Undefined only where the operator has no staff at all.
 */
export function caretaker(session: Session, matter: Matter, at: string): string | undefined {
  const byRule = ownerByRule(session, matter, at);
  if (byRule !== undefined) return byRule;
  const { directory } = session.facts;
  const known = [matter.owner, matter.firstContact, matter.openedBy].flatMap((id) => (id === undefined ? [] : (directory.person(id) ?? [])));
  for (const person of known) {
    if (isPresent(person, at)) return person.id;
    const standIn = standInFor(person, at, directory);
    if (standIn) return standIn.id;
  }
  return lastResort(directory, at, known[0]?.department);
}
