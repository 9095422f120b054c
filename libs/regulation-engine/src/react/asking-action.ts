import type { CompiledAction, CompiledEffect, CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';

interface Asking {
  readonly action: CompiledAction;
  readonly effect: CompiledEffect;
}

/** The action that asked for a decision: one of the matter's kind, or of a threshold, whose item stands with the kind it counts for. */
export function askingAction({ policy, kind }: { readonly policy: CompiledPolicy; readonly kind: CompiledKind }, item: string): Asking | undefined {
  const own = kind.actions.get(item);
  if (own) return own;
  for (const effect of policy.thresholds.values()) {
    const action = effect.actions.find((each) => each.item === item);
    if (action) return { action, effect };
  }
  return undefined;
}
