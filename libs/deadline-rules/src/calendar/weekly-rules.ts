import { CalendarError } from '../deadline-errors.ts';
import type { Weekday, WeeklyHours } from './calendar-document.ts';
import { CLOSED } from './day-hours.ts';
import type { DayRule } from './day-rule.ts';
import { parseHours } from './hours-text.ts';

/** Monday first, as {@link weekdayOf} counts. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The rules of the seven weekdays, Monday first. Throws CalendarError, also for a week without any hours. */
export function weeklyRules(hours: string | WeeklyHours): readonly DayRule[] {
  const week = typeof hours === 'string' ? fromOneText(hours) : fromWeekdays(hours);
  if (week.every((rule) => rule.hours.length === 0)) throw new CalendarError('hours', 'hours on at least one weekday', hours);
  return week;
}

function fromOneText(text: string): DayRule[] {
  const worked: DayRule = { hours: parseHours(text, 'hours'), reason: 'week' };
  return WEEKDAYS.map((_, index) => (index < 5 ? worked : off()));
}

function fromWeekdays(hours: WeeklyHours): DayRule[] {
  if (typeof hours !== 'object' || hours === null || Array.isArray(hours)) {
    throw new CalendarError('hours', 'a text (Monday to Friday) or hours by weekday', hours);
  }
  for (const key of Object.keys(hours)) {
    if (!(WEEKDAYS as readonly string[]).includes(key)) throw new CalendarError(`hours.${key}`, `one of ${WEEKDAYS.join(', ')}`, key);
  }
  return WEEKDAYS.map((weekday) => {
    const text = hours[weekday];
    return text === undefined ? off() : { hours: parseHours(text, `hours.${weekday}`), reason: 'week' };
  });
}

function off(): DayRule {
  return { hours: CLOSED, reason: 'weekend' };
}
