import { DAY_MS, formatDate } from '../civil-date.ts';
import { CalendarError } from '../deadline-errors.ts';
import { zoneOffsets } from '../zone/zone-offsets.ts';
import type { CalendarDocument } from './calendar-document.ts';
import { datedRules } from './dated-rules.ts';
import type { DayHours } from './day-hours.ts';
import type { DayRule } from './day-rule.ts';
import { parseHours } from './hours-text.ts';
import { resolveNotices } from './resolve-notices.ts';
import { WEEKDAYS, weeklyRules } from './weekly-rules.ts';
import { WorkCalendar } from './work-calendar.ts';

const FIELDS = new Set(['zone', 'hours', 'country', 'notices', 'days', 'makeUpHours']);

/**
 * Compiles a calendar document once for many questions. Takes plain JSON, keeps a copy of it.
 * Throws CalendarError naming the field and the rule it breaks.
 */
export function compileCalendar(document: CalendarDocument): WorkCalendar {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new CalendarError('document', 'an object', document);
  for (const key of Object.keys(document)) {
    if (!FIELDS.has(key)) throw new CalendarError(key, `one of ${[...FIELDS].join(', ')}`, key);
  }
  const offsets = zoneOffsets(document.zone);
  if (!offsets) throw new CalendarError('zone', 'an IANA time zone such as Asia/Shanghai', document.zone);
  const week = weeklyRules(document.hours);
  const makeUpHours = document.makeUpHours === undefined
    ? week.find(({ hours }) => hours.length > 0)!.hours
    : parseHours(document.makeUpHours, 'makeUpHours');
  const notices = resolveNotices(document);
  const dated = datedRules(document, notices ?? [], makeUpHours);
  const calendar = new WorkCalendar({
    document: frozen(JSON.parse(JSON.stringify(document)) as CalendarDocument),
    offsets,
    week,
    dated,
    notices,
    crossesMidnight: [...week, ...dated.values()].some(({ hours }) => endOf(hours) > DAY_MS),
  });
  if (calendar.crossesMidnight) refuseOverlaps(calendar, week, dated.keys());
  return calendar;
}

/** Hours over midnight must not run into those of the next date, else a stretch would belong to two business dates. */
function refuseOverlaps(calendar: WorkCalendar, week: readonly DayRule[], days: Iterable<number>): void {
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const next = (weekday + 1) % 7;
    check(week[weekday]!.hours, week[next]!.hours, `hours.${WEEKDAYS[next]!}`);
  }
  for (const day of days) {
    const { hours } = calendar.ruleOf(day);
    check(calendar.ruleOf(day - 1).hours, hours, `days.${formatDate(day)}`);
    check(hours, calendar.ruleOf(day + 1).hours, `days.${formatDate(day)}`);
  }
}

function check(earlier: DayHours, later: DayHours, field: string): void {
  if (earlier.length === 0 || later.length === 0) return;
  if (endOf(earlier) - DAY_MS > later[0]!.from) {
    throw new CalendarError(field, 'hours that do not overlap those of the date before or after');
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function endOf(hours: DayHours): number {
  return hours.length > 0 ? hours[hours.length - 1]!.to : 0;
}
