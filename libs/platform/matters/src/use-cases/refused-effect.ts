import { evolve, SYSTEM } from '@huiyin/regulation-engine';
import type { Citation, EngineEvent, FactValue, Matter, Refusal } from '@huiyin/regulation-engine';
import type { MatterEvent, ServiceName } from '@huiyin/contracts-kernel';

/** Built-in final state of a matter that stands only for what was refused, as the engine keeps refused attempts. */
const REFUSED = 'refused';

/** What was refused: an effect on a matter, or what the matter makes of an event by itself. */
export interface Wanted {
  /** Id of the effect; empty: a reaction. */
  readonly id: string;
  readonly act: string;
  readonly citation: Citation;
}

/** The answer `effect.refused`: stored on the target, so that the source's owner can be told why nothing came of it. */
export function refusedEffect(matter: Matter, wanted: Wanted, refusals: readonly Refusal[], event: MatterEvent): { readonly matter: Matter; readonly refusal: EngineEvent } {
  const refusal = refusalEvent(matter, wanted, refusals, event, {});
  return { matter: evolve(matter, refusal), refusal };
}

/** A refused `open` has no target yet: a matter in the final state `refused` stands for it, without number, so that it is refused once. */
export function refusedOpening(service: ServiceName, wanted: Wanted & { readonly target: string; readonly kind: string }, refusals: readonly Refusal[], event: MatterEvent): { readonly matter: Matter; readonly refusal: EngineEvent } {
  const created = { id: wanted.target, tenant: event.tenant, service, record: false, openedAt: event.now, openedBy: SYSTEM.id };
  const refusal = refusalEvent({ kind: wanted.kind, seq: 0, policy: event.policy }, wanted, refusals, event, { created, policy: event.policy, state: REFUSED, final: true });
  return { matter: evolve(undefined, refusal), refusal };
}

function refusalEvent({ kind, seq, policy }: Pick<Matter, 'kind' | 'seq' | 'policy'>, { id, act, citation }: Wanted, refusals: readonly Refusal[], event: MatterEvent, change: EngineEvent['change']): EngineEvent {
  const reasons = refusals.map(({ code, citation: { rule }, of }) => ({ code, rule, ...(of && { of: { ...of } }) }));
  return { type: `${kind}.effect.refused`, kind, seq: seq + 1, at: event.now, by: SYSTEM, policy, citation, data: { effect: id, act, source: event.aggregate, refusals: reasons as FactValue }, change, effects: [] };
}
