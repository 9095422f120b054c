import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import { limitOf } from '../due/due-at.ts';
import { parseDue } from '../due/parse-due.ts';
import { alarmAt } from '../due/lateness.ts';
import { parseInstant } from '../instant.ts';
import type { Due } from '../explain/explanation.ts';
import { StopwatchFold } from './fold.ts';
import { retell } from './retell.ts';
import type { StopwatchInput, StopwatchState } from './stopwatch.ts';

const MOST_EVENTS = 100_000;

/**
 * Folds the events of a clock by their instants (those of one instant in the list's order), up to `asOf`. A pause stops consumption
 * and moves the due by exactly the paused amount, in the measure of the promise; a restart sets consumption to zero; an
 * extension moves the limit. A clock that is missed stays so. Throws DeadlineRangeError for more than 100,000 events.
 */
export function computeStopwatch(input: StopwatchInput, calendar: WorkCalendar): StopwatchState {
  if (input.events.length > MOST_EVENTS) throw new DeadlineRangeError(`a clock with more than ${MOST_EVENTS} events`);
  const timed = input.events.map((event) => ({ event, at: parseInstant(event.at) })).toSorted((a, b) => a.at - b.at);
  const start = parseInstant(input.start);
  const asOf = input.asOf === undefined ? Math.max(start, timed[timed.length - 1]?.at ?? start) : parseInstant(input.asOf);
  const spec = typeof input.spec === 'string' ? parseDue(input.spec) : input.spec;
  const fold = new StopwatchFold(spec, { start, calendar, policy: input.policy ?? {} });
  for (const { event, at } of timed) if (at <= asOf) fold.take(event);
  return stateOf(fold, asOf, calendar);
}

function stateOf(fold: StopwatchFold, asOf: number, calendar: WorkCalendar): StopwatchState {
  const until = fold.state === 'paused' ? fold.pausedSince : fold.state === 'running' ? asOf : fold.endedAt;
  const amounts = {
    consumedMs: Math.max(0, fold.measure.between(fold.anchor, until) - fold.movedMs),
    remainingMs: fold.measure.between(until, fold.dueAt),
  };
  if (fold.state === 'paused') return { state: 'paused', ...amounts, overdue: false };
  const due: Due = { ...limitOf({ ...fold.unpaused, at: fold.dueAt }), explanation: retell(fold, calendar) };
  if (fold.state === 'cancelled') return { due, state: 'cancelled', ...amounts, overdue: false };
  const overdue = fold.isLate(until);
  if (fold.state === 'stopped') {
    return { due, state: 'stopped', ...amounts, overdue, verdict: { met: !overdue, marginMs: fold.dueAt - until } };
  }
  return { due, state: 'running', ...amounts, overdue, ...(!overdue && { nextChangeAt: alarmAt(due) }) };
}
