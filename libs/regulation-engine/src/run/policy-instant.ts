import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { candidateOf } from './candidate.ts';
import { leadingKind } from './kind-of.ts';
import type { Command, Facts } from './outcome.ts';
import { Session } from './session.ts';

/**
 * The instant or date (`YYYY-MM-DD`, a business date) whose policy binds a matter that is about to be made: the kind's `policyAt`, else now.
 * The host performs the creating act with the policy in force then. Throws for a kind the policy does not know, and where `policyAt` cannot be evaluated.
 */
export function policyInstant(policy: CompiledPolicy, kindName: string, command: Command, facts: Facts, now: string): string {
  const kind = leadingKind(policy, kindName);
  if (!kind.policyAt) return now;
  const candidate = candidateOf(policy, kindName, command.input, command.actor.id, now);
  const scope = new Session(policy, kind, candidate, facts, 'act').scope(now, { act: { kind: kind.name, input: candidate.facts } });
  const at = plain(kind.policyAt.evaluate(scope));
  return typeof at === 'string' ? at : now;
}
