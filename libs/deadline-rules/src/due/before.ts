import { addMonths, readDate } from '../civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DueSyntaxError } from '../deadline-errors.ts';
import { explain } from '../explain/explain.ts';
import type { Due } from '../explain/explanation.ts';
import { parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { nthWorkingDay } from '../working/working-days.ts';
import { subtractWorkingMs } from '../working/working-time.ts';
import { limitOf } from './due-at.ts';
import type { DuePolicy, DueSpec } from './due-spec.ts';
import { placeOnDay } from './place-on-day.ts';
import type { Question, Resolution } from './resolution.ts';
import { rollDay } from './roll-day.ts';

/**
 * When the day begins that lies `by` before the anchor, an instant or a date: "one month before the contract ends" (months
 * clamp). That beginning is exclusive; a time of day in `by` (`P3D at 17:30`) and durations by the clock or in working time
 * are inclusive. The explanation's start is the anchor. Throws DueSyntaxError if `by` is no duration.
 */
export function before(anchor: Instant, by: DueSpec, calendar: WorkCalendar, policy: DuePolicy = {}): Due {
  const date = readDate(anchor);
  const day = date ?? calendar.dayOf(parseInstant(anchor));
  const question: Question = { start: date === null ? parseInstant(anchor) : calendar.startOfDay(day), calendar, policy };
  const resolution = resolve(by, day, question);
  return { ...limitOf(resolution), explanation: explain({ spec: { ...by, text: `before ${by.text}` }, resolution }, [], question) };
}

function resolve(by: DueSpec, day: number, question: Question): Resolution {
  const { start, calendar, policy } = question;
  switch (by.kind) {
    case 'elapsed':
      return { at: start - by.ms, inclusive: true, counted: { unit: 'ms', amount: by.ms }, retold: 'clock' };
    case 'workingTime': {
      const at = subtractWorkingMs(start, by.ms, calendar);
      const unknownYear = calendar.unknownYear(calendar.dayOf(at), calendar.dayOf(start));
      return { at, inclusive: true, counted: { unit: 'workingMs', amount: by.ms }, retold: 'hours', unknownYear };
    }
    case 'days': {
      const { day: last, rolled, unknownYear } = rollDay(addMonths(day, -by.months) - by.days, policy, calendar);
      const counted: Resolution['counted'] =
        by.months > 0 && by.days === 0 ? { unit: 'months', amount: by.months } : { unit: 'days', amount: day - last };
      return { ...placed(last, by.at, question), counted, retold: 'days', days: { first: last, last: day - 1 }, rolled, unknownYear };
    }
    case 'workingDays': {
      const last = nthWorkingDay(day, -by.days, calendar);
      const unknownYear = calendar.unknownYear(last, day - 1);
      const counted: Resolution['counted'] = { unit: 'workingDays', amount: by.days };
      return { ...placed(last, by.at, question), counted, retold: 'workingDays', days: { first: last, last: day - 1 }, unknownYear };
    }
    default:
      throw new DueSyntaxError(by.text, 0, ['a duration to count back: PT2H, P7D, P1M, P5WD, P4WH']);
  }
}

function placed(day: number, hour: string | undefined, question: Question): { at: number; inclusive: boolean } {
  const at = hour ?? question.policy.hour;
  return at === undefined ? { at: question.calendar.startOfDay(day), inclusive: false } : placeOnDay(day, at, 'end', question);
}
