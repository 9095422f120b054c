import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { StepState } from '../matter/matter.ts';
import { openRuns } from './open-runs.ts';
import { recounted } from './pauses.ts';
import type { StepCause } from './step-changes.ts';
import type { Transition } from './transition.ts';

/** Counts open runs anew where the event restarts their step: a restart on a line concerns that line's, one of a series all its members. */
export function restartRuns(cause: StepCause, compiled: CompiledStep, open: readonly StepState[]): readonly Transition[] {
  if (!compiled.restarts.some((event) => cause.types.includes(event))) return [];
  const concerned = open.filter((run) => run.line === undefined || cause.line === undefined || run.line === cause.line);
  if (concerned.length === 0) return [];
  const anew = openRuns(cause, compiled, []);
  return concerned.flatMap((run) => {
    const fresh = anew.find(({ line, member }) => line === run.line && member === run.member);
    return fresh ? [{ step: restarted(cause, run, fresh), compiled }] : [];
  });
}

/** The same run from a new anchor: its due and its warning are counted anew, with what was extended; a verdict already given stays. */
function restarted(cause: StepCause, run: StepState, { startedAt, dueAt, inclusive, provisional, warnAt, why, citation }: StepState): StepState {
  const restart = { at: cause.at, ...(run.dueAt !== undefined && { from: run.dueAt }), ...(cause.citation && { citation: cause.citation }) };
  const { dueAt: _due, inclusive: _inclusive, provisional: _provisional, warnAt: _warn, warned: _warned, ...rest } = run;
  const step: StepState = {
    ...rest, citation, startedAt, restarts: [...(run.restarts ?? []), restart],
    ...(dueAt !== undefined && { dueAt }), ...(inclusive !== undefined && { inclusive }), ...(provisional !== undefined && { provisional }), ...(warnAt !== undefined && { warnAt }),
    why: { ...run.why, ...why },
  };
  return step.extensions || step.pauses ? recounted(cause.session, step, cause.at) : step;
}
