import type { Matter } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import { dropRun, ended } from './end-runs.ts';
import type { Transition } from './transition.ts';

/** A final state drops what is open. A limit on the whole matter that no act of its own ends is kept, or missed, by reaching the end. */
export function atTheEnd(session: Session, matter: Matter, at: string, transitions: readonly Transition[]): readonly Transition[] {
  if (!matter.final) return transitions;
  const opened = transitions.filter((transition) => transition.event === 'opened');
  const ends = transitions.filter((transition) => transition.event !== 'opened' || transitions.some((other) => other !== transition && other.step.id === transition.step.id));
  const changed = new Map(ends.map((transition) => [transition.step.id, transition.step]));
  const open = matter.steps.map((step) => changed.get(step.id) ?? step).filter((step) => step.open);
  const closing = open.map((step): Transition => {
    const compiled = session.kind.steps.get(step.name);
    return step.whole && compiled?.done.length === 0 ? ended(step, at, compiled) : { event: 'dropped', step: dropRun(step, at), ...(compiled && { compiled }) };
  });
  return opened.length > 0 ? [...ends, ...closing] : [...transitions, ...closing];
}
