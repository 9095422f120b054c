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
export const RESERVED_MEMBERS: ReadonlySet<string> = new Set([...MATTER_MEMBERS.map(([name]) => name), 'did', 'steps']);

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

export function stepFacts(run: StepState): Readonly<Record<string, unknown>> {
  return { name: run.name, who: run.who, due: run.dueAt ?? null, open: run.open, verdict: run.verdict ?? null, doneAt: run.open ? null : (run.endedAt ?? null) };
}
