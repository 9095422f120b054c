import { readDate } from '../civil-date.ts';
import { DueSyntaxError, TimeSyntaxError } from '../deadline-errors.ts';
import { canonicalInstant } from '../instant.ts';
import type { DueSpec, PeriodKind } from './due-spec.ts';
import { parseDuration } from './parse-duration.ts';
import { parseHour } from './parse-hour.ts';
import { TextScanner } from './text-scanner.ts';

const FORMS = [
  'PT30M', 'P3D', 'P6M', 'P5WD', 'P5WD at 17:30', 'P4WH', '17:30', 'end of month', 'day 25 of month', 'day 10 of next month',
  'working day 3 of next month', 'last working day of week', 'Friday before 10:00', '2026-03-02', 'an instant',
];
const PERIODS: Record<string, PeriodKind> = {
  businessdate: 'businessDate', day: 'day', week: 'week', halfmonth: 'halfMonth', month: 'month', quarter: 'quarter', halfyear: 'halfYear', year: 'year',
};
const PERIOD = /(businessDate|day|week|halfMonth|month|quarter|halfYear|year)\b/;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Reads a due text (packs.md, Time). Upper and lower case are alike. `Friday before 10:00` is inclusive like every time of
 * day. Throws DueSyntaxError with the position and what is allowed there.
 */
export function parseDue(text: string): DueSpec {
  if (typeof text !== 'string' || text.length > 80) throw new DueSyntaxError(String(text), 0, FORMS);
  const scan = new TextScanner(text.trim());
  const spec = form(scan);
  scan.end();
  return spec;
}

function form(scan: TextScanner): DueSpec {
  const { text } = scan;
  if (/^p/i.test(text)) return parseDuration(scan);
  if (/^\d{4}-/.test(text)) return dated(scan);
  if (/^\d/.test(text)) return { kind: 'timeOfDay', at: parseHour(scan), text };
  if (scan.take(/end of /)) return { kind: 'endOf', period: period(scan), text };
  if (scan.take(/day /)) return dayOfMonth(scan);
  if (scan.take(/last working day of /)) return workingDayOf(scan, -1);
  if (scan.take(/working day /)) return workingDayOf(scan, Number(numberOfDay(scan, 366)), / of /);
  const weekday = scan.take(/(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/);
  if (weekday) return weekdayDue(scan, WEEKDAYS.indexOf(weekday[1]!.toLowerCase()));
  return scan.fail(...FORMS);
}

function dayOfMonth(scan: TextScanner): DueSpec {
  const day = numberOfDay(scan, 31);
  const next = scan.expect(/ of (next )?month\b/, 'of month', 'of next month')[1] ? 1 : 0;
  return { kind: 'dayOfMonth', day, next, ...hour(scan), text: scan.text };
}

function workingDayOf(scan: TextScanner, n: number, of?: RegExp): DueSpec {
  if (of) scan.expect(of, 'of month', 'of next month');
  const next = scan.take(/next /) ? 1 : 0;
  return { kind: 'workingDayOf', n, period: period(scan), next, ...hour(scan), text: scan.text };
}

function weekdayDue(scan: TextScanner, weekday: number): DueSpec {
  if (scan.take(/ before /)) return { kind: 'weekday', weekday, at: parseHour(scan), text: scan.text };
  return { kind: 'weekday', weekday, ...hour(scan), text: scan.text };
}

function dated(scan: TextScanner): DueSpec {
  const { text } = scan;
  if (/^\d{4}-\d\d-\d\dT/i.test(text)) return { kind: 'instant', at: instant(scan), text };
  const date = scan.expect(/\d{4}-\d\d-\d\d/, 'a date, YYYY-MM-DD')[0];
  if (readDate(date) === null) throw new DueSyntaxError(text, 0, ['a date that exists']);
  return { kind: 'date', date, ...hour(scan), text };
}

function instant(scan: TextScanner): string {
  const found = scan.expect(/\S+/, 'an RFC 3339 instant with offset')[0];
  try {
    return canonicalInstant(found);
  } catch (error) {
    if (error instanceof TimeSyntaxError) throw new DueSyntaxError(scan.text, 0, ['an RFC 3339 instant with offset']);
    throw error;
  }
}

function period(scan: TextScanner): PeriodKind {
  const match = scan.expect(PERIOD, ...Object.values(PERIODS));
  return PERIODS[match[1]!.toLowerCase()]!;
}

function numberOfDay(scan: TextScanner, most: number): number {
  const number = Number(scan.expect(/\d{1,3}\b/, `a number from 1 to ${most}`)[0]);
  return number >= 1 && number <= most ? number : scan.refuse(`a number from 1 to ${most}`);
}

function hour(scan: TextScanner): { at?: string } {
  return scan.take(/ at /) ? { at: parseHour(scan, 'start') } : {};
}
