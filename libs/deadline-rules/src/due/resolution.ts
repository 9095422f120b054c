import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { DuePolicy } from './due-spec.ts';

/** What a due is worked out from. Instants are milliseconds, days numbers since 1970. */
export interface Question {
  start: number;
  calendar: WorkCalendar;
  policy: DuePolicy;
}

/** A due worked out, with what an explanation needs to retell it. */
export interface Resolution {
  at: number;
  inclusive: boolean;
  counted: Explanation['counted'];
  /** How the stretch between start and due is retold. */
  retold: 'clock' | 'hours' | 'days' | 'workingDays';
  /** The first and last day that counted, for what is counted in days. */
  days?: { first: number; last: number };
  /** The last day before and after it rolled. */
  rolled?: { from: number; to: number };
  unknownYear?: number;
}
