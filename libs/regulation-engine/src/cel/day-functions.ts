import { describeDay } from '@huiyin/deadline-rules';
import type { DayDescription, WorkCalendar } from '@huiyin/deadline-rules';

/** Most days a list of dates may have: two months, as long as any rota of the regulations. What loops over it is priced by this. */
export const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

/**
 * Functions over dates (`YYYY-MM-DD`) in the operator's calendar, both ends of a range included (S3.2/33, S3.5/29: a rota names somebody for every day off).
 * A day of a year whose notice is not published is refused, never guessed.
 */
export function dayFunctions(calendar: WorkCalendar) {
  const known = (date: string): DayDescription => {
    const day = describeDay(date, calendar);
    if (!day.known) throw new RangeError(`the holidays of ${date.slice(0, 4)} are not published yet`);
    return day;
  };
  return {
    isWorkingDay: (date: unknown): boolean => known(text(date)).working,
    daysOf: (from: unknown, to: unknown): string[] => range(text(from), text(to)),
    daysOff: (from: unknown, to: unknown): string[] => range(text(from), text(to)).filter((date) => !known(date).working),
  };
}

/** Dates from one to the other, both included; none if the second lies before the first. @throws RangeError for more than `MOST_DAYS` */
function range(from: string, to: string): string[] {
  const [first, last] = [utc(from), utc(to)];
  const days = (last - first) / DAY_MS + 1;
  if (days > MOST_DAYS) throw new RangeError(`${days} days from ${from} to ${to}; at most ${MOST_DAYS}`);
  return Array.from({ length: Math.max(0, days) }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}

function utc(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || date.length !== 10) throw new TypeError(`not a date: ${date}`);
  return at;
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`not a date: ${value === null ? 'absent' : typeof value}`);
}
