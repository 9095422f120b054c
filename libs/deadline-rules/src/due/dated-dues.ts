import { dayOfMonth as clampedDay, monthIndexOf, parseDate, weekdayOf } from '../civil-date.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import { dayIn, periodBounds } from '../periods/period-of.ts';
import { periodDays } from '../periods/period-days.ts';
import { nthWorkingDay } from '../working/working-days.ts';
import type { DueSpec } from './due-spec.ts';
import { placeOnDay } from './place-on-day.ts';
import type { Placed } from './place-on-day.ts';
import type { Question, Resolution } from './resolution.ts';
import { rollDay } from './roll-day.ts';

type Spec<K extends DueSpec['kind']> = Extract<DueSpec, { kind: K }>;
type Candidate = Pick<Resolution, 'rolled' | 'unknownYear'> & Placed;

const MOST_TRIES = 600;

/** The next such time of day, the start's own instant included. */
export function timeOfDay(spec: Spec<'timeOfDay'>, question: Question): Resolution {
  const today = question.calendar.dayOf(question.start);
  return firstAhead(question, (turn) => onDay(today + turn, spec.at, question));
}

/** The end of the period that holds the start. Rolled back out of the period it is not owed there: the next one's counts. */
export function endOf(spec: Spec<'endOf'>, question: Question): Resolution {
  const { start, calendar, policy } = question;
  let day = dayIn(spec.period, start, calendar);
  return firstAhead(question, () => {
    const days = periodDays(spec.period, day);
    day = days.last + 1;
    const { day: last, rolled, unknownYear } = rollDay(days.last, policy, calendar);
    if (last < days.first) return null;
    const { end } = periodBounds(spec.period, { ...days, last }, calendar);
    const placed = policy.hour === undefined ? { at: end, inclusive: false } : placeOnDay(last, policy.hour, 'end', question);
    return { ...placed, rolled, unknownYear };
  });
}

/** The next such day of a month, from the start's month or a later one on; months without it clamp. */
export function dayOfMonth(spec: Spec<'dayOfMonth'>, question: Question): Resolution {
  const month = monthIndexOf(question.calendar.dayOf(question.start)) + spec.next;
  return firstAhead(question, (turn) => onDay(clampedDay(month + turn, spec.day), spec.at, question));
}

/** The next such weekday. Rolled back it stays within its week, Monday to Sunday; a week without working days owes none. */
export function weekday(spec: Spec<'weekday'>, question: Question): Resolution {
  const today = question.calendar.dayOf(question.start);
  const monday = today - weekdayOf(today);
  return firstAhead(question, (turn) => onDay(monday + 7 * turn + spec.weekday, spec.at, question, monday + 7 * turn));
}

/** The n-th, or n-th last, working day of a period; a period with fewer owes none. */
export function workingDayOf(spec: Spec<'workingDayOf'>, question: Question): Resolution {
  const { calendar, policy } = question;
  let day = dayIn(spec.period, question.start, calendar);
  for (let skip = 0; skip < spec.next; skip += 1) day = periodDays(spec.period, day).last + 1;
  return firstAhead(question, () => {
    const { first, last } = periodDays(spec.period, day);
    day = last + 1;
    const found = spec.n > 0 ? nthWorkingDay(first - 1, spec.n, calendar) : nthWorkingDay(last + 1, spec.n, calendar);
    if (found < first || found > last) return null;
    const unknownYear = spec.n > 0 ? calendar.unknownYear(first, found) : calendar.unknownYear(found, last);
    return { ...placeOnDay(found, spec.at ?? policy.hour, 'close', question), unknownYear };
  });
}

/** The end of a date, or a time on it, wherever the start lies. */
export function date(spec: Spec<'date'>, question: Question): Resolution {
  return resolved(onDay(parseDate(spec.date), spec.at, question)!, question);
}

function onDay(day: number, at: string | undefined, question: Question, notBefore?: number): Candidate | null {
  const { day: last, rolled, unknownYear } = rollDay(day, question.policy, question.calendar);
  if (notBefore !== undefined && last < notBefore) return null;
  return { ...placeOnDay(last, at ?? question.policy.hour, 'end', question), rolled, unknownYear };
}

/** The first candidate that is not yet over at the start. */
function firstAhead(question: Question, candidate: (turn: number) => Candidate | null): Resolution {
  for (let turn = 0; turn < MOST_TRIES; turn += 1) {
    const found = candidate(turn);
    if (found && (found.inclusive ? found.at >= question.start : found.at > question.start)) return resolved(found, question);
  }
  throw new DeadlineRangeError(`no such day within ${MOST_TRIES} periods of the start`);
}

function resolved(found: Candidate, { start }: Question): Resolution {
  return { ...found, counted: { unit: 'ms', amount: Math.max(0, found.at - start) }, retold: 'clock' };
}
