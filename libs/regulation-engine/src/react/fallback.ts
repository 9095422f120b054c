import type { StepState } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import { SYSTEM } from '../run/session.ts';
import { dropRun, ended } from './end-runs.ts';
import { fallbackDue } from './fallback-due.ts';
import { dueParts, runId } from './open-runs.ts';
import { offeredAct } from './offered-act.ts';
import { caretaker } from './owing.ts';
import { raise } from './raise.ts';

export const FALLBACK_STEP = 'fallback';

/**
 * 事事有着落: a state with no open step that can be done in it gets the fallback step, so that nothing is ever without owner or due time.
 * It ends when the matter moves on.
 */
export function keepCovered(session: Session, at: string, first: number, byAct: boolean): void {
  const { matter } = session;
  const open = matter.steps.find((step) => step.name === FALLBACK_STEP && step.open);
  const moved = session.events.slice(first).some(({ change }) => change.state !== undefined);
  const needed = !matter.final && !session.kind.resting.has(matter.state) && matter.waitsFor === undefined && !matter.steps.some((step) => step.name !== FALLBACK_STEP && canBeDone(session, step));
  if (open && (!needed || moved)) end(session, open, at, byAct || moved);
  if (needed && (!open || moved)) start(session, at);
}

function canBeDone({ kind, matter }: Session, step: StepState): boolean {
  if (!step.open || step.whole || step.silent) return false;
  const act = kind.acts.get(step.act);
  return !act || act.from === undefined || act.from.has(matter.state);
}

function end(session: Session, open: StepState, at: string, done: boolean): void {
  const transition = done ? ended(open, at) : { event: 'dropped' as const, step: dropRun(open, at) };
  raise(session, { type: `${session.kind.name}.${FALLBACK_STEP}.${transition.event ?? 'ended'}`, at, by: SYSTEM, citation: open.citation, run: transition.step, change: { steps: [transition.step] } });
}

function start(session: Session, at: string): void {
  const { kind, matter, policy } = session;
  const due = fallbackDue(session, at, session.scope(at));
  const { act, who, why } = offeredAct(session, caretaker(session, matter, at), at);
  const run: StepState = {
    id: runId(FALLBACK_STEP, matter.steps), name: FALLBACK_STEP, act, citation: kind.fallback.citation, who: who === undefined ? [] : [who],
    openedAt: at, startedAt: at, starter: SYSTEM.id, ...dueParts(due), open: true, why: { item: kind.fallback.item, policy: policy.hash, ...due?.why, ...why },
  };
  raise(session, { type: `${kind.name}.${FALLBACK_STEP}.opened`, at, by: SYSTEM, citation: run.citation, run, change: { steps: [run] } });
}
