import { DeadlineRangeError } from '../deadline-errors.ts';
import type { DueSpec } from './due-spec.ts';
import { resolveDue } from './resolve-due.ts';
import type { Question, Resolution } from './resolution.ts';

const MOST_MEMBERS = 64;

/** A due worked out together with the spec it came from. */
export interface Choice {
  spec: DueSpec;
  resolution: Resolution;
}

/**
 * The earliest of several dues, first in the answer. Dates and instants that are not ahead of the start are left out; if
 * nothing is ahead, the latest of them stands. Of equal instants an exclusive one is the earlier.
 */
export function earliest(specs: readonly DueSpec[], question: Question): [Choice, ...Choice[]] {
  if (specs.length === 0 || specs.length > MOST_MEMBERS) throw new DeadlineRangeError(`earliest of 1 to ${MOST_MEMBERS} dues`);
  const all = specs.map((spec): Choice => ({ spec, resolution: resolveDue(spec, question) }));
  const ahead = all.filter(({ spec, resolution }) => resolution.at > question.start || !(spec.kind === 'date' || spec.kind === 'instant'));
  const sorted = (ahead.length > 0 ? ahead : all).toSorted(
    (a, b) => a.resolution.at - b.resolution.at || Number(a.resolution.inclusive) - Number(b.resolution.inclusive),
  );
  return (ahead.length > 0 ? sorted : sorted.reverse()) as [Choice, ...Choice[]];
}
