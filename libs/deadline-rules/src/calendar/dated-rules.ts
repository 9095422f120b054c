import { parseDate, readDate } from '../civil-date.ts';
import { CalendarError } from '../deadline-errors.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import type { CalendarDocument } from './calendar-document.ts';
import { CLOSED } from './day-hours.ts';
import type { DayHours } from './day-hours.ts';
import type { DayRule } from './day-rule.ts';
import { parseHours } from './hours-text.ts';

const MOST_DAYS = 50_000;

/** The rules of single dates by day number: first the notices', then the operator's, which win. Throws CalendarError. */
export function datedRules(
  document: CalendarDocument,
  notices: readonly HolidayNotice[],
  makeUpHours: DayHours,
): Map<number, DayRule> {
  const rules = new Map<number, DayRule>();
  for (const notice of notices) addNotice(rules, notice, makeUpHours);
  const { days = {} } = document;
  if (typeof days !== 'object' || days === null || Array.isArray(days)) throw new CalendarError('days', 'hours by date', days);
  const dates = Object.entries(days);
  if (dates.length > MOST_DAYS) throw new CalendarError('days', `at most ${MOST_DAYS} dates`, dates.length);
  const read = hoursReader(makeUpHours);
  for (const [date, text] of dates) {
    const day = readDate(date);
    if (day === null) throw new CalendarError(`days.${date}`, 'a date that exists, YYYY-MM-DD', date);
    rules.set(day, { hours: read(text, `days.${date}`), reason: 'exception' });
  }
  return rules;
}

function addNotice(rules: Map<number, DayRule>, notice: HolidayNotice, makeUpHours: DayHours): void {
  for (const { name, from, to } of notice.off) {
    const last = parseDate(to);
    for (let day = parseDate(from); day <= last; day += 1) rules.set(day, { hours: CLOSED, reason: 'holiday', name });
  }
  for (const date of notice.makeUp) rules.set(parseDate(date), { hours: makeUpHours, reason: 'makeUp' });
}

/** Reads `off`, `work` or hours; the same text is read once, so that ten thousand dates stay cheap. */
function hoursReader(makeUpHours: DayHours): (text: string, field: string) => DayHours {
  const read = new Map<string, DayHours>([['off', CLOSED], ['work', makeUpHours]]);
  return (text, field) => {
    let hours = read.get(text);
    if (!hours) read.set(text, (hours = parseHours(text, field)));
    return hours;
  };
}
