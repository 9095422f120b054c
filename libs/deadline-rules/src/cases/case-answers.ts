import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dayOfMonth, formatDate, readDate } from '../civil-date.ts';
import { dueAt } from '../due/due-at.ts';
import type { DuePolicy, DueSpec } from '../due/due-spec.ts';
import type { Due } from '../explain/explanation.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import { computeStopwatch } from '../stopwatch/compute-stopwatch.ts';
import type { StopwatchEvent } from '../stopwatch/stopwatch.ts';
import { countWorkingDays, isWorkingDay, startedDaysBetween } from '../working/working-days.ts';
import { subtractWorkingTime, workingBetween } from '../working/working-time.ts';
import type { CaseAmount, DeadlineCase } from './case-file.ts';

/** What the library says to a case, under the names the case expects. */
export type Answer = Record<string, unknown>;

type Operation = (given: DeadlineCase, calendar: WorkCalendar) => Answer;

/** Calendar days need a zone and nothing else. */
const NO_CALENDAR = compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00' });

/** The operations of the case format by name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  addWorkingTime: (given, calendar) => {
    const spec: DueSpec = { kind: 'workingTime', ms: msOf(given.amount), text: `P${msOf(given.amount) / 3_600_000}WH` };
    const events = pausesOf(given).flatMap(([from, to]): StopwatchEvent[] => [{ at: from, type: 'pause' }, { at: to, type: 'resume' }]);
    return instantAnswer(computeStopwatch({ spec, start: given.start!, events }, calendar).due!);
  },
  subtractWorkingTime: (given, calendar) => ({ due: subtractWorkingTime(given.start!, msOf(given.amount), calendar) }),
  workingTimeBetween: (given, calendar) => {
    const paused = pausesOf(given).reduce((sum, [from, to]) => sum + workingBetween(from, to, calendar), 0);
    return { amount: { seconds: (workingBetween(given.start!, given.end!, calendar) - paused) / 1000 } };
  },
  addWorkingDays: (given, calendar) => workingDaysAnswer(given, calendar),
  timeZoneIndependence: (given, calendar) => workingDaysAnswer(given, calendar),
  addWorkingDaysSameTime: (given, calendar) =>
    instantAnswer(dueAt({ kind: 'workingDays', days: given.amount?.workingDays ?? 0, at: 'start', text: 'P1WD' }, given.start!, calendar)),
  countWorkingDays: (given, calendar) => ({ workingDays: countWorkingDays(given.start!, given.end!, calendar) }),
  isWorkingDay: (given, calendar) => {
    const those = (key: string, working: boolean): string[] =>
      ((given.expect[key] ?? []) as string[]).filter((date) => isWorkingDay(date, calendar) === working);
    return { allTrue: those('allTrue', true), allFalse: those('allFalse', false), alsoTrue: those('alsoTrue', true) };
  },
  addCalendarDays: (given, calendar) => daysAnswer(given, calendar),
  addMonths: (given, calendar) => daysAnswer(given, calendar),
  monthlyDue: (given, calendar) => {
    const [year, month] = given.month!.split('-').map(Number) as [number, number];
    const date = formatDate(dayOfMonth(year * 12 + month - 1, given.day === 'last' ? 31 : given.day!));
    const rolled = (roll: DuePolicy['roll']): unknown =>
      dateAnswer(dueAt({ kind: 'date', date, text: date }, localMidnight(date, calendar), calendar, { roll }), calendar)['dueDate'];
    return { rollNone: rolled('none'), rollForward: rolled('forward'), rollBack: rolled('back') };
  },
  elapsedRepairDays: (given) => {
    const days = startedDaysBetween(given.start!, given.end!);
    const overs = Object.keys(given.expect).filter((key) => /^over\d+$/.test(key));
    return { days, ...Object.fromEntries(overs.map((key) => [key, days > Number(key.slice(4))])) };
  },
  openPause: (given, calendar) => {
    const state = computeStopwatch(
      {
        spec: { kind: 'workingTime', ms: msOf(given.amount), text: `P${msOf(given.amount) / 3_600_000}WH` },
        start: given.start!,
        events: [{ at: given.pausedSince!, type: 'pause' }],
        asOf: given.now!,
      },
      calendar,
    );
    return {
      due: state.due?.at ?? null,
      state: state.state,
      usedMinutes: state.consumedMs / 60_000,
      remainingMinutes: state.remainingMs / 60_000,
      overdue: state.overdue,
    };
  },
};

/** The calendar of a case that names none. */
export function calendarOf(given: DeadlineCase, calendars: ReadonlyMap<string, WorkCalendar>): WorkCalendar | undefined {
  return given.calendar === undefined ? NO_CALENDAR : calendars.get(given.calendar);
}

/** The pauses of a case in order, those that touch or overlap made one, cut to its `end`. */
function pausesOf({ pauses = [], start, end }: DeadlineCase): [string, string][] {
  const merged: [number, number][] = [];
  const [first, last] = [parseInstant(start!), end === undefined ? Infinity : parseInstant(end)];
  const cut = pauses.map(([from, to]): [number, number] => [Math.max(parseInstant(from), first), Math.min(parseInstant(to), last)]);
  for (const [from, to] of cut.filter(([from, to]) => from < to).toSorted(([a], [b]) => a - b)) {
    const open = merged[merged.length - 1];
    if (open && from <= open[1]) open[1] = Math.max(open[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => [formatInstant(from), formatInstant(to)]);
}

/** Milliseconds of an amount by the clock. */
export function msOf(amount: CaseAmount | undefined): number {
  return (((amount?.hours ?? 0) * 60 + (amount?.minutes ?? 0)) * 60 + (amount?.seconds ?? 0)) * 1000;
}

function workingDaysAnswer(given: DeadlineCase, calendar: WorkCalendar): Answer {
  const days = given.amount?.workingDays ?? 0;
  return dateAnswer(dueAt({ kind: 'workingDays', days, at: '24:00', text: `P${days}WD` }, localMidnight(given.start!, calendar), calendar), calendar);
}

function daysAnswer(given: DeadlineCase, calendar: WorkCalendar): Answer {
  const { months = 0, calendarDays = 0 } = given.amount ?? {};
  const spec: DueSpec = { kind: 'days', months, days: calendarDays, text: `P${months}M${calendarDays}D` };
  return dateAnswer(dueAt(spec, localMidnight(given.start!, calendar), calendar, { roll: given.rollOffDays ? 'forward' : 'none' }), calendar);
}

function instantAnswer(due: Due): Answer {
  return { due: due.at, ...provisionalAnswer(due) };
}

/** The last day of a due that ends with its day. */
function dateAnswer(due: Due, calendar: WorkCalendar): Answer {
  return { dueDate: formatDate(calendar.dayOf(parseInstant(due.at) - 1)), ...provisionalAnswer(due) };
}

/** A provisional due answers a case that expects a refusal: either is right, a silent guess is not. */
function provisionalAnswer({ provisional }: Due): Answer {
  return provisional ? { provisional: true, error: provisional.reason, needsYear: provisional.year } : {};
}

/** The beginning of a date; an instant stands for its own local date. */
function localMidnight(start: string, calendar: WorkCalendar): string {
  return formatInstant(calendar.startOfDay(readDate(start) ?? calendar.dayOf(parseInstant(start))));
}
