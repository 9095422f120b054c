import { computeStopwatch, parseDue } from '@huiyin/deadline-rules';
import type { DuePolicy, StopwatchEvent } from '@huiyin/deadline-rules';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { FactMap, StepState } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
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

/** Counts a run's due anew from its anchor, pauses, restarts and extensions, its warning from anchor and pauses. A due that an expression gave stands as it is. */
export function recounted(session: Session, step: StepState, asOf: string): StepState {
  const due = countedAnew(session, step, step.why, stopwatchEvents(step), asOf);
  const warned = step.warned || step.warnAt === undefined ? undefined : countedAnew(session, step, (step.why['warn'] ?? {}) as FactMap, pausesOf(step), asOf);
  return due || warned ? { ...step, ...(due && { dueAt: due.at, inclusive: due.inclusive }), ...(warned && { warnAt: warned.at }) } : step;
}

function countedAnew(session: Session, { startedAt }: StepState, why: FactMap, events: readonly StopwatchEvent[], asOf: string): { readonly at: string; readonly inclusive: boolean } | undefined {
  const text = why['due'];
  if (typeof text !== 'string' || !countable(text)) return undefined;
  return computeStopwatch({ spec: text, start: startedAt, events, asOf, policy: countingOf(session, { why }) }, session.policy.calendar).due;
}

/** How a due is counted: by the value it came from, and as its item or cycle rolls. */
export function countingOf({ policy }: Session, { why }: Pick<StepState, 'why'>): DuePolicy {
  const value = typeof why['value'] === 'string' ? policy.valueOf(String(why['pack']), why['value']) : undefined;
  return { ...(value && policyOf(value)), ...(typeof why['roll'] === 'string' && { roll: why['roll'] as 'none' }) };
}

export function stopwatchEvents(step: StepState): readonly StopwatchEvent[] {
  return [
    ...pausesOf(step),
    ...(step.extensions ?? []).map(({ at, spec, by, reason }): StopwatchEvent => ({ at, type: 'extend', by: spec, approvedBy: by, ...(reason !== undefined && { reason }) })),
  ];
}

function pausesOf({ pauses = [], pausedAt }: StepState): readonly StopwatchEvent[] {
  return [...pauses.flatMap(({ from, to }): StopwatchEvent[] => [{ at: from, type: 'pause' }, { at: to, type: 'resume' }]), ...(pausedAt === undefined ? [] : [{ at: pausedAt, type: 'pause' } as const])];
}

export function isPausable(step: StepState, compiled: CompiledStep): boolean {
  return step.open && step.name === compiled.name && step.verdict === undefined;
}

function countable(text: string): boolean {
  try {
    parseDue(text);
    return true;
  } catch {
    return false;
  }
}
