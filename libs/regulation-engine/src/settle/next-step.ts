import type { Matter, NextStep, StepState } from '../matter/matter.ts';

/** The next step of a matter: its earliest open step, also while the operator has nobody to owe it. A limit on the whole matter is never itself the next. */
export function nextStep(matter: Matter): NextStep | undefined {
  const first = nextRun(matter);
  return first && {
    step: first.name,
    what: first.name,
    act: first.act,
    citation: first.citation,
    ...(first.who[0] !== undefined && { owner: first.who[0] }),
    ...(first.dueAt !== undefined && first.pausedAt === undefined && { dueAt: first.dueAt }),
    ...(first.warnAt !== undefined && { warnAt: first.warnAt }),
  };
}

export function nextRun(matter: Matter): StepState | undefined {
  return matter.steps.filter((step) => step.open && !step.whole && !step.silent).reduce<StepState | undefined>((best, step) => (best && order(best) <= order(step) ? best : step), undefined);
}

/** Paused runs and those without a due come last; at equal dues a promise comes before the fallback, then by opening and id. */
function order(step: StepState): string {
  const due = step.pausedAt === undefined ? (step.dueAt ?? '9') : '8';
  return `${due}|${step.name === 'fallback' ? 1 : 0}|${step.openedAt}|${step.id}`;
}
