import type { StepState } from '../matter/matter.ts';
import { justBefore } from '../queries/counts-for.ts';

/** The instant an event counts for in windows and periods: what runs out at an exclusive end counts for the period that ended. */
export function countsAt(type: string, at: string, run: Pick<StepState, 'inclusive' | 'dueAt'> | undefined): string {
  const ranOut = run !== undefined && run.inclusive === false && run.dueAt === at && /\.(?:missed|reached)$/.test(type);
  return ranOut ? justBefore(at) : at;
}
