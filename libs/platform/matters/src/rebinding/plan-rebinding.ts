import { alarm, evolve, nextStep } from '@huiyin/regulation-engine';
import type { Actor, CompiledPolicy, EngineEvent, FactMap, Facts, Matter, StepState } from '@huiyin/regulation-engine';
import { kindOf, lookAgain } from './look-again.ts';
import type { LookedAgain } from './look-again.ts';
import { recordedDue } from './counted-due.ts';
import { PromisesUnder } from './promises-under.ts';
import { reboundRun } from './rebound-run.ts';
import type { Bindings, ReboundRun } from './rebound-run.ts';
import type { ReboundDue, Rebinding } from './rebinding.ts';
import { REBINDING } from './rebinding-refusals.ts';

export interface RebindingPolicies extends Bindings {
  /** Both policies with their promises alone. */
  readonly fromAlone: CompiledPolicy;
  readonly toAlone: CompiledPolicy;
}

/** What is known beside the matter, with the answers of the queries that each policy asks. */
export interface FactsUnder {
  readonly from: Facts;
  readonly to: Facts;
}

export interface RebindingAct {
  readonly actor: Actor;
  readonly reason?: string;
  readonly now: string;
}

export interface PlannedRebinding {
  readonly rebinding: Rebinding;
  readonly matter: Matter;
  readonly events: readonly EngineEvent[];
}

/**
 * Binds a matter to another policy: what ran out under the old one is settled first; then one event carries the new policy and every
 * promise kept, moved or dropped, from its own anchor; then what is overdue by that is missed. Pure: a dry run is the same call.
 */
export function planRebinding(policies: RebindingPolicies, matter: Matter, facts: FactsUnder, { actor, reason, now }: RebindingAct): PlannedRebinding {
  const { from, to } = policies;
  const before = alarm(from, matter, facts.from, now);
  const settled = before.ok ? before.matter : matter;
  const known = kindOf(to, settled).steps;
  const gone = settled.steps.filter((run) => run.open && run.name !== FALLBACK && !known.has(run.name)).map((run) => dropped(run, now));
  const looked = lookAgain(to, { ...settled, policy: to.hash, steps: replaced(settled.steps, gone) }, facts.to, now);
  const rebound = reboundRuns(policies, looked.matter, settled, facts, now);
  const rebind = rebindEvent(looked, [...gone, ...rebound.map(({ step }) => step)], settled, { actor, now, data: dataOf(settled.policy, to.hash, reason, rebound, gone) });
  const events = [...before.events, ...withHead(settled, [rebind, ...looked.events.slice(1).map((event) => withSteps(event, rebound))])];
  const bound = events.slice(before.events.length).reduce<Matter>(evolve, settled);
  const after = alarm(to, bound, facts.to, now);
  const end = after.ok ? after.matter : bound;
  return { matter: end, events: [...events, ...after.events], rebinding: accountOf(settled, bound, looked, rebound, to) };
}

const FALLBACK = 'fallback';

function dropped(run: StepState, now: string): StepState {
  const { pausedAt: _, ...rest } = run;
  return { ...rest, open: false, dropped: true, endedAt: now };
}

const replaced = (steps: readonly StepState[], changed: readonly StepState[]): readonly StepState[] => steps.map((step) => changed.find(({ id }) => id === step.id) ?? step);

/** Promises that ran before and still run. */
function reboundRuns(policies: RebindingPolicies, matter: Matter, before: Matter, facts: FactsUnder, now: string): readonly ReboundRun[] {
  const was = new PromisesUnder(policies.fromAlone, before, facts.from);
  const is = new PromisesUnder(policies.toAlone, matter, facts.to);
  const running = matter.steps.filter((run) => run.open && before.steps.some(({ id, open }) => open && id === run.id));
  return running.map((run) => reboundRun(run, was.of(run), is.of(run), policies, now));
}

function rebindEvent({ events: [first] }: LookedAgain, steps: readonly StepState[], settled: Matter, { actor, now, data }: { readonly actor: Actor; readonly now: string; readonly data: FactMap }): EngineEvent {
  const others = (first.change.steps ?? []).filter(({ id }) => !steps.some((step) => step.id === id));
  return { ...first, type: `${settled.kind}.rebind`, at: now, by: actor, citation: REBINDING, data, change: { ...first.change, policy: first.policy, steps: [...others, ...steps] } };
}

/** What follows speaks of the promises as they are bound now. */
function withSteps(event: EngineEvent, rebound: readonly ReboundRun[]): EngineEvent {
  const { steps } = event.change;
  return steps ? { ...event, change: { ...event.change, steps: replaced(steps, rebound.map(({ step }) => step)) } } : event;
}

/** Owner and next step as they are once the dues have moved. */
function withHead(before: Matter, events: readonly EngineEvent[]): readonly EngineEvent[] {
  const after = events.reduce<Matter>(evolve, before);
  const next = nextStep(after);
  return events.map(({ next: _, ...event }) => ({ ...event, ...(next && { next }) }));
}

function dataOf(from: string, to: string, reason: string | undefined, rebound: readonly ReboundRun[], gone: readonly StepState[]): FactMap {
  const moved = rebound.filter(({ due }) => due.result === 'moved').map(({ due }) => ({ step: due.step, old: due.old?.at ?? null, new: due.new?.at ?? null }));
  return { from, to, ...(reason !== undefined && { reason }), moved, dropped: gone.map(({ id }) => id) };
}

function accountOf(before: Matter, after: Matter, { events: [first], notOpened }: LookedAgain, rebound: readonly ReboundRun[], to: CompiledPolicy): Rebinding {
  const { steps } = kindOf(to, before);
  const lost = before.steps.filter((run) => run.open && !rebound.some(({ due }) => due.step === run.id)).map(droppedDue);
  const begun = after.steps.filter((run) => run.open && !before.steps.some(({ id }) => id === run.id));
  const [oldOwner, newOwner] = [before.owner ?? null, after.owner ?? null];
  return {
    id: before.id, kind: before.kind, ...(before.number !== undefined && { number: before.number }), from: before.policy, to: to.hash,
    dues: [...rebound.map(({ due }) => due), ...lost],
    facts: Object.entries(first.change.set ?? {}).map(([fact, value]) => ({ fact, old: before.facts[fact] ?? null, new: value, ...(first.change.reasons?.[fact] && { item: first.change.reasons[fact].item, rule: first.change.reasons[fact].citation.rule }) })),
    notOpened: notOpened.flatMap((name) => (steps.get(name) ? [{ step: name, citation: steps.get(name)!.citation }] : [])),
    opened: begun.map((run) => ({ step: run.id, citation: run.citation, ...(run.dueAt !== undefined && { dueAt: run.dueAt }) })),
    ...(oldOwner !== newOwner && { owner: { old: oldOwner, new: newOwner } }),
  };
}

function droppedDue(run: StepState): ReboundDue {
  const old = recordedDue(run);
  return { step: run.id, name: run.name, result: 'dropped', citation: run.citation, startedAt: run.startedAt, ...(old && { old }), reasons: [], items: [String(run.why['item'] ?? '')] };
}
