import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DAY_MS, parseDate } from '../civil-date.ts';
import { TimeSyntaxError } from '../deadline-errors.ts';
import { formatInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$|^24:00(?::00)?$/;

/**
 * The instant of a time of day (`HH:MM`, `HH:MM:SS`; `24:00` is the end of the date) on a business date (`YYYY-MM-DD`), in the calendar's
 * zone. Where the date's hours run over midnight, a time up to their close is that of the next morning: 00:30 of an evening that closes at
 * 01:00. Throws TimeSyntaxError.
 */
export function instantOn(date: string, time: string, calendar: WorkCalendar): Instant {
  const day = parseDate(date);
  const found = TIME.exec(time);
  if (!found) throw new TimeSyntaxError('a time of day, HH:MM or HH:MM:SS, up to 24:00', time);
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  if (found[1] === undefined) return formatInstant(calendar.endOfDay(day));
  const msOfDay = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const close = calendar.ruleOf(day).hours.at(-1)?.to ?? 0;
  return formatInstant(msOfDay <= close - DAY_MS ? calendar.localMs(day + 1, msOfDay) : calendar.timeOn(day, msOfDay));
}
