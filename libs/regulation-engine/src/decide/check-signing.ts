import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct } from '../compile/compiled-act.ts';
import { mayAct } from '../parties/may-act.ts';
import type { Command, Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import { contentOf, standingSignatures } from '../run/sign.ts';
import { faultRefusal } from './check-gates.ts';
import type { Decision } from './decide.ts';
import { refusal } from './refusals.ts';

/** A signature must be one that is still missing, and on the content the others signed. */
export function signingRefusals(session: Session, act: CompiledAct, command: Command, decision: Decision, at: string): readonly Refusal[] {
  try {
    return found(session, act, command, decision, at);
  } catch (error) {
    if (error instanceof EvaluationFault) return [faultRefusal(error, act)];
    throw error;
  }
}

function found(session: Session, act: CompiledAct, command: Command, decision: Decision, at: string): readonly Refusal[] {
  if (!act.sign || command.actor.kind === 'system') return [];
  const standing = standingSignatures(session, act);
  if (standing.some((signature) => signature.content !== contentOf(decision))) return [refusal('gate', 'contentDiffers', act.citation, { act: act.name })];
  const people = session.people(session.scope(at), at);
  const free = act.sign.some((persons, index) => !standing.some((signature) => signature.entry === index) && mayAct(persons, command.actor, command.onBehalfOf, people) === 'allowed');
  return free ? [] : [refusal('gate', 'alreadySigned', act.citation, { act: act.name })];
}
