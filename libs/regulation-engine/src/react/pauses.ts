import { before, computeStopwatch, parseDue } from '@huiyin/deadline-rules';
import type { DuePolicy, StopwatchEvent } from '@huiyin/deadline-rules';
import { isDueText } from '../compile/compile-due.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { FactMap, StepState } from '../matter/matter.ts';
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

/** Counts a run's due anew from its anchor, pauses, restarts and extensions, its warning with it. A due that an expression gave moves by the clock. */
export function recounted(session: Session, step: StepState, asOf: string): StepState {
  const text = countedText(step, session.policy.calendar);
  const due = text === undefined ? undefined : computeStopwatch({ spec: text, start: step.startedAt, events: stopwatchEvents(step), asOf, policy: countingOf(session, step) }, session.policy.calendar).due;
  const counted = due ? { ...step, dueAt: due.at, inclusive: due.inclusive } : step;
  const warnAt = step.warned || step.warnAt === undefined ? undefined : warnedAnew(session, counted, asOf);
  return warnAt === undefined ? counted : { ...counted, warnAt };
}

/** A warning counts from its own anchor and the pauses, or so long ahead of wherever the due is now. */
function warnedAnew(session: Session, step: StepState, asOf: string): string | undefined {
  const why = (step.why['warn'] ?? {}) as FactMap;
  if (typeof why['ahead'] === 'string' && step.dueAt !== undefined) return before(step.dueAt, parseDue(why['ahead']), session.policy.calendar).at;
  const text = why['due'];
  if (typeof text !== 'string' || !isDueText(text)) return undefined;
  return computeStopwatch({ spec: text, start: step.startedAt, events: pausesOf(step), asOf, policy: countingOf(session, { why }) }, session.policy.calendar).due?.at;
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
