import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Matter } from '../matter/matter.ts';
import { kindOfMatter } from './kind-of.ts';
import type { UniqueClaim } from './outcome.ts';

/** Keys the matter holds in its present state; the host keeps them unique and gives them back when they are gone. A key with an absent part claims nothing. */
export function claimsOf(policy: CompiledPolicy, matter: Matter): readonly UniqueClaim[] {
  const kind = kindOfMatter(policy, matter);
  return kind.unique.flatMap((claim) => {
    if (claim.while ? !claim.while.has(matter.state) : matter.final && !matter.record) return [];
    const values = claim.key.map((field) => matter.facts[field] ?? null);
    if (values.some((value) => value === null)) return [];
    return [{ key: `${kind.name}:${claim.key.join(',')}:${JSON.stringify(values)}`, refuse: claim.refuse, citation: claim.citation }];
  });
}
