import { CalendarError, caseCalendars } from '@huiyin/deadline-rules';
import type { CaseFile, WorkCalendar } from '@huiyin/deadline-rules';
import { FileRefusedError, quoted } from '../files/file-refused.ts';
import type { JsonFile } from '../files/json-file.ts';
import type { PathStep } from '../files/json-places.ts';

/** What the fields of a compiled calendar are called in a case file. */
const FIELDS: Readonly<Record<string, string>> = { zone: 'tz', hours: 'weekly', days: 'exceptions', makeUpHours: 'hoursOnMakeUpDays', notices: 'fromNotices', country: 'fromNotices' };

/** The calendars of a case file, compiled. Throws FileRefusedError naming the calendar, the field and the rule it breaks. */
export function calendarsOf(file: JsonFile): Map<string, WorkCalendar> {
  const { calendars, holidayNotices } = file.value as CaseFile;
  const compiled = new Map<string, WorkCalendar>();
  const problems = Object.entries(calendars).flatMap(([name, calendar]) => {
    try {
      compiled.set(name, caseCalendars({ calendars: { [name]: calendar }, holidayNotices }).get(name)!);
      return [];
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      const path = ['calendars', name, ...stepsIn(error.field.slice(`calendars.${name}.`.length))];
      return [file.problem('calendar', path, { message: 'cannot be used', found: quoted(valueAt(file.value, path)), allowed: [error.rule] })];
    }
  });
  if (problems.length > 0) throw new FileRefusedError(problems);
  return compiled;
}

function stepsIn(field: string): PathStep[] {
  const [first = '', ...rest] = field.split('.');
  return [FIELDS[first] ?? first, ...rest.map((step) => (/^\d+$/.test(step) ? Number(step) : step))];
}

function valueAt(root: unknown, path: readonly PathStep[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<PathStep, unknown>)[step] : undefined), root);
}
