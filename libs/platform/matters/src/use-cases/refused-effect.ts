import { evolve, SYSTEM } from '@huiyin/regulation-engine';
import type { EngineEvent, FactValue, Matter, Refusal, ResolvedEffect } from '@huiyin/regulation-engine';
import type { MatterEvent } from '@huiyin/contracts-kernel';


type TargetedEffect = Extract<ResolvedEffect, { verb: 'open' | 'act' }>;

/** The answer `effect.refused`: stored on the target, so that the source's owner can be told why nothing came of it. */
export function refusedEffect(matter: Matter, effect: TargetedEffect, refusals: readonly Refusal[], event: MatterEvent): { readonly matter: Matter; readonly refusal: EngineEvent } {
  const refusal: EngineEvent = {
    type: `${matter.kind}.effect.refused`,
    kind: matter.kind,
    seq: matter.seq + 1,
    at: event.now,
    by: SYSTEM,
    policy: matter.policy,
    citation: effect.citation,
    data: { effect: effect.id, act: effect.act, source: event.aggregate, refusals: refusals.map(({ code, citation }) => ({ code, rule: citation.rule })) as FactValue },
    change: {},
    effects: [],
  };
  return { matter: evolve(matter, refusal), refusal };
}
