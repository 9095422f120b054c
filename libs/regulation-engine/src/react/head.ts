import { applyChange } from '../evolve/evolve.ts';
import type { EngineEvent, MatterChange, ResolvedEffect } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import { nextStep } from '../settle/next-step.ts';
import { askForHelp } from './ask-for-help.ts';
import type { Consequences } from './effect-context.ts';
import { keepCovered } from './fallback.ts';
import { joined } from './draft.ts';
import { caretaker, ownerByRule } from './owing.ts';
import { changedSince, reassigned } from './reassigned.ts';

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
    const steps = reassigned(session, at, changedSince(session, first));
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
  const shown = { ...(next && { next }), ...(owner !== undefined && { owner }) };
  for (let index = first; index < session.events.length; index += 1) session.events[index] = { ...session.events[index]!, ...shown };
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

/** Would the head of the matter read otherwise now that these facts, or what they link to, have changed? */
export function headWouldChange(session: Session, at: string, facts: ReadonlySet<string>): boolean {
  const { matter, kind } = session;
  if (matter.record || matter.final) return false;
  return reassigned(session, at, facts).length > 0 || (kind.owner.length > 0 && ownerOf(session, matter, at) !== (matter.owner ?? null));
}

function ownerOf(session: Session, matter: Matter, at: string): string | null {
  const byRule = ownerByRule(session, matter, at);
  if (byRule !== undefined) return byRule;
  const owing = nextStep(matter)?.owner;
  return owing ?? matter.owner ?? caretaker(session, matter, at) ?? null;
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
