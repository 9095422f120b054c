import type { DaysOff, HolidayNotice } from '@huiyin/deadline-rules';
import { HolidaySourceError } from './holiday-source-error.ts';
import { checkPlace } from './known-place.ts';
import type { HolidayPlace } from './known-place.ts';
import { listedHolidays } from './listed-holidays.ts';
import type { ListedHoliday } from './listed-holidays.ts';

export type { HolidayPlace } from './known-place.ts';

/** Years from one to another, both included. */
export interface YearRange {
  from: number;
  to: number;
}

/** A public holiday of part of a day: its date, its local time of beginning, how many hours. */
export type PartialHoliday = ListedHoliday;

const SOURCE = { version: '3.37.0', published: '2026-09-20', url: 'https://www.npmjs.com/package/date-holidays/v/3.37.0' };
const [FIRST_YEAR, LAST_YEAR, MOST_YEARS] = [1970, 2100, 50];
const DAY = 86_400_000;

/**
 * The whole public holidays of a place, one notice for each year, ready for a calendar document beside its `country`. They are
 * computed by the source's rules, not published by anybody: the notice names the source and its version. There are no make-up
 * days in it. Throws HolidaySourceError for a place or year the source does not know, and for China.
 */
export function holidayNotices(place: HolidayPlace, years: YearRange): HolidayNotice[] {
  return listed(place, years).map(({ year, holidays }): HolidayNotice => ({
    id: `${[place.country, place.state, place.region].filter(Boolean).join('-')}-${year}`,
    country: place.country,
    year,
    title: `Public holidays ${[place.country, place.state, place.region].filter(Boolean).join('-')} ${year}, by date-holidays ${SOURCE.version}`,
    number: null,
    published: SOURCE.published,
    url: SOURCE.url,
    off: holidays.filter((holiday) => wholeDays(holiday) > 0).map(daysOff),
    makeUp: [],
  }));
}

/** The public holidays of part of a day, which no calendar can tell from a working day: the operator decides on them. */
export function partialHolidays(place: HolidayPlace, years: YearRange): PartialHoliday[] {
  return listed(place, years).flatMap(({ holidays }) => holidays.filter((holiday) => wholeDays(holiday) === 0));
}

function listed(place: HolidayPlace, { from, to }: YearRange): { year: number; holidays: ListedHoliday[] }[] {
  checkPlace(place);
  for (const year of [from, to]) {
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw new HolidaySourceError('years', year, `years from ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  if (to < from || to - from >= MOST_YEARS) throw new HolidaySourceError('years', { from, to }, `1 to ${MOST_YEARS} years in order`);
  return Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index, holidays: listedHolidays(place, from + index) }));
}

/** A day on which the clocks change has 23 hours; what is left over of a run is part of a day. */
function wholeDays({ hours }: ListedHoliday): number {
  return Math.floor((hours + 1) / 24);
}

function daysOff(holiday: ListedHoliday): DaysOff {
  const { date, name } = holiday;
  const last = Date.parse(`${date}T00:00:00Z`) + (wholeDays(holiday) - 1) * DAY;
  return { name, from: date, to: new Date(last).toISOString().slice(0, 10) };
}
