import { addMonths } from '../civil-date.ts';
import { addWorkingMs, nextOpen } from '../working/working-time.ts';
import { nthWorkingDay } from '../working/working-days.ts';
import type { DueSpec } from './due-spec.ts';
import { placeOnDay } from './place-on-day.ts';
import type { Question, Resolution } from './resolution.ts';
import { rollDay } from './roll-day.ts';

type Spec<K extends DueSpec['kind']> = Extract<DueSpec, { kind: K }>;

/** So long after the start, by the clock. */
export function elapsed(spec: Spec<'elapsed'>, { start }: Question): Resolution {
  return { at: start + spec.ms, inclusive: true, counted: { unit: 'ms', amount: spec.ms }, retold: 'clock' };
}

/** So much working time after the start. */
export function workingTime(spec: Spec<'workingTime'>, { start, calendar }: Question): Resolution {
  const at = addWorkingMs(start, spec.ms, calendar);
  const unknownYear = calendar.unknownYear(calendar.dayOf(start), calendar.dayOf(Math.max(start, at - 1)));
  return { at, inclusive: true, counted: { unit: 'workingMs', amount: spec.ms }, retold: 'hours', unknownYear };
}

/** Calendar days and months: the end of the last day, the start's day not counted unless the policy includes it. */
export function days(spec: Spec<'days'>, question: Question): Resolution {
  const { start, calendar, policy } = question;
  const startDay = calendar.dayOf(start);
  const included = policy.firstDay === 'included' ? 1 : 0;
  const last = Math.max(startDay, addMonths(startDay, spec.months) + spec.days - included);
  const rolling = rollDay(last, policy, calendar);
  // Rolled back past the start there would be no time left at all: then the last day stands.
  const { day, rolled, unknownYear } = rolling.day < startDay ? { ...rolling, day: last, rolled: undefined } : rolling;
  return {
    ...placeOnDay(day, spec.at ?? policy.hour, 'end', question),
    counted: spec.months > 0 && spec.days === 0 ? { unit: 'months', amount: spec.months } : { unit: 'days', amount: last - startDay + included },
    retold: 'days',
    days: { first: startDay + 1 - included, last },
    rolled,
    unknownYear: unknownYear ?? (calendar.crossesMidnight ? calendar.unknownYear(day, day) : undefined),
  };
}

/** Working days: close of business of the last one; make-up days count, the start's day does not unless the policy includes it. */
export function workingDays(spec: Spec<'workingDays'>, question: Question): Resolution {
  const { start, calendar, policy } = question;
  const startDay = calendar.dayOf(start);
  const before = policy.firstDay === 'included' ? startDay - 1 : startDay;
  const hour = spec.at ?? policy.hour;
  // Nothing to count: the start's own day, or the next that is worked.
  const last = spec.days === 0 ? nthWorkingDay(startDay - 1, 1, calendar) : nthWorkingDay(before, spec.days, calendar);
  const placed = placeOnDay(last, hour, 'close', question);
  return {
    ...placed,
    // The start's own time of day may fall outside the hours of the last day.
    at: hour === 'start' ? nextOpen(placed.at, calendar) : placed.at,
    counted: { unit: 'workingDays', amount: spec.days },
    retold: 'workingDays',
    days: { first: Math.min(before + 1, last), last },
    unknownYear: calendar.unknownYear(Math.min(before + 1, last), last),
  };
}
