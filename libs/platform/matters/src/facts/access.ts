import { describeKind } from '@huiyin/regulation-engine';
import type { CompiledPolicy } from '@huiyin/regulation-engine';

type LookingAct = 'read' | 'list' | 'print' | 'export' | 'forward';

const declared = new WeakMap<CompiledPolicy, Map<string, ReadonlySet<string>>>();

/** Whether a pack says anything about looking at matters of this kind; most kinds say nothing and are not asked. */
export function saysOf(policy: CompiledPolicy, kind: string, act: LookingAct): boolean {
  const kinds = declared.get(policy) ?? new Map<string, ReadonlySet<string>>();
  declared.set(policy, kinds);
  const acts = kinds.get(kind) ?? new Set(describeKind(policy, kind).acts.map(({ name }) => name));
  kinds.set(kind, acts);
  return acts.has(act);
}
