import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { Citation, FactMap, StepState } from '../matter/matter.ts';
import type { Edges } from './edges.ts';
import { dropRun, ended, ending, runsEndedBy } from './end-runs.ts';
import { openRuns } from './open-runs.ts';
import type { Opening } from './open-runs.ts';
import { isPausable, paused, resumed } from './pauses.ts';
import { restartRuns } from './restart-runs.ts';
import type { Transition } from './transition.ts';

export interface StepCause extends Opening {
  /** The event and, for a variant or `kind.*`, the other names it answers to. */
  readonly types: readonly string[];
  readonly line: string | undefined;
  /** What the event carries out. */
  readonly citation?: Citation;
  readonly edges: Edges;
  /** What packs that only watch would have opened. */
  readonly watched: FactMap[];
  /** Series that an event would have ended a member of, had one been begun: the contact is extra. */
  readonly extra: CompiledStep[];
  readonly onFault: (item: CompiledStep, fault: EvaluationFault) => void;
}

/** What an event does to the promises: first what it ends (done before dropped), then what it opens. */
export function stepChanges(cause: StepCause): readonly Transition[] {
  const { session } = cause;
  const transitions: Transition[] = [];
  const endedNow = new Set<string>();
  const runs = new Map(cause.matter.steps.map((step) => [step.id, step]));
  const apply = (transition: Transition): void => {
    transitions.push(transition);
    runs.set(transition.step.id, transition.step);
  };
  for (const compiled of listeners(session.kind.ended, cause.types)) {
    guarded(cause, compiled, () => {
      const how = ending(compiled, cause.types, cause.scope);
      if (!how || compiled.watch) return;
      const endedRuns = runsEndedBy([...runs.values()], compiled, cause.at, cause.line);
      if (how === 'done' && endedRuns.length === 0 && compiled.series.length > 0 && [...runs.values()].some((run) => run.name === compiled.name)) cause.extra.push(compiled);
      for (const run of endedRuns) {
        endedNow.add(compiled.name);
        apply(how === 'done' ? ended(run, cause.at, compiled) : { event: 'dropped', step: dropRun(run, cause.at), compiled });
      }
    });
  }
  for (const compiled of cause.edges.falling) for (const run of openOf(runs, compiled)) apply({ event: 'dropped', step: dropRun(run, cause.at), compiled });
  for (const compiled of cause.edges.pausing) for (const run of openOf(runs, compiled)) if (isPausable(run, compiled)) apply({ step: paused(run, cause.at), compiled });
  for (const compiled of cause.edges.resuming) for (const run of openOf(runs, compiled)) apply({ step: resumed(session, run, cause.at), compiled });
  for (const compiled of new Set([...listeners(session.kind.opened, cause.types), ...cause.edges.rising])) {
    if (compiled.watch) cause.watched.push(...wouldOpen(cause, compiled));
    else guarded(cause, compiled, () => openings(cause, compiled, [...runs.values()], endedNow.has(compiled.name)).forEach(apply));
  }
  return transitions;
}

/** What a watching step would promise, by when; one that cannot be evaluated says so. */
function wouldOpen(cause: StepCause, compiled: CompiledStep): readonly FactMap[] {
  try {
    if (!asked(cause, compiled)) return [];
    return openRuns(cause, compiled, []).map((run) => ({ step: run.name, rule: run.citation.rule, who: run.who, dueAt: run.dueAt ?? null }));
  } catch (error) {
    if (error instanceof EvaluationFault) return [{ step: compiled.name, rule: compiled.citation.rule, fault: error.message }];
    throw error;
  }
}

function openings(cause: StepCause, compiled: CompiledStep, runs: readonly StepState[], endedNow: boolean): readonly Transition[] {
  const own = runs.filter((run) => run.name === compiled.name);
  if (compiled.each !== undefined) return openingsPerLine(cause, compiled, own, endedNow);
  const open = own.filter((run) => run.open);
  if (open.length > 0) return restartRuns(cause, compiled, open);
  const done = own.some((run) => !run.dropped);
  if (!(done ? reopened(cause, compiled) : asked(cause, compiled))) return [];
  const runsOpened = openRuns(cause, compiled, own);
  return endedNow ? runsOpened.map((step) => ({ event: 'opened', step, compiled })) : judgedAtOnce(cause, compiled, runsOpened);
}

/** Each line is looked at by itself: one that has no run yet gets its own, whatever became of the others. A reopening event on a line is about that line. */
function openingsPerLine(cause: StepCause, compiled: CompiledStep, own: readonly StepState[], endedNow: boolean): readonly Transition[] {
  const again = reopened(cause, compiled);
  const first = asked(cause, compiled);
  const restarted = restartRuns(cause, compiled, own.filter((run) => run.open));
  if (!again && !first) return restarted;
  const wanted = openRuns(cause, compiled, own).filter(({ line }) => {
    const before = own.filter((run) => run.line === line);
    if (before.some((run) => run.open)) return false;
    return before.some((run) => !run.dropped) ? again && (cause.line === undefined || cause.line === line) : first;
  });
  return [...restarted, ...wanted.flatMap((run) => (endedNow ? [{ event: 'opened' as const, step: run, compiled }] : judgedAtOnce(cause, compiled, [run])))];
}

/** Does the event, or the rising condition, open the step? */
function asked(cause: StepCause, compiled: CompiledStep): boolean {
  const named = compiled.opens.events.some((event) => cause.types.includes(event));
  if (!named && !cause.edges.rising.has(compiled)) return false;
  return !compiled.opens.if || compiled.opens.if.test(cause.scope);
}

/** Does the event reopen a step that is done? One that also opens it does so on the same condition. */
function reopened(cause: StepCause, compiled: CompiledStep): boolean {
  if (!compiled.reopens.some((event) => cause.types.includes(event))) return false;
  return asked(cause, compiled) || !compiled.opens.events.some((event) => cause.types.includes(event));
}

/** What begins before its opening and what the same event ends is judged at once: of a series the earliest begun. */
function judgedAtOnce(cause: StepCause, compiled: CompiledStep, runs: readonly StepState[]): readonly Transition[] {
  const begun = runs.filter((run) => run.startedAt < cause.at);
  const judged = begun.length > 0 && ending(compiled, cause.types, cause.scope) === 'done' ? runsEndedBy(begun, compiled, cause.at, cause.line) : [];
  return runs.flatMap((step): readonly Transition[] => [{ event: 'opened', step, compiled }, ...(judged.includes(step) ? [ended(step, cause.at, compiled)] : [])]);
}

const NONE: readonly CompiledStep[] = [];

function openOf(runs: ReadonlyMap<string, StepState>, compiled: CompiledStep): readonly StepState[] {
  return [...runs.values()].filter((run) => run.open && run.name === compiled.name);
}

function listeners(index: ReadonlyMap<string, readonly CompiledStep[]>, types: readonly string[]): readonly CompiledStep[] {
  const [type, ...others] = types;
  const own = index.get(type!) ?? NONE;
  return others.some((other) => index.has(other)) ? [...new Set(types.flatMap((each) => index.get(each) ?? NONE))] : own;
}

function guarded(cause: StepCause, compiled: CompiledStep, change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof EvaluationFault)) throw error;
    cause.onFault(compiled, error);
  }
}
