import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { decide } from '../decide/decide.ts';
import { faultRefusal } from '../decide/check-gates.ts';
import { refusal } from '../decide/refusals.ts';
import { signingRefusals } from '../decide/check-signing.ts';
import type { Matter } from '../matter/matter.ts';
import { head } from '../react/head.ts';
import { settle } from '../settle/settle.ts';
import { claimsOf } from './claims.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Command, Facts, Outcome, Refusal } from './outcome.ts';
import { raiseAct } from './raise-act.ts';
import { refuse, refusedOutcome } from './refuse.ts';
import { Session } from './session.ts';
import { owed, restore, snapshot } from './owed.ts';
import { SeveralGovernError, startNew } from './start-session.ts';
import type { NewMatter, Started } from './start-session.ts';

/**
 * What a host calls for an act: settle → decide → react, with the acts that effects owe the own matter.
 * A refusal lists every failing gate in order and carries what settling brought to light. Nothing is stored here: a dry run is the same call.
 * `create` for a creating act: the new matter's id and tenant. `besides`: what stands against acts that are to happen with this one or not at all;
 * they refuse it too. Throws for a kind the policy does not know.
 */
export function perform(policy: CompiledPolicy, matter: Matter | undefined, kind: string, command: Command, facts: Facts, now: string, create?: NewMatter, besides: readonly Refusal[] = []): Outcome {
  let started: Started;
  try {
    started = matter ? { session: new Session(policy, kindOfMatter(policy, matter), matter, facts, 'act') } : startNew(policy, kind, command, facts, now, create ?? { id: '', tenant: '' });
  } catch (error) {
    if (error instanceof SeveralGovernError) return { ok: false, refusals: [refusal('gate', 'severalGovern', { rule: `core/${kind}` }, { kind, packs: error.packs })], events: [] };
    if (!(error instanceof EvaluationFault)) throw error;
    const item = { item: `kinds.${kind}.governs`, citation: { rule: `core/${kind}` } };
    return { ok: false, refusals: [faultRefusal(error, item), ...besides], events: [] };
  }
  return act(started, command, now, besides);
}

function act({ session, creation }: Started, command: Command, now: string, besides: readonly Refusal[]): Outcome {
  if (!creation) settleBefore(session, now);
  const wanted = session.kind.acts.get(command.act);
  const core = { rule: `core/${session.kind.name}` };
  if (!wanted) return refusedOutcome(session, [refusal('gate', 'unknownAct', core, { act: command.act })]);
  const decision = decide(session, wanted, command, now);
  const refusals = [...decision.refusals, ...(decision.refusals.length > 0 ? [] : signingRefusals(session, wanted, command, decision, now)), ...besides];
  if (refusals.length > 0) return refuse(session, wanted, command, { ...decision, refusals }, now, creation);
  const before = snapshot(session);
  if (command.countsAt !== undefined) session.countsAt = command.countsAt;
  try {
    raiseAct(session, wanted, command, decision, now, creation);
    owed(session, now);
    head(session, now, before.events, true);
    delete session.countsAt;
    settle(session, now);
    return allowed(session);
  } catch (error) {
    if (!(error instanceof EvaluationFault)) throw error;
    delete session.countsAt;
    restore(session, before);
    return refuse(session, wanted, command, { ...decision, refusals: [faultRefusal(error, wanted)] }, now, creation);
  }
}

/** What ran out before the act is no part of it: an item of it that cannot be evaluated is held, as under its alarm, and the act is decided by its own gates. */
function settleBefore(session: Session, now: string): void {
  session.mode = 'timer';
  settle(session, now);
  session.mode = 'act';
}

export function allowed(session: Session): Outcome {
  return { ok: true, matter: session.matter, events: session.events, numbers: session.numbers, unique: claimsOf(session.policy, session.matter) };
}
