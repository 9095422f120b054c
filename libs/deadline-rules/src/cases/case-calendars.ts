import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { CalendarDocument, WeeklyHours } from '../calendar/calendar-document.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { CalendarError } from '../deadline-errors.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import type { CaseCalendar, CaseFile, CaseNotice } from './case-file.ts';

/** Compiles the calendars of a case file by name. Throws CalendarError naming the calendar and field. */
export function caseCalendars(file: Pick<CaseFile, 'calendars' | 'holidayNotices'>): Map<string, WorkCalendar> {
  const compiled = new Map<string, WorkCalendar>();
  for (const [name, calendar] of Object.entries(file.calendars)) {
    try {
      compiled.set(name, compileCalendar(documentOf(calendar, file.holidayNotices ?? {})));
    } catch (error) {
      if (error instanceof CalendarError) throw new CalendarError(`calendars.${name}.${error.field}`, error.rule);
      throw error;
    }
  }
  return compiled;
}

/** The calendar document of a calendar as the vectors write it. */
export function documentOf(calendar: CaseCalendar, notices: Record<string, CaseNotice>): CalendarDocument {
  const hours: WeeklyHours = {};
  for (const [weekday, intervals] of Object.entries(calendar.weekly)) {
    if (intervals.length > 0) hours[weekday as keyof WeeklyHours] = hoursText(intervals);
  }
  const days = Object.fromEntries(Object.entries(calendar.exceptions ?? {}).map(([date, intervals]) => [date, hoursText(intervals)]));
  return {
    zone: calendar.tz,
    hours,
    days,
    ...(calendar.fromNotices && {
      country: calendar.fromNotices[0]?.slice(0, 2) ?? 'CN',
      notices: calendar.fromNotices.map((id) => (notices[id] ? noticeOf(id, notices[id]) : id)),
    }),
    ...(calendar.hoursOnMakeUpDays && { makeUpHours: hoursText(calendar.hoursOnMakeUpDays) }),
  };
}

function hoursText(intervals: [string, string][]): string {
  return intervals.length === 0 ? 'off' : intervals.map(([from, to]) => `${from}-${to}`).join(',');
}

/** The notice as the library keeps it; the vectors give names in Chinese only. */
function noticeOf(id: string, { title, number, published, url, off, makeUpWorkdays }: CaseNotice): HolidayNotice {
  return {
    id,
    country: id.slice(0, 2),
    year: Number(id.slice(3)),
    title,
    number,
    published,
    url,
    off: Object.entries(off).flatMap(([name, runs]) =>
      runs.map((run) => {
        const [from, to = from] = run.split('/') as [string, string?];
        return { name: { 'zh-CN': name, 'zh-TW': name, en: name }, from, to };
      })),
    makeUp: makeUpWorkdays,
  };
}
