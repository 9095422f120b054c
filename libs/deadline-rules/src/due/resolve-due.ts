import { parseInstant } from '../instant.ts';
import { days, elapsed, workingDays, workingTime } from './counted-dues.ts';
import { date, dayOfMonth, endOf, timeOfDay, weekday, workingDayOf } from './dated-dues.ts';
import type { DueSpec } from './due-spec.ts';
import type { Question, Resolution } from './resolution.ts';

/** Works out one due on milliseconds. */
export function resolveDue(spec: DueSpec, question: Question): Resolution {
  switch (spec.kind) {
    case 'elapsed':
      return elapsed(spec, question);
    case 'days':
      return days(spec, question);
    case 'workingDays':
      return workingDays(spec, question);
    case 'workingTime':
      return workingTime(spec, question);
    case 'timeOfDay':
      return timeOfDay(spec, question);
    case 'endOf':
      return endOf(spec, question);
    case 'dayOfMonth':
      return dayOfMonth(spec, question);
    case 'weekday':
      return weekday(spec, question);
    case 'workingDayOf':
      return workingDayOf(spec, question);
    case 'date':
      return date(spec, question);
    case 'instant': {
      const at = parseInstant(spec.at);
      return { at, inclusive: true, counted: { unit: 'ms', amount: Math.max(0, at - question.start) }, retold: 'clock' };
    }
  }
}
