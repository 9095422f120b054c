import { RUNS } from '../cel/strict-text.ts';
import type { Matter, StepState } from '../matter/matter.ts';
import type { MatterSource } from './view-factory.ts';

/** What every matter carries for expressions besides its facts. */
export const MATTER_MEMBERS: readonly (readonly [string, (source: MatterSource) => unknown])[] = [
  ['id', ({ id }) => id],
  ['kind', ({ matter }) => matter.kind],
  ['number', ({ matter }) => matter.number ?? null],
  ['state', ({ matter }) => matter.state],
  ['final', ({ matter }) => matter.final],
  ['owner', ({ matter }) => matter.owner ?? null],
  ['openedAt', ({ matter }) => matter.openedAt],
  ['openedBy', ({ matter }) => matter.openedBy],
  ['firstContact', ({ matter }) => matter.firstContact ?? null],
  ['overdue', ({ matter }) => matter.steps.some((step) => step.open && step.verdict === 'missed')],
];

/** Names a field must not take. */
export const RESERVED_MEMBERS: ReadonlySet<string> = new Set([...MATTER_MEMBERS.map(([name]) => name), 'did', 'steps', RUNS]);

/** Last run of an act: who, when, how often; null while never done. */
export function doneMember(act: string): (matter: Matter) => unknown {
  return (matter) => {
    const done = matter.did[act];
    return done ? { by: done.by, at: done.at, times: BigInt(done.times) } : null;
  };
}

/** Latest run of a step; null while it never opened. */
export function stepMember(name: string): (matter: Matter) => unknown {
  return (matter) => {
    const run = matter.steps.findLast((step) => step.name === name);
    return run ? stepFacts(run) : null;
  };
}

/** Every run of every step, in the order in which they opened. */
export const stepRuns = (matter: Matter): readonly unknown[] => matter.steps.map(stepFacts);

/** Members of a step's run, as `matter.steps` and rows of `kind.steps` show it. */
export const STEP_MEMBERS: readonly string[] = ['name', 'who', 'due', 'open', 'verdict', 'doneAt', 'startedAt', 'dropped', 'line', 'member', 'extended', 'margin'];

export function stepFacts(run: StepState): Readonly<Record<string, unknown>> {
  return {
    name: run.name, who: run.who, due: run.dueAt ?? null, open: run.open, verdict: run.verdict ?? null, doneAt: run.open ? null : (run.endedAt ?? null),
    startedAt: run.startedAt, dropped: run.dropped ?? false, line: run.line ?? null, member: run.member === undefined ? null : BigInt(run.member),
    extended: BigInt(run.extensions?.length ?? 0), margin: run.marginMs === undefined ? null : BigInt(run.marginMs),
  };
}
