import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { decide } from '../decide/decide.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Facts, Refusal } from './outcome.ts';
import { Session } from './session.ts';

export interface Access {
  readonly allowed: boolean;
  /** The look itself must go through `perform`: it is logged (a refused one too), or uses up a licence. */
  readonly recorded: boolean;
  readonly refusals: readonly Refusal[];
}

/**
 * May somebody `read`, `list`, `print`, `export` or `forward` this matter? A dry run. An act that no pack mentions is open to whoever sees the
 * matter at all, and leaves no trace.
 */
export function mayAccess(policy: CompiledPolicy, matter: Matter, act: string, actor: Actor, facts: Facts, now: string, input: FactMap = {}): Access {
  const kind = kindOfMatter(policy, matter);
  const wanted = kind.acts.get(act);
  if (!wanted?.access) return { allowed: true, recorded: false, refusals: [] };
  const session = new Session(policy, kind, matter, facts, 'act');
  const decision = decide(session, wanted, { act, input, actor }, now);
  return { allowed: decision.refusals.length === 0, recorded: wanted.log || decision.permits.length > 0, refusals: decision.refusals };
}
