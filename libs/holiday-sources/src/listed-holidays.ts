import Holidays from 'date-holidays';
import type { HolidayName } from '@huiyin/deadline-rules';
import type { HolidayPlace } from './known-place.ts';

const HOUR = 3_600_000;

/** A public holiday as the source lists it. */
export interface ListedHoliday {
  /** First local date, `YYYY-MM-DD`. */
  date: string;
  /** Local time of its beginning, `HH:MM`. */
  from: string;
  hours: number;
  name: HolidayName;
}

/** The public holidays of a year at a place, in order. Where the source has no Chinese name, the English one stands in. */
export function listedHolidays(place: HolidayPlace, year: number): ListedHoliday[] {
  const english = holidaysIn(place, year, ['en']);
  const chinese = holidaysIn(place, year, ['zh', 'en']);
  return english.map(({ date, start, end, name }, index) => {
    const zh = chinese[index]?.name ?? name;
    return {
      date: date.slice(0, 10),
      from: date.slice(11, 16),
      hours: Math.round((end.getTime() - start.getTime()) / HOUR),
      name: { 'zh-CN': zh, 'zh-TW': zh, en: name },
    };
  });
}

function holidaysIn({ country, state, region }: HolidayPlace, year: number, languages: string[]): ReturnType<Holidays['getHolidays']> {
  return new Holidays({ country, state, region }, { languages, types: ['public'] }).getHolidays(year).filter(({ type }) => type === 'public');
}
