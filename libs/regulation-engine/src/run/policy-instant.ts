import { plain } from '../cel/plain.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { decide } from '../decide/decide.ts';
import { applyChange } from '../evolve/evolve.ts';
import { leadingKind } from './kind-of.ts';
import { needs } from './needs.ts';
import type { Command, Facts, Needs } from './outcome.ts';
import { startNew } from './start-session.ts';

/**
 * The instant or date (`YYYY-MM-DD`, a business date) whose policy binds a matter that is about to be made: the kind's `policyAt`, else now.
 * It reads the matter as the act would make it (given, by default, assigned, derived) and the matters it links (`needsOfPolicyInstant`).
 * The host performs the creating act with the policy in force then. Throws for a kind the policy does not know, and where `policyAt` or what it
 * reads cannot be evaluated: an error never binds a matter to whatever policy is at hand.
 */
export function policyInstant(policy: CompiledPolicy, kindName: string, command: Command, facts: Facts, now: string): string {
  if (!leadingKind(policy, kindName).policyAt) return now;
  const { session } = startNew(policy, kindName, command, facts, now, { id: '', tenant: '' });
  const { policyAt, acts, name } = session.kind;
  const wanted = acts.get(command.act);
  if (!policyAt || !wanted) return now;
  const { input, set, incomputable } = decide(session, wanted, command, now);
  // A link that is refused as unknown stays: reading through it is a fault, not an absent fact.
  const links = Object.fromEntries(Object.entries(command.input).filter(([field]) => session.kind.fields.get(field)?.type === 'ref'));
  const candidate = applyChange(session.matter, { set: { ...links, ...set } });
  const at = plain(policyAt.evaluate(session.scope(now, { matter: candidate, act: { kind: name, input }, actor: command.actor.id })));
  if (typeof at === 'string') return at;
  if (incomputable) throw incomputable;
  if (at === null) return now;
  throw new EvaluationFault(policyAt.source, 'is no instant or date');
}

/** Matters to have at hand for it: those that the input links; none where nothing is asked. */
export function needsOfPolicyInstant(policy: CompiledPolicy, kindName: string, command: Pick<Command, 'act' | 'input'>): Needs['matters'] {
  return leadingKind(policy, kindName).policyAt ? needs(policy, undefined, kindName, command.act, command.input).matters : [];
}
