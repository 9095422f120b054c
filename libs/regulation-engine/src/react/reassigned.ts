import type { CompiledPersons } from '../compile/compiled-item.ts';
import type { StepState } from '../matter/matter.ts';
import { isPresent } from '../parties/presence.ts';
import type { Session } from '../run/session.ts';
import { signersOf } from '../run/signature-steps.ts';
import { FALLBACK_STEP } from './fallback.ts';
import { namesFacts } from './names-facts.ts';
import { caretaker, owedBy, somebody } from './owing.ts';

/** Open steps that name somebody by one of these facts, or whose debtor is not there: owed by whoever is named, or stands in, now. */
export function reassigned(session: Session, at: string, facts: ReadonlySet<string>): readonly StepState[] {
  return session.matter.steps.flatMap((step) => {
    const named = step.open && !step.whole && !step.silent ? namedBy(session, step) : undefined;
    const away = isAway(session, step, at);
    if (!named || !(away || (facts.size > 0 && namesFacts(named, facts, session.kind.steps.get(step.name)?.each)))) return [];
    const item = session.kind.steps.get(step.name) ?? { item: String(step.why['item']), pack: '', citation: step.citation };
    const who = session.attempt(item, () => somebody(session, named, session.matter, at, session.scope(at, lineOf(session, step))), away ? cared(session, at) : step.who);
    return who.join() === step.who.join() ? [] : [{ ...step, who }];
  });
}

/** Facts that the events from `first` on changed, and links whose matter has changed. */
export function changedSince(session: Session, first: number): ReadonlySet<string> {
  return new Set(session.events.slice(first).flatMap(({ type, data, change }) => [...Object.keys(change.set ?? {}), ...(type.endsWith('.linkChanged') ? linksTo(session, String(data?.['source'])) : [])]));
}

/** Fields that link to a matter. */
export function linksTo({ matter }: Session, id: string): readonly string[] {
  return Object.entries(matter.links).filter(([, linked]) => linked === id).map(([field]) => field);
}

/** Whom an open run names: its step, the signer that is missing, or (the fallback) nobody in particular. */
function namedBy(session: Session, step: StepState): readonly CompiledPersons[] | undefined {
  const compiled = session.kind.steps.get(step.name);
  if (compiled) return owedBy(session, compiled);
  return step.name === FALLBACK_STEP ? [] : signersOf(session.kind, step);
}

function lineOf({ matter, kind }: Session, { line, name }: StepState): Parameters<Session['scope']>[1] {
  const field = line === undefined ? undefined : kind.steps.get(name)?.each;
  const key = field === undefined ? undefined : kind.fields.get(field)?.lineKey;
  const lines = field === undefined ? undefined : matter.facts[field];
  const facts = Array.isArray(lines) && key !== undefined ? (lines as readonly StepState['why'][]).find((each) => String(each[key]) === line) : undefined;
  return facts ? { line: { kind: kind.name, field: field!, facts } } : {};
}

function cared(session: Session, at: string): readonly string[] {
  const person = caretaker(session, session.matter, at);
  return person === undefined ? [] : [person];
}

/** Nobody at all owes it, or somebody who is absent or gone. */
function isAway({ facts }: Session, { who }: StepState, at: string): boolean {
  if (who[0] === undefined) return true;
  const debtor = facts.directory.person(who[0]);
  return debtor !== undefined && !isPresent(debtor, at);
}
