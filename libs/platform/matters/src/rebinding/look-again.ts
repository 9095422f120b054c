import { observe } from '@huiyin/regulation-engine';
import type { CompiledPolicy, EngineEvent, Facts, Matter } from '@huiyin/regulation-engine';

/** The event that is heard: nobody listens to it. */
export const LOOKED_AGAIN = 'policy.rebind';

export interface LookedAgain {
  /** The first says what the policy makes of the matter: facts, conditions, owner; those after it, which promises end or begin by that. */
  readonly events: readonly [EngineEvent, ...EngineEvent[]];
  readonly matter: Matter;
  /** Promises whose condition held before: they have not begun, and do not begin later by it. */
  readonly notOpened: readonly string[];
}

/**
 * Looks at a matter under another policy though nothing happened to it. A promise that the policy makes while a condition holds does not
 * begin here: its condition is noted as known, or a clock would start at the moment of re-binding.
 * @param matter settled; bound to the policy already
 */
export function lookAgain(policy: CompiledPolicy, matter: Matter, facts: Facts, now: string): LookedAgain {
  const steps = kindOf(policy, matter).steps;
  const notOpened: string[] = [];
  for (let looked = look(policy, matter, facts, now); ; looked = look(policy, { ...matter, flags: { ...matter.flags, ...held(notOpened) } }, facts, now)) {
    const [first, ...rest] = looked.events;
    const risen = rest.flatMap(({ type }) => steps.get(openedBy(type) ?? '') ?? []).filter((step) => step.opens.becomes !== undefined && !notOpened.includes(step.name));
    if (!first) throw new Error(`looking at ${matter.id} again raised nothing`);
    if (risen.length === 0) return { events: [{ ...first, change: { ...first.change, flags: { ...held(notOpened), ...first.change.flags } } }, ...rest], matter: looked.matter, notOpened };
    notOpened.push(...risen.map(({ name }) => name));
  }
}

const held = (names: readonly string[]): Readonly<Record<string, boolean>> => Object.fromEntries(names.map((name) => [name, true]));
const openedBy = (type: string): string | undefined => /^[^.]+\.([^.]+)\.opened$/.exec(type)?.[1];

/** The end of what a matter waits for is heard in any case; so the engine looks at everything, down to owner and fallback. */
function look(policy: CompiledPolicy, matter: Matter, facts: Facts, now: string): { readonly events: readonly EngineEvent[]; readonly matter: Matter } {
  const ended: Matter = { ...matter, id: `${matter.id}~`, kind: 'policy', steps: [], final: true };
  const heard: EngineEvent = { type: LOOKED_AGAIN, kind: 'policy', seq: 0, at: now, by: { id: 'system', kind: 'system', name: 'system', roles: [] }, policy: policy.hash, change: {}, effects: [] };
  const outcome = observe(policy, { ...matter, waitsFor: ended.id }, heard, ended, facts, now);
  if (!outcome.ok) throw new Error(`looking at ${matter.id} again was refused`);
  return outcome;
}

type Family = CompiledPolicy['kinds'] extends ReadonlyMap<string, infer Each> ? Each : never;

/** The kind as it governs the matter under a policy. */
export function kindOf(policy: CompiledPolicy, matter: Pick<Matter, 'kind' | 'governor'>): Family['plain'] {
  const family = policy.kinds.get(matter.kind);
  if (!family) throw new Error(`the policy ${policy.hash} knows no kind ${matter.kind}`);
  return family.governed.find(({ pack }) => pack === matter.governor)?.kind ?? family.plain;
}
