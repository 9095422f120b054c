import { nextStep, why } from '@huiyin/regulation-engine';
import type { FactMap, FactValue, Matter, StepState } from '@huiyin/regulation-engine';
import { shortRule, type CaseWorld } from './case-world.ts';
import type { MatterExpectation } from './case-document.ts';
import { durationText } from './local-times.ts';

const orNull = (value: string | undefined): FactValue => value ?? null;

/** `repair` is its last run, `repair#2`, `repair/line` that one. */
function runOf(matter: Matter, name: string): StepState | undefined {
  return matter.steps.findLast((step) => step.name === name) ?? matter.steps.find(({ id }) => id === name);
}

function stepAsSeen(step: StepState | undefined, pack: string): FactValue {
  if (step === undefined) return null;
  return {
    open: step.open, verdict: orNull(step.verdict), dropped: step.dropped ?? false, who: step.who, due: orNull(step.dueAt), start: step.startedAt,
    rule: shortRule(step.citation.rule, pack), margin: step.marginMs === undefined ? null : durationText(step.marginMs), warned: step.warned ?? false, ended: orNull(step.endedAt),
  };
}

function whyAsSeen(world: CaseWorld, matter: Matter, fact: string, pack: string): FactValue {
  const answer = why(world.policy, matter, fact, world.facts(), world.now);
  if (answer === undefined) return null;
  return {
    value: answer.value, rule: answer.citation === undefined ? null : shortRule(answer.citation.rule, pack), item: orNull(answer.item), inputs: answer.inputs,
    values: Object.fromEntries(answer.values.map(({ name, is }) => [name, is])), given: answer.given === undefined ? null : { ...answer.given },
    tried: answer.tried.map(({ row, failed }) => ({ row, failed })), exceptions: answer.exceptions.map(({ if: condition, held }) => ({ if: condition, held })),
    start: orNull(answer.due?.startedAt), due: orNull(answer.due?.dueAt),
  };
}

const among = (names: readonly string[], value: (name: string) => FactValue): FactMap => Object.fromEntries(names.map((name) => [name, value(name)]));

/** A matter as an example looks at it: just the members that the example speaks of. */
export function matterAsSeen(world: CaseWorld, id: string, wanted: MatterExpectation, pack: string): FactMap {
  const matter = world.matters.get(id);
  if (matter === undefined) return {};
  const next = nextStep(matter);
  return {
    state: matter.state, number: orNull(matter.number), owner: orNull(matter.owner), final: matter.final, waitsFor: orNull(matter.waitsFor), sealed: matter.sealed,
    facts: matter.facts,
    next: next === undefined ? null : { act: next.act, step: next.step, owner: orNull(next.owner), due: orNull(next.dueAt), rule: shortRule(next.citation.rule, pack) },
    entries: matter.entries.map((entry) => ({ ...entry, citation: null, rule: shortRule(entry.citation.rule, pack) }) as FactMap),
    steps: among(Object.keys(wanted.steps ?? {}), (name) => stepAsSeen(runOf(matter, name), pack)),
    why: among(Object.keys(wanted.why ?? {}), (fact) => whyAsSeen(world, matter, fact, pack)),
  };
}
