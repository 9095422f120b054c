import type { CompiledAct } from '../compile/compiled-act.ts';
import { REFUSED } from '../compile/kind-head.ts';
import type { Decision } from '../decide/decide.ts';
import { SEALED } from '../decide/sealed.ts';
import { head } from '../react/head.ts';
import { raise } from '../react/raise.ts';
import type { Command, Outcome, Refusal } from './outcome.ts';
import { brief, created } from './raise-act.ts';
import type { Creation } from './raise-act.ts';
import type { Session } from './session.ts';

type Attempt = Pick<Decision, 'refusals' | 'input' | 'set' | 'wellFormed'>;

/**
 * A refusal with what settling brought to light. An attempt that is kept becomes the event `kind.act.refused`; of a creating act a matter of its
 * own in the built-in final state `refused`, without a number.
 */
export function refuse(session: Session, act: CompiledAct, command: Command, decision: Attempt, at: string, creation?: Creation): Outcome {
  if (isKept(act, decision, creation)) keep(session, act, command, decision, at, creation);
  return refusedOutcome(session, decision.refusals);
}

/**
 * Never a malformed attempt. `keepRefused` and changes of a sealed form: an attempt by one who may, so that only facts refuse it.
 * `log`: any other too, for who looked where he may not is what a log is for (of matters that exist).
 */
function isKept(act: CompiledAct, { wellFormed, refusals }: Attempt, creation: Creation | undefined): boolean {
  if (!wellFormed) return false;
  if (act.log && !creation) return true;
  return refusals.every(({ at }) => at !== 'actor') && (act.keepRefused || refusals.some(({ code }) => code === SEALED));
}

export function refusedOutcome(session: Session, refusals: readonly Refusal[]): Outcome {
  return { ok: false, refusals, events: session.events, ...(session.matter.seq > 0 && { matter: session.matter }) };
}

function keep(session: Session, act: CompiledAct, command: Command, decision: Attempt, at: string, creation?: Creation): void {
  const first = session.events.length;
  // The refusal stands; what cannot be evaluated now is held, not thrown.
  session.mode = 'timer';
  raise(session, {
    type: `${act.event}.refused`, at, by: command.actor, citation: decision.refusals[0]!.citation, data: decision.input, refusals: decision.refusals.map(brief),
    ...(command.onBehalfOf && { for: command.onBehalfOf }), ...(command.line !== undefined && { line: command.line }),
    change: creation ? { ...created(session, creation, command, at), state: REFUSED, final: true, set: decision.set } : {},
  });
  head(session, at, first, true);
}
