import { readDate } from '../civil-date.ts';
import { CalendarError } from '../deadline-errors.ts';
import type { HolidayNotice } from '../holidays/holiday-notice.ts';
import { KEPT_NOTICES } from '../holidays/kept-notices.ts';
import type { CalendarDocument } from './calendar-document.ts';

/** The notices a calendar knows, or null where it has no country: then no year is ever unknown. Throws CalendarError. */
export function resolveNotices(document: CalendarDocument): readonly HolidayNotice[] | null {
  const { country, notices } = document;
  if (country === undefined) {
    if (notices !== undefined) throw new CalendarError('notices', 'only together with a country');
    return null;
  }
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) throw new CalendarError('country', 'an ISO 3166 code', country);
  const kept = KEPT_NOTICES.filter((notice) => notice.country === country);
  if (notices === undefined && kept.length === 0) {
    throw new CalendarError('country', 'a country whose notices are kept, or one whose notices are given in the document', country);
  }
  if (notices !== undefined && !Array.isArray(notices)) throw new CalendarError('notices', 'a list', notices);
  const chosen = (notices ?? kept).map((notice, index) => resolveOne(notice, `notices.${index}`, country));
  refuseTwoOfOneYear(chosen);
  return chosen;
}

function resolveOne(notice: string | HolidayNotice, field: string, country: string): HolidayNotice {
  if (typeof notice === 'string') {
    const kept = KEPT_NOTICES.find(({ id }) => id === notice);
    if (!kept) throw new CalendarError(field, `one of ${KEPT_NOTICES.map(({ id }) => id).join(', ')}, or a whole notice`, notice);
    notice = kept;
  } else {
    checkShape(notice, field);
  }
  if (notice.country !== country) throw new CalendarError(field, `a notice of ${country}`, notice.country);
  return notice;
}

function checkShape(notice: HolidayNotice, field: string): void {
  if (typeof notice !== 'object' || notice === null) throw new CalendarError(field, 'a notice', notice);
  for (const key of ['id', 'title', 'published', 'url'] as const) {
    if (typeof notice[key] !== 'string') throw new CalendarError(`${field}.${key}`, 'a text', notice[key]);
  }
  if (!Number.isInteger(notice.year)) throw new CalendarError(`${field}.year`, 'a year', notice.year);
  if (!Array.isArray(notice.off) || notice.off.length > 366) throw new CalendarError(`${field}.off`, 'a list of days off', notice.off);
  if (!Array.isArray(notice.makeUp) || notice.makeUp.length > 366) throw new CalendarError(`${field}.makeUp`, 'a list of dates', notice.makeUp);
  notice.off.forEach((off, index) => {
    const [from, to] = [readDate(off?.from), readDate(off?.to)];
    if (from === null || to === null || to < from || to - from > 366) {
      throw new CalendarError(`${field}.off.${index}`, 'from and to, dates in order', off);
    }
  });
  notice.makeUp.forEach((date, index) => {
    if (readDate(date) === null) throw new CalendarError(`${field}.makeUp.${index}`, 'a date that exists', date);
  });
}

function refuseTwoOfOneYear(notices: readonly HolidayNotice[]): void {
  const years = new Set<number>();
  notices.forEach(({ year }, index) => {
    if (years.has(year)) throw new CalendarError(`notices.${index}`, 'one notice a year', year);
    years.add(year);
  });
}
