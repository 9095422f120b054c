import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Matter } from '../matter/matter.ts';

/** The kind as it governs a matter. Throws for a kind the policy does not know. */
export function kindOf(policy: CompiledPolicy, name: string, governor: string | undefined): CompiledKind {
  const family = policy.kinds.get(name);
  if (!family) throw new UnknownKindError(name);
  return family.governed.find(({ pack }) => pack === governor)?.kind ?? family.plain;
}

export function kindOfMatter(policy: CompiledPolicy, matter: Matter): CompiledKind {
  return kindOf(policy, matter.kind, matter.governor);
}

/** The kind that describes what a new matter will be, before it is known who governs it: the first governing pack's, else the plain one. */
export function leadingKind(policy: CompiledPolicy, name: string): CompiledKind {
  const family = policy.kinds.get(name);
  if (!family) throw new UnknownKindError(name);
  return family.governed[0]?.kind ?? family.plain;
}

/** Is a matter of this kind one of that kind: itself, or a variant of it? */
export function isMatterOf(policy: CompiledPolicy, kind: string, wanted: string): boolean {
  return kind === wanted || policy.kinds.get(kind)?.plain.is === wanted;
}

export class UnknownKindError extends Error {
  readonly kind: string;
  constructor(kind: string) {
    super(`the policy knows no kind ${kind}`);
    this.name = 'UnknownKindError';
    this.kind = kind;
  }
}
