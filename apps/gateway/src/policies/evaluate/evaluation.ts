import { PromisesUnder } from '@huiyin/platform-matters';
import { perform, refresh, why } from '@huiyin/regulation-engine';
import type { Actor, CompiledPolicy, EngineEvent, FactMap, Facts, Matter, OpenAct, Outcome, Refusal, StepState, WhyAnswer } from '@huiyin/regulation-engine';

/** An act of a what-if question. */
export interface SupposedAct {
  readonly act: string;
  readonly input: FactMap;
  readonly line?: string;
  readonly actor: Actor;
  readonly at: string;
}

/** What would come of an act. */
export interface ActEvaluation {
  readonly allowed: boolean;
  readonly refusals: OpenAct['refusals'];
  /** What regulations that only watch would have refused, opened or done. */
  readonly watched: readonly { readonly refusals: readonly { readonly code: string; readonly rule: string; readonly field?: string }[]; readonly data: FactMap }[];
  readonly before: Matter | undefined;
  readonly after: Matter | undefined;
  readonly events: readonly EngineEvent[];
}

/**
 * Performs acts one after the other on a matter that is supposed, each at its own instant; the last is the one asked about.
 * @returns also which of the earlier acts was refused, if one was
 */
export function evaluateActs(policy: CompiledPolicy, kind: string, matter: Matter | undefined, acts: readonly SupposedAct[], facts: Facts, id: string, tenant: string): { readonly last: ActEvaluation; readonly refusedEarlier?: { readonly index: number; readonly refusals: readonly Refusal[] } } {
  let current = matter;
  for (const [index, { act, input, line, actor, at }] of acts.entries()) {
    const known: Facts = { ...facts, matter: (wanted) => (wanted === current?.id ? current : facts.matter(wanted)) };
    const outcome: Outcome = perform(policy, current, kind, { act, input, actor, ...(line !== undefined && { line }) }, known, at, current ? undefined : { id, tenant });
    if (index === acts.length - 1) return { last: evaluationOf(outcome, current) };
    if (!outcome.ok) return { last: evaluationOf(outcome, current), refusedEarlier: { index, refusals: outcome.refusals } };
    current = outcome.matter;
  }
  throw new RangeError('there is no act to evaluate');
}

function evaluationOf(outcome: Outcome, before: Matter | undefined): ActEvaluation {
  const watched = outcome.events.filter(({ type }) => type.endsWith('.wouldRefuse')).map(({ refusals, data }) => ({ refusals: refusals ?? [], data: data ?? {} }));
  return { allowed: outcome.ok, refusals: outcome.ok ? [] : outcome.refusals, watched, before, after: outcome.ok ? outcome.matter : before, events: outcome.events };
}

/** The matter with its derived facts, as the policy's tables see it. */
export function derived(policy: CompiledPolicy, matter: Matter, facts: Facts, now: string): Matter {
  const outcome = refresh(policy, matter, facts, now);
  return outcome.ok ? outcome.matter : matter;
}

/** A promise as it would be opened at an instant. */
export function promised(alone: CompiledPolicy, matter: Matter, step: string, facts: Facts, at: string): readonly StepState[] {
  return [...new PromisesUnder(alone, matter, facts).at(at, matter.openedBy).values()].filter(({ name }) => name === step);
}

/** A promise with its explanation. */
export function explained(policy: CompiledPolicy, matter: Matter, run: StepState, facts: Facts, now: string): WhyAnswer | undefined {
  return why(policy, { ...matter, steps: [run] }, `dueAt:${run.id}`, facts, now);
}
