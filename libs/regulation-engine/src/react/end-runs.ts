import { isLateBy, marginMs } from '@huiyin/deadline-rules';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { StepState } from '../matter/matter.ts';
import type { RunScope } from '../scope/run-scope.ts';
import type { Transition } from './transition.ts';

/** Ends a run at an instant: in time or late; what was missed stays missed. */
export function endRun(step: StepState, at: string): StepState {
  const { pausedAt: _, ...rest } = step;
  const ended = { ...rest, open: false, endedAt: at };
  if (step.dueAt === undefined || step.silent) return ended;
  const due = { at: step.dueAt, inclusive: step.inclusive ?? true };
  const margin = marginMs(due, at);
  return { ...ended, verdict: step.verdict ?? (isLateBy(due, margin) ? 'missed' : 'met'), marginMs: margin };
}

/** Drops a run without a verdict of its own; one already missed stays missed. */
export function dropRun(step: StepState, at: string): StepState {
  const { pausedAt: _, ...rest } = step;
  return { ...rest, open: false, dropped: true, endedAt: at };
}

export function ended(step: StepState, at: string, compiled?: CompiledStep): Transition {
  const run = endRun(step, at);
  const event = step.verdict !== undefined ? undefined : run.verdict === 'met' ? 'met' : run.verdict === 'missed' ? 'missed' : undefined;
  return { step: run, ...(event && { event }), ...(compiled && { compiled }) };
}

/** Which open runs of a step an event ends: of a series the earliest begun, of a step per line that line's. */
export function runsEndedBy(runs: readonly StepState[], compiled: CompiledStep, at: string, line: string | undefined): readonly StepState[] {
  const open = runs.filter((run) => run.name === compiled.name && run.open && (run.line === undefined || line === undefined || run.line === line));
  if (compiled.series.length === 0) return open;
  const begun = open.filter((run) => run.startedAt <= at).sort((a, b) => (a.member ?? 0) - (b.member ?? 0));
  return begun.slice(0, 1);
}

/** Does the event end the step (`done` before `drops`)? */
export function ending(compiled: CompiledStep, types: readonly string[], scope: RunScope): 'done' | 'drops' | undefined {
  const done = compiled.done.some((trigger) => trigger.events.some((event) => types.includes(event)) && (!trigger.if || trigger.if.test(scope)));
  if (done) return 'done';
  return compiled.drops.some((event) => types.includes(event)) ? 'drops' : undefined;
}
