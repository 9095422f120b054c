import type { CompiledPolicy, FactMap, Matter, Refusal } from '@huiyin/regulation-engine';
import { kindOf } from './look-again.ts';

/** The clause of the domain that re-binding stands on. */
export const REBINDING = { rule: 'core/policy', clause: 'Regulation packs' } as const;

/** Everything that stands against binding a matter to a policy; empty: nothing. */
export function rebindingRefusals(to: CompiledPolicy, matter: Matter): readonly Refusal[] {
  const refuse = (code: string, facts: FactMap = {}): Refusal => ({ code, at: 'gate', citation: REBINDING, facts });
  if (matter.final) return [refuse('rebindFinal', { state: matter.state })];
  if (matter.policy === to.hash) return [refuse('rebindSamePolicy')];
  if (!to.kinds.has(matter.kind)) return [refuse('rebindUnknownKind', { kind: matter.kind })];
  const found: Refusal[] = [];
  if (matter.governor !== undefined && !to.kinds.get(matter.kind)?.governed.some(({ pack }) => pack === matter.governor)) found.push(refuse('rebindUngoverned', { pack: matter.governor }));
  if (!kindOf(to, matter).states.includes(matter.state)) found.push(refuse('rebindUnknownState', { state: matter.state }));
  return found;
}
