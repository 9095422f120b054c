import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyChange, blankMatter } from '../evolve/evolve.ts';
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
  const set = Object.fromEntries(Object.entries(command.input).filter(([name]) => kind.fields.has(name)));
  const candidate = applyChange(blankMatter('', '', kindName, kind.service, policy.hash, now, command.actor.id), { set });
  const scope = new Session(policy, kind, candidate, facts, 'act').scope(now, { act: { kind: kind.name, input: set } });
  const at = plain(kind.policyAt.evaluate(scope));
  return typeof at === 'string' ? at : now;
}
