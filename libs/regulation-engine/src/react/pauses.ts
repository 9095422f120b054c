import { computeStopwatch } from '@huiyin/deadline-rules';
import type { DuePolicy, StopwatchEvent } from '@huiyin/deadline-rules';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { StepState } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import { countedText } from './counted-text.ts';
import { policyOf } from './due-of.ts';

export function paused(step: StepState, at: string): StepState {
  return { ...step, pausedAt: at };
}

/** Resumes a run: its due moves by exactly what was paused (working amount for working promises). */
export function resumed(session: Session, step: StepState, at: string): StepState {
  const { pausedAt, ...rest } = step;
  if (pausedAt === undefined) return step;
  return recounted(session, { ...rest, pauses: [...(step.pauses ?? []), { from: pausedAt, to: at }] }, at);
}

/** Counts a run's due anew from its anchor, pauses, restarts and extensions. A due that an expression gave moves by the clock. */
export function recounted(session: Session, step: StepState, asOf: string): StepState {
  const text = countedText(step, session.policy.calendar);
  if (text === undefined) return step;
  const { due } = computeStopwatch({ spec: text, start: step.startedAt, events: stopwatchEvents(step), asOf, policy: countingOf(session, step) }, session.policy.calendar);
  return due ? { ...step, dueAt: due.at, inclusive: due.inclusive } : step;
}

/** How the run's due is counted: by the value it came from, or as its cycle rolls. */
export function countingOf({ policy }: Session, { why }: StepState): DuePolicy {
  const value = typeof why['value'] === 'string' ? policy.valueOf(String(why['pack']), why['value']) : undefined;
  if (value) return policyOf(value);
  return typeof why['roll'] === 'string' ? { roll: why['roll'] as 'none' } : {};
}

export function stopwatchEvents(step: StepState): readonly StopwatchEvent[] {
  return [
    ...(step.pauses ?? []).flatMap(({ from, to }): StopwatchEvent[] => [{ at: from, type: 'pause' }, { at: to, type: 'resume' }]),
    ...(step.pausedAt === undefined ? [] : [{ at: step.pausedAt, type: 'pause' } as const]),
    ...(step.extensions ?? []).map(({ at, spec, by, reason }): StopwatchEvent => ({ at, type: 'extend', by: spec, approvedBy: by, ...(reason !== undefined && { reason }) })),
  ];
}

export function isPausable(step: StepState, compiled: CompiledStep): boolean {
  return step.open && step.name === compiled.name && step.verdict === undefined;
}
