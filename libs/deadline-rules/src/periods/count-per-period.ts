import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import type { PeriodKind } from '../due/due-spec.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { dayIn, periodBounds } from './period-of.ts';
import type { Period } from './period-of.ts';
import { periodDays } from './period-days.ts';

const MOST_PERIODS = 10_000;

/** A period with what happened in it. */
export interface PeriodCount extends Period {
  count: number;
}

/**
 * How often something happened in each period between two instants, periods without any included: n per day, twice a year,
 * and the list of gaps. What happened early counts in its own period only; an instant at the very end of a period belongs
 * to the next, unless `edge` says `ended` (S3.7, S3.11). Throws DeadlineRangeError for more than 10,000 periods.
 */
export function countPerPeriod(
  kind: PeriodKind,
  happened: readonly Instant[],
  between: { from: Instant; to: Instant },
  calendar: WorkCalendar,
  edge: 'beginning' | 'ended' = 'beginning',
): PeriodCount[] {
  const back = edge === 'ended' ? 1 : 0;
  const counts = new Map<number, number>();
  for (const at of happened) {
    const { first } = periodDays(kind, dayIn(kind, parseInstant(at) - back, calendar));
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [from, to] = [parseInstant(between.from), parseInstant(between.to)];
  const periods: PeriodCount[] = [];
  for (let days = periodDays(kind, dayIn(kind, from, calendar)); ; days = periodDays(kind, days.last + 1)) {
    const { start, end } = periodBounds(kind, days, calendar);
    if (start >= to) return periods;
    if (periods.length === MOST_PERIODS) throw new DeadlineRangeError(`counting over more than ${MOST_PERIODS} periods`);
    periods.push({ start: formatInstant(start), end: formatInstant(end), label: days.label, count: counts.get(days.first) ?? 0 });
  }
}
