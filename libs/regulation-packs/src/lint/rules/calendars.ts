import { CalendarError, compileCalendar } from '@huiyin/deadline-rules';
import { examplesOf } from '../../cases/case-document.ts';
import { entries, finding, type LintRule } from '../lint-subject.ts';

/** The calendar of every stage can be read. */
export const calendars: LintRule = (subject) =>
  subject.packs.flatMap((pack) =>
    entries(examplesOf(pack.document).stages).flatMap(([stage, { calendar }]) => {
      if (calendar === undefined) return [];
      try {
        compileCalendar(calendar);
        return [];
      } catch (error) {
        if (error instanceof CalendarError) return [finding(pack, `stages.${stage}.calendar.${error.field}`, 'calendarWrong', error.message)];
        throw error;
      }
    }),
  );
