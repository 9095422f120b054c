import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workingDaysThrough } from '../working/working-days.ts';
import { partsOf } from './detail.ts';
import type { SegmentList } from './segment-list.ts';

/** Retells working days, both ends included: which counted (make-up days among them) and why the others did not. */
export function workingDaySegments(first: number, last: number, calendar: WorkCalendar, segments: SegmentList): void {
  for (const part of partsOf(first, last)) {
    if (part.detailed) {
      for (let day = part.first; day <= part.last; day += 1) oneDay(day, calendar, segments);
    } else {
      const amount = workingDaysThrough(part.first, part.last, calendar);
      segments.counted(calendar.startOfDay(part.first), calendar.endOfDay(part.last), 'summary', amount);
    }
  }
}

/** Retells days that moved a last day: why each was no day to end on. */
export function skippedDaySegments(first: number, last: number, calendar: WorkCalendar, segments: SegmentList): void {
  for (let day = first; day <= last; day += 1) {
    const { reason, name } = calendar.ruleOf(day);
    segments.skipped(calendar.startOfDay(day), calendar.endOfDay(day), reason === 'week' ? 'day' : reason, name);
  }
}

function oneDay(day: number, calendar: WorkCalendar, segments: SegmentList): void {
  const { hours, reason, name } = calendar.ruleOf(day);
  const [from, to] = [calendar.startOfDay(day), calendar.endOfDay(day)];
  if (hours.length === 0) segments.skipped(from, to, reason === 'week' ? 'weekend' : reason, name);
  else segments.counted(from, to, reason === 'week' ? 'workingDay' : reason, 1);
}
