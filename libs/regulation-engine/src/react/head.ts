import { applyChange } from '../evolve/evolve.ts';
import type { EngineEvent, MatterChange, ResolvedEffect } from '../matter/event.ts';
import type { Matter, StepState } from '../matter/matter.ts';
import { isPresent } from '../parties/presence.ts';
import type { Session } from '../run/session.ts';
import { nextStep } from '../settle/next-step.ts';
import { askForHelp } from './ask-for-help.ts';
import type { Consequences } from './effect-context.ts';
import { keepCovered } from './fallback.ts';
import { joined } from './draft.ts';
import { caretaker, debtors, ownerByRule } from './owing.ts';
import { namesFacts } from './names-facts.ts';

/**
 * After an act or alarm and all it entailed (events from `first` on): who owes what now, whether something is owed at all,
 * who owns the matter, whom it waits for. Written into the last event; owner and next step stand on all of them.
 */
export function head(session: Session, at: string, first: number, byAct: boolean): void {
  if (session.events.length === first) return;
  for (const { change, effects } of session.aftermath.splice(0)) patchLast(session, change, effects);
  if (!session.matter.record) {
    const waiting = waitsFor(session, session.matter);
    if (waiting !== (session.matter.waitsFor ?? null)) patchLast(session, { waitsFor: waiting });
    const steps = renamed(session, at, first);
    if (steps.length > 0) patchLast(session, { steps });
    keepCovered(session, at, first, byAct);
    if (!session.matter.final) {
      const owner = ownerOf(session, session.matter, at);
      if (owner !== (session.matter.owner ?? null)) patchLast(session, { owner });
    }
  }
  helpWithHeld(session, at);
  const next = nextStep(session.matter);
  const { owner } = session.matter;
  for (let index = first; index < session.events.length; index += 1) {
    session.events[index] = { ...session.events[index]!, ...(next && { next }), ...(owner !== undefined && { owner }) };
  }
}

/** Adds to the last event what is known only now; the matter follows. */
export function patchLast(session: Session, change: MatterChange, effects: readonly ResolvedEffect[] = []): void {
  const last = session.events.at(-1);
  if (!last) return;
  session.events[session.events.length - 1] = { ...last, change: joined(last.change, change), effects: [...last.effects, ...effects] } satisfies EngineEvent;
  session.matter = applyChange(session.matter, change);
}

/** The link whose owner and next step stand for this matter's, until that one is final. */
function waitsFor({ kind, facts }: Session, matter: Matter): string | null {
  const field = kind.waits.get(matter.state);
  const link = field === undefined ? undefined : matter.facts[field];
  return typeof link === 'string' && !facts.matter(link)?.final ? link : null;
}

function ownerOf(session: Session, matter: Matter, at: string): string | null {
  const byRule = ownerByRule(session, matter, at);
  if (byRule !== undefined) return byRule;
  const owing = nextStep(matter)?.owner;
  return owing ?? matter.owner ?? caretaker(session, matter, at) ?? null;
}

/** Open steps that name somebody by a fact which has changed, or whose debtor is not there: owed by whoever is named now. */
function renamed(session: Session, at: string, first: number): readonly StepState[] {
  const changed = new Set(session.events.slice(first).flatMap((event) => Object.keys(event.change.set ?? {})));
  return session.matter.steps.flatMap((step) => {
    const compiled = step.open && !step.whole && !step.silent ? session.kind.steps.get(step.name) : undefined;
    if (!compiled || !(isAway(session, step, at) || (changed.size > 0 && namesFacts(session, compiled, changed)))) return [];
    const who = session.attempt(compiled, () => debtors(session, compiled, session.matter, at, session.scope(at)), isAway(session, step, at) ? cared(session, at) : step.who);
    return who.join() === step.who.join() ? [] : [{ ...step, who }];
  });
}

function cared(session: Session, at: string): readonly string[] {
  const person = caretaker(session, session.matter, at);
  return person === undefined ? [] : [person];
}

/** One task for each item that could not be evaluated, however often it is tried. */
function helpWithHeld(session: Session, at: string): void {
  for (const { item, reason } of session.held.values()) {
    const flag = `held:${item.item}`;
    if (session.matter.flags[flag]) continue;
    const { matter } = session;
    const into: Consequences = { effects: [], change: {} };
    askForHelp({ session, scope: session.scope(at), matter, at, type: session.events.at(-1)!.type, eventId: `${matter.id}:${matter.seq}` }, item.item, item.citation, reason, into);
    patchLast(session, { ...into.change, flags: { [flag]: true } }, into.effects);
  }
  session.held.clear();
}

function isAway({ facts }: Session, { who }: StepState, at: string): boolean {
  const debtor = who[0] === undefined ? undefined : facts.directory.person(who[0]);
  return debtor !== undefined && !isPresent(debtor, at);
}
