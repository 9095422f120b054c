import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { DuePolicy } from './due-spec.ts';

const MOST_DAYS = 400;

/**
 * Moves a last day that is off, forwards or backwards, to the first day that is not (Civil Code, art. 203: to the day after
 * the holiday ends). `rollOn` says which days off move it; if all within a year are off, it stays.
 */
export function rollDay(day: number, policy: DuePolicy, calendar: WorkCalendar): { day: number; rolled?: { from: number; to: number }; unknownYear?: number } {
  const step = policy.roll === 'forward' ? 1 : policy.roll === 'back' ? -1 : 0;
  if (step === 0) return { day };
  let moved = day;
  while (isOff(moved, policy, calendar)) {
    moved += step;
    if (Math.abs(moved - day) > MOST_DAYS) return { day };
  }
  const unknownYear = calendar.unknownYear(Math.min(day, moved), Math.max(day, moved));
  return { day: moved, unknownYear, ...(moved === day ? {} : { rolled: { from: day, to: moved } }) };
}

function isOff(day: number, policy: DuePolicy, calendar: WorkCalendar): boolean {
  const { hours, reason } = calendar.ruleOf(day);
  if (policy.rollOn === 'weekend') return reason === 'weekend';
  if (policy.rollOn === 'holiday') return reason === 'holiday';
  return hours.length === 0;
}
