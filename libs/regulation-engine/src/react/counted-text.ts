import { before, businessDateOf, parseDue } from '@huiyin/deadline-rules';
import type { WorkCalendar } from '@huiyin/deadline-rules';
import { isDueText } from '../compile/compile-due.ts';
import type { StepState } from '../matter/matter.ts';

/**
 * The due of a run as a text that counts anew, whatever gave it: the limit itself, or the instant that an expression gave, which pauses, excuses
 * and extensions move by the clock. A day that begins so long before something is the end of the day before. Undefined: it has no due.
 */
export function countedText({ why }: Pick<StepState, 'why'>, calendar: WorkCalendar): string | undefined {
  const { due, at, before: by, of } = why;
  if (typeof due === 'string' && isDueText(due)) return due;
  if (typeof at === 'string') return at;
  if (typeof by !== 'string' || typeof of !== 'string') return undefined;
  const limit = before(of, parseDue(by), calendar);
  return limit.inclusive ? limit.at : businessDateOf(new Date(Date.parse(limit.at) - 1).toISOString(), calendar);
}
