import type { DayReason } from '../calendar/day-rule.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workingMsBetween } from '../working/working-time.ts';
import { partsOf } from './detail.ts';
import type { SegmentReason } from './explanation.ts';
import type { SegmentList } from './segment-list.ts';

/** Retells working time between two instants: which hours counted, and why the others did not. */
export function hourSegments(from: number, to: number, calendar: WorkCalendar, segments: SegmentList): void {
  let cursor = from;
  for (const part of partsOf(calendar.dayOf(from), calendar.dayOf(Math.max(from, to - 1)))) {
    if (part.detailed) {
      for (let day = part.first; day <= part.last; day += 1) cursor = oneDay(day, cursor, to, calendar, segments);
    } else {
      const end = calendar.endOfDay(part.last);
      segments.counted(cursor, end, 'summary', workingMsBetween(cursor, end, calendar));
      cursor = end;
    }
  }
  segments.skipped(cursor, to, 'closed');
}

function oneDay(day: number, from: number, to: number, calendar: WorkCalendar, segments: SegmentList): number {
  const { hours, reason, name } = calendar.ruleOf(day);
  const end = Math.min(calendar.endOfDay(day), to);
  if (hours.length === 0) {
    const start = Math.min(Math.max(from, calendar.startOfDay(day)), end);
    segments.skipped(from, start, 'closed');
    segments.skipped(start, end, offReason(reason), name);
    return Math.max(from, end);
  }
  let cursor = from;
  for (const interval of hours) {
    const opens = Math.min(Math.max(calendar.localMs(day, interval.from), cursor), to);
    const closes = Math.min(Math.max(calendar.localMs(day, interval.to), opens), to);
    if (closes === opens) continue;
    segments.skipped(cursor, opens, 'closed');
    segments.counted(opens, closes, reason === 'week' ? 'hours' : offReason(reason), closes - opens);
    cursor = closes;
  }
  return cursor;
}

function offReason(reason: DayReason): SegmentReason {
  return reason === 'week' ? 'hours' : reason;
}
