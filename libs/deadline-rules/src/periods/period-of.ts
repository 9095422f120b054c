import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { PeriodKind } from '../due/due-spec.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { msToLocal } from '../zone/local-time.ts';
import { periodDays } from './period-days.ts';
import type { PeriodDays } from './period-days.ts';

/** A period as instants: from its start up to, not including, its end. */
export interface Period {
  start: Instant;
  end: Instant;
  label: string;
}

/**
 * The period that holds an instant. Weeks and longer consist of business dates where hours run over midnight; `day` is
 * always midnight to midnight. At the very end of a period the instant begins the next one, unless `edge` says `ended`:
 * an event raised at an exclusive end belongs to the period that ended (S3.7, S3.11).
 */
export function periodOf(kind: PeriodKind, at: Instant, calendar: WorkCalendar, edge: 'beginning' | 'ended' = 'beginning'): Period {
  const ms = parseInstant(at) - (edge === 'ended' ? 1 : 0);
  const days = periodDays(kind, dayIn(kind, ms, calendar));
  const bounds = periodBounds(kind, days, calendar);
  return { start: formatInstant(bounds.start), end: formatInstant(bounds.end), label: days.label };
}

/** The day of an instant as periods of a kind count days. */
export function dayIn(kind: PeriodKind, ms: number, calendar: WorkCalendar): number {
  return kind === 'day' ? msToLocal(calendar.offsets, ms).day : calendar.dayOf(ms);
}

/** The instants between which the days of a period lie. */
export function periodBounds(kind: PeriodKind, days: PeriodDays, calendar: WorkCalendar): { start: number; end: number } {
  return kind === 'day'
    ? { start: calendar.localMs(days.first, 0), end: calendar.localMs(days.last + 1, 0) }
    : { start: calendar.startOfDay(days.first), end: calendar.endOfDay(days.last) };
}
