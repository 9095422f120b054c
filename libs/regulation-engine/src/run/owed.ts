import { EvaluationFault } from '../cel/expression.ts';
import { decide } from '../decide/decide.ts';
import type { Matter } from '../matter/matter.ts';
import type { Command } from './outcome.ts';
import { raiseAct } from './raise-act.ts';
import { SYSTEM } from './session.ts';
import type { Session } from './session.ts';

const OWN_ACTS = 32;

/** Acts that effects owe the own matter, as `system`: gates hold, `by` does not. One that is refused says so; it undoes nothing. One that takes other matters along needs a transaction of its own and is refused here. */
export function owed(session: Session, now: string): void {
  for (let count = 0; session.pending.length > 0; count += 1) {
    if (count >= OWN_ACTS) throw new EvaluationFault(session.pending[0]!.act, 'acts set each other off without end');
    const { act: name, input, line, onRefused } = session.pending.shift()!;
    const command: Command = { act: name, input, actor: SYSTEM, ...(line !== undefined && session.kind.acts.get(name)?.line !== undefined && { line }) };
    const wanted = session.kind.acts.get(name);
    if (!wanted) {
      onRefused(['unknownAct']);
      continue;
    }
    if (wanted.together.length > 0) {
      onRefused([`takesOthersAlong (${wanted.citation.rule})`]);
      continue;
    }
    const decision = decide(session, wanted, command, now);
    if (decision.refusals.length > 0) {
      onRefused(decision.refusals.map(({ code, citation }) => `${code} (${citation.rule})`));
      continue;
    }
    const before = snapshot(session);
    try {
      raiseAct(session, wanted, command, decision, now);
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      restore(session, before);
      onRefused([error.message]);
    }
  }
}

export interface Snapshot {
  readonly matter: Matter;
  readonly events: number;
  readonly numbers: number;
  readonly pending: number;
}

export function snapshot(session: Session): Snapshot {
  return { matter: session.matter, events: session.events.length, numbers: session.numbers.length, pending: session.pending.length };
}

export function restore(session: Session, before: Snapshot): void {
  session.matter = before.matter;
  session.lookedAt = undefined;
  session.events.length = before.events;
  session.numbers.length = before.numbers;
  session.pending.length = before.pending;
}
