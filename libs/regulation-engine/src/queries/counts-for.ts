import type { FactMap, Matter, StepState } from '../matter/matter.ts';
import type { EngineEvent } from '../matter/event.ts';

/**
 * The instant for which something counts that an expression reading these paths put at `at`. What was raised at the exclusive end of a period
 * belongs to the period that ended: a due, what the engine did at it, the end of a period fact. Anything else counts where it stands.
 */
export function countsFor(at: string, reads: readonly string[], matters: readonly Matter[]): string {
  const members = new Set(reads.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  for (const matter of matters) {
    const found = exclusiveEnds(matter).find((end) => end.at === at && members.has(end.member));
    if (found) return found.countsAt;
  }
  return at;
}

/** The instant a run's due counts for. */
export function dueCountsFor({ dueAt, inclusive }: Pick<StepState, 'dueAt' | 'inclusive'>): string | undefined {
  return dueAt !== undefined && inclusive === false ? justBefore(dueAt) : dueAt;
}

/** The instant an event counts for: for windows, counts and dates of entries. */
export function eventCountsFor({ at, countsAt }: Pick<EngineEvent, 'at' | 'countsAt'>): string {
  return countsAt ?? at;
}

export function justBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

interface ExclusiveEnd {
  /** Last name of the paths that read it. */
  readonly member: string;
  readonly at: string;
  readonly countsAt: string;
}

function exclusiveEnds({ steps, did, facts, openedAt, countsAt }: Matter): readonly ExclusiveEnd[] {
  return [
    ...steps.flatMap((run) => endsOf(run)),
    ...Object.values(did).flatMap((done) => (done.countsAt === undefined ? [] : [{ member: 'at', at: done.at, countsAt: done.countsAt }])),
    ...Object.values(facts).flatMap((fact) => (isPeriod(fact) ? [{ member: 'end', at: fact.end, countsAt: justBefore(fact.end) }] : [])),
    ...(countsAt === undefined ? [] : [{ member: 'openedAt', at: openedAt, countsAt }]),
  ];
}

function endsOf({ dueAt, inclusive, verdict }: StepState): readonly ExclusiveEnd[] {
  if (dueAt === undefined || inclusive !== false) return [];
  const end = { at: dueAt, countsAt: justBefore(dueAt) };
  return [{ member: 'due', ...end }, ...(verdict === 'reached' ? [{ member: 'doneAt', ...end }] : [])];
}

function isPeriod(fact: unknown): fact is FactMap & { readonly end: string } {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact) && 'start' in fact && typeof (fact as FactMap)['end'] === 'string';
}
