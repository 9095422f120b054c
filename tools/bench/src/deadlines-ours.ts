import { addWorkingDays, addWorkingTime, caseCalendars, workingBetween } from '@huiyin/deadline-rules';
import type { CaseFile } from '@huiyin/deadline-rules';
import { amountMs } from './deadlines-candidate.ts';
import type { Candidate } from './deadlines-candidate.ts';

/** The library itself, through its public functions: texts in, texts out. */
export function ours(file: CaseFile): Candidate {
  const calendars = caseCalendars(file);
  return {
    name: '@huiyin/deadline-rules',
    prepare(given, { name }) {
      const calendar = calendars.get(name)!;
      const { start = '', end = '', amount } = given;
      const ms = amountMs(given);
      switch (given.op) {
        case 'addWorkingTime':
          return () => Date.parse(addWorkingTime(start, ms, calendar));
        case 'workingTimeBetween':
          return () => workingBetween(start, end, calendar);
        default:
          return () => addWorkingDays(start, amount?.workingDays ?? 0, calendar);
      }
    },
  };
}
