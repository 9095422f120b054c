import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyChange, blankMatter } from '../evolve/evolve.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { leadingKind } from './kind-of.ts';

/** The matter that a creating act would make of its input, before anything is decided: fields of the kind, opened now by whoever acts. Throws for a kind the policy does not know. */
export function candidateOf(policy: CompiledPolicy, kindName: string, input: FactMap, by: string, now: string): Matter {
  const kind = leadingKind(policy, kindName);
  const set = Object.fromEntries(Object.entries(input).filter(([name]) => kind.fields.has(name)));
  return applyChange(blankMatter('', '', kindName, kind.service, policy.hash, now, by), { set });
}
