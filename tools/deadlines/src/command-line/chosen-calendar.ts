import { CalendarError, compileCalendar } from '@huiyin/deadline-rules';
import type { CalendarDocument, WorkCalendar } from '@huiyin/deadline-rules';
import { holidayNotices } from '@huiyin/holiday-sources';
import { FileRefusedError, quoted } from '../files/file-refused.ts';
import { readJson } from '../files/json-file.ts';
import type { JsonFile } from '../files/json-file.ts';
import type { PathStep } from '../files/json-places.ts';
import type { Options } from './options.ts';

export const CALENDAR_OPTIONS = ['calendar', 'zone', 'country', 'hours'] as const;

/** Hours of an office, for questions that name none. */
const OFFICE_HOURS = '08:30-12:00,13:30-17:30';
const CHINA = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'PRC']);
/** Years of holidays asked of the source, from the start's. */
const YEARS_AHEAD = 5;

/**
 * The calendar a command line asks for: a file (`--calendar`), or an office's hours in a zone with the holidays of a country
 * (`--country DE` or `DE-BY`). China's are the kept notices; a zone elsewhere without a country has no holidays.
 */
export function chosenCalendar(options: Options, year: number): WorkCalendar {
  const path = options.one('calendar');
  if (path !== undefined) {
    const file = readJson(path);
    return calendarAt(file, [], file.value);
  }
  const zone = options.one('zone') ?? 'Asia/Shanghai';
  const country = options.one('country') ?? (CHINA.has(zone) ? 'CN' : undefined);
  return compileCalendar({ zone, hours: options.one('hours') ?? OFFICE_HOURS, ...(country !== undefined && holidaysOf(country, year)) });
}

/** A calendar document inside a file, compiled. Throws FileRefusedError at the field that cannot be used. */
export function calendarAt(file: JsonFile, path: readonly PathStep[], document: unknown): WorkCalendar {
  try {
    return compileCalendar(document as CalendarDocument);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    const field = [...path, ...error.field.split('.').filter((step) => step !== 'document')];
    const found = field.slice(path.length).reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
    throw new FileRefusedError([file.problem('calendar', field, { message: 'cannot be used', found: quoted(found), allowed: [error.rule] })]);
  }
}

function holidaysOf(place: string, year: number): Pick<CalendarDocument, 'country' | 'notices'> {
  const [country = '', state, region] = place.split('-');
  if (country === 'CN') return { country };
  return { country, notices: holidayNotices({ country, state, region }, { from: year, to: year + YEARS_AHEAD }) };
}
