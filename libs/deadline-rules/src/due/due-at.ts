import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { explain } from '../explain/explain.ts';
import type { Due, Provisional } from '../explain/explanation.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { DuePolicy, DueSpec } from './due-spec.ts';
import { earliest } from './earliest.ts';
import type { Question, Resolution } from './resolution.ts';

/**
 * The instant at which a promise that starts at `start` falls due, with how it came about. Several specs mean the earliest.
 * A year without official notice makes the answer provisional. Throws DeadlineRangeError outside the years computed.
 */
export function dueAt(spec: DueSpec | readonly DueSpec[], start: Instant, calendar: WorkCalendar, policy: DuePolicy = {}): Due {
  const question: Question = { start: parseInstant(start), calendar, policy };
  const [chosen, ...others] = earliest(listed(spec), question);
  return { ...limitOf(chosen.resolution), explanation: explain(chosen, others, question) };
}

/** As dueAt, without the explanation: for many dues at once. */
export function dueInstantAt(
  spec: DueSpec | readonly DueSpec[],
  start: Instant,
  calendar: WorkCalendar,
  policy: DuePolicy = {},
): Omit<Due, 'explanation'> {
  return limitOf(earliest(listed(spec), { start: parseInstant(start), calendar, policy })[0].resolution);
}

/** The outward form of a resolution. */
export function limitOf({ at, inclusive, unknownYear }: Resolution): { at: Instant; inclusive: boolean; provisional?: Provisional } {
  const limit = { at: formatInstant(at), inclusive };
  return unknownYear === undefined ? limit : { ...limit, provisional: { year: unknownYear, reason: 'calendar-year-not-published' } };
}

function listed(spec: DueSpec | readonly DueSpec[]): readonly DueSpec[] {
  return Array.isArray(spec) ? (spec as readonly DueSpec[]) : [spec as DueSpec];
}
