import { evolve } from '../evolve/evolve.ts';
import type { EngineEvent, MatterChange } from '../matter/event.ts';
import type { Session } from '../run/session.ts';
import type { Draft } from './draft.ts';

/** Puts an event into the session as it is, and folds it into the matter. */
export function append(session: Session, draft: Draft, change: MatterChange, effects: EngineEvent['effects']): void {
  const created = session.matter.seq === 0;
  const event: EngineEvent = {
    type: draft.type, kind: session.kind.name, seq: session.matter.seq + 1, at: draft.at, ...(session.countsAt !== undefined && session.countsAt !== draft.at && { countsAt: session.countsAt }), by: draft.by, policy: session.matter.policy,
    ...(draft.for && { for: draft.for }), ...(draft.citation && { citation: draft.citation }), ...(draft.line !== undefined && { line: draft.line }),
    ...(draft.run && { step: draft.run.id }), ...(draft.refusals && { refusals: draft.refusals }), ...(draft.data && { data: draft.data }),
    change, effects,
  };
  session.matter = evolve(created ? undefined : session.matter, event);
  session.events.push(event);
}
