import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct } from '../compile/compiled-act.ts';
import { permitted } from '../decide/check-actor.ts';
import type { Person } from '../matter/person.ts';
import { lastResort } from '../parties/last-resort.ts';
import { mayAct } from '../parties/may-act.ts';
import { isPresent } from '../parties/presence.ts';
import { customersOf } from '../parties/resolve-persons.ts';
import type { Session } from '../run/session.ts';

/** What a matter's fallback asks for, of whom. */
export interface OfferedAct {
  readonly act: string;
  readonly who?: string;
  /** Who would owe it but may do nothing that is open in this state; `nobody`: nor may anybody above him. */
  readonly why?: { readonly insteadOf: string } | { readonly nobodyMay: true };
}

/**
 * An act that leads on from the state, offered to somebody who may do it: whoever cares for the matter, else the first of his superiors, else the
 * operator's last resort. Where none of them may, whoever cares keeps it with the first act there is, and it says so.
 */
export function offeredAct(session: Session, caring: string | undefined, at: string): OfferedAct {
  const { kind, matter } = session;
  const open = [...kind.acts.values()].filter((act) => !act.creating && (act.from?.has(matter.state) ?? false) && act.by?.names.join() !== 'system');
  const first = open[0];
  if (!first || caring === undefined) return { act: first?.name ?? '', ...(caring !== undefined && { who: caring }) };
  for (const person of inLine(session, caring, at)) {
    const act = open.find((candidate) => may(session, candidate, person, at));
    if (act) return { act: act.name, who: person.id, ...(person.id !== caring && { why: { insteadOf: caring } }) };
  }
  return { act: first.name, who: caring, why: { nobodyMay: true } };
}

/** He himself, his superiors as far as they are there, the operator's last resort. */
function inLine({ facts: { directory } }: Session, caring: string, at: string): readonly Person[] {
  const line = new Map<string, Person>();
  const own = directory.person(caring);
  for (let person = own; person && !line.has(person.id); person = person.superior === undefined ? undefined : directory.person(person.superior)) line.set(person.id, person);
  const last = lastResort(directory, at, own?.department);
  const resort = last === undefined ? undefined : directory.person(last);
  return [...line.values(), ...(resort ? [resort] : [])].filter((person) => person.id === caring || isPresent(person, at));
}

/** As the act will be decided: also what staff record for the customer. An expression that fails allows nobody. */
function may(session: Session, act: CompiledAct, { id, name, roles }: Person, at: string): boolean {
  const scope = session.scope(at, { actor: id });
  const [customer] = customersOf(session.matter);
  const behalf = customer === undefined ? undefined : { id: customer, kind: 'customer' as const, evidence: 'recorded' };
  try {
    return permitted(act).some((persons) => mayAct(persons, { id, kind: 'staff', name, roles }, behalf, session.people(scope, at)) === 'allowed');
  } catch (error) {
    if (error instanceof EvaluationFault) return false;
    throw error;
  }
}
