import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { canonicalInstant } from '../instant.ts';
import { calendarOf, msOf, OPERATIONS } from './case-answers.ts';
import type { Answer } from './case-answers.ts';
import type { CaseAmount, DeadlineCase } from './case-file.ts';

/** How a case came out: what it expects and what the library says, under the same names. */
export interface CaseResult {
  id: string;
  passed: boolean;
  expected: Record<string, unknown>;
  actual: Answer;
}

/** Expectations that are no answer of the library: where a case was run, not what it gave. */
const REMARKS = new Set(['inEveryProcessTimeZone']);

/** Operations that count by the clock or by civil days. */
const WITHOUT_CALENDAR = new Set(['addCalendarDays', 'addMonths', 'elapsedRepairDays', 'monthlyDue']);

/** Runs one case of the vectors. Never throws: what the library refuses is the case's actual answer. */
export function runCase(given: DeadlineCase, calendars: ReadonlyMap<string, WorkCalendar>): CaseResult {
  const expected = Object.fromEntries(Object.entries(given.expect).filter(([key]) => !REMARKS.has(key)));
  const actual = answerOf(given, calendars);
  const passed = Object.entries(expected).every(([key, value]) => same(key, value, actual[key]));
  return { id: given.id, passed, expected, actual };
}

function answerOf(given: DeadlineCase, calendars: ReadonlyMap<string, WorkCalendar>): Answer {
  const calendar = calendarOf(given, calendars);
  const operation = Object.hasOwn(OPERATIONS, given.op) ? OPERATIONS[given.op] : undefined;
  if (!operation) return { error: `unknown operation ${given.op}; there are ${Object.keys(OPERATIONS).join(', ')}` };
  if (given.calendar === undefined && !WITHOUT_CALENDAR.has(given.op)) return { error: `${given.op} needs a calendar` };
  if (!calendar) return { error: `unknown calendar ${given.calendar}` };
  try {
    return operation(given, calendar);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function same(key: string, expected: unknown, actual: unknown): boolean {
  if (key === 'amount') return actual !== undefined && msOf(expected as CaseAmount) === msOf(actual as CaseAmount);
  return JSON.stringify(comparable(expected)) === JSON.stringify(comparable(actual));
}

/** Instants are compared as instants, whatever their offset; all else as it stands. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('T')) return value;
  try {
    return canonicalInstant(value);
  } catch {
    return value;
  }
}
