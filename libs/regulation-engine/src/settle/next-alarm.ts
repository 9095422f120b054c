import { alarmAt } from '@huiyin/deadline-rules';
import type { Matter, StepState } from '../matter/matter.ts';

/** Earliest instant at which `alarm` would change something: a promise missed, reached or to be warned of. Undefined: never. */
export function nextAlarmAt(matter: Matter): string | undefined {
  return matter.steps.flatMap(alarmsOf).reduce<string | undefined>((first, at) => (first !== undefined && first <= at ? first : at), undefined);
}

export function alarmsOf(step: StepState): readonly string[] {
  if (!step.open || step.pausedAt !== undefined || step.verdict !== undefined) return [];
  const due = step.dueAt === undefined ? [] : [alarmAt({ at: step.dueAt, inclusive: step.inclusive ?? true })];
  return step.warnAt === undefined || step.warned ? due : [...due, step.warnAt];
}
