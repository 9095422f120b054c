import type { StepDocument } from '@huiyin/regulation-engine';
import { effectiveKinds, type EffectiveKind } from '../effective-kind.ts';
import { asList, finding, type LintRule } from '../lint-subject.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { kindNames } from './states.ts';

/** What a step event may end in. */
const stepEvents = new Set(['opened', 'warned', 'missed', 'met', 'extended', 'dropped', 'reached']);

function endsOf(name: string, step: StepDocument, kind: string): readonly string[] {
  if (step.done === undefined) return [step.act ?? name];
  const events = asList(step.done).flatMap((item) => (typeof item === 'string' ? [item] : asList(item.when)));
  return events.map((event) => (event.startsWith(`${kind}.`) ? event.slice(kind.length + 1) : event));
}

function stepProblems(kind: EffectiveKind): readonly PackProblem[] {
  return kind.steps.flatMap(({ name, document, part, path }) => {
    const ends = endsOf(name, document, kind.name);
    const byOwnAct = ends.some((end) => kind.acts.has(end));
    const byOwnStep = ends.some((end) => stepEvents.has(end.split('.').at(-1) ?? '') && kind.steps.some((other) => other.name === end.split('.')[0]));
    const byFall = document.opens.becomes !== undefined && document.done === undefined && document.act === undefined;
    const dropped = document.drops !== undefined;
    // A limit on the whole matter is kept or missed by its end, silence by the clock.
    const byItself = (document.whole === true && kind.final.size > 0) || document.verdict === 'none';
    const otherKind = ends.length > 0 && ends.every((end) => end.includes('.') && !byOwnStep);
    if (byOwnAct || byOwnStep || byFall || dropped || byItself) return [];
    if (otherKind) return [finding(part.pack, path, 'stepEndsElsewhere', `step ${name} would be ended by ${ends.join(', ')}: a step ends by acts of its own kind; carry its start by link`)];
    return [finding(part.pack, path, 'stepNeverEnds', `nothing ends step ${name}: ${kind.name} has no act ${ends.join(', ')}`)];
  });
}

/** Every promise can be kept: some act of its own kind ends it. */
export const steps: LintRule = (subject) => kindNames(subject).flatMap((name) => effectiveKinds(subject, name).flatMap(stepProblems));
