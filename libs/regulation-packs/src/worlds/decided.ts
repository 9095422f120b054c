import { claimsOf, perform, performTogether } from '@huiyin/regulation-engine';
import type { Facts, Matter, Outcome, Request } from '@huiyin/regulation-engine';

/** Does any shape of the kind take other acts along with this one? */
function takesAlong({ policy, kind, command }: Request): boolean {
  const family = policy.kinds.get(kind);
  const shapes = family === undefined ? [] : [family.plain, ...family.governed.map((governed) => governed.kind)];
  return shapes.some((shape) => (shape.acts.get(command.act)?.together.length ?? 0) > 0);
}

/** Keys that another matter holds refuse, as a store would: those of the matters that change together are looked at as they stand in the end. */
function unique({ policy }: Request, outcomes: readonly Extract<Outcome, { ok: true }>[], matters: Iterable<Matter>): Outcome | undefined {
  const after = new Map([...matters].map((matter) => [matter.id, matter]));
  for (const { matter } of outcomes) after.set(matter.id, matter);
  const taken = [...new Set(outcomes.map(({ matter }) => matter.id))].flatMap((id) => {
    const claims = claimsOf(policy, after.get(id)!);
    if (claims.length === 0) return [];
    const held = new Set([...after.values()].filter((matter) => matter.id !== id).flatMap((matter) => claimsOf(policy, matter).map(({ key }) => key)));
    return claims.filter(({ key }) => held.has(key));
  });
  if (taken.length === 0) return undefined;
  return { ok: false, refusals: taken.map(({ refuse, citation }) => ({ code: refuse, at: 'gate', citation, facts: {} })), events: [] };
}

/** An act as a host of all services would decide it: with the acts it takes along, all or nothing, and with keys kept unique. The act's own outcome first. */
export function decided(request: Request, facts: Facts, now: string, matters: Iterable<Matter>): readonly Outcome[] {
  const { policy, matter, kind, command, create } = request;
  if (!takesAlong(request)) {
    const outcome = perform(policy, matter, kind, command, facts, now, create);
    return [(outcome.ok ? unique(request, [outcome], matters) : undefined) ?? outcome];
  }
  const together = performTogether([request], facts, now);
  if (!together.ok) return [{ ok: false, refusals: together.refusals, events: [] }];
  const refused = unique(request, together.outcomes, matters);
  return refused === undefined ? together.outcomes : [refused];
}
