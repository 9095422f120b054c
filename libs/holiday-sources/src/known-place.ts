import Holidays from 'date-holidays';
import { HolidaySourceError } from './holiday-source-error.ts';

/** A country, or a part of it with holidays of its own, by the codes of ISO 3166. */
export interface HolidayPlace {
  country: string;
  state?: string;
  region?: string;
}

/** Refuses a place the source does not know: asked for one, it would answer with no holidays, or with another's. */
export function checkPlace({ country, state, region }: HolidayPlace): void {
  const source = new Holidays();
  const within = (field: string, found: string | undefined, known: Record<string, string> | undefined): void => {
    if (found === undefined || Object.hasOwn(known ?? {}, found)) return;
    throw new HolidaySourceError(field, found, known ? `one of ${Object.keys(known).join(', ')}` : 'none: it has no parts of its own');
  };
  if (country === 'CN') throw new HolidaySourceError('country', country, 'a country other than CN, whose official notices are kept');
  within('country', country, source.getCountries('en'));
  within('state', state, source.getStates(country, 'en'));
  if (region !== undefined && state === undefined) throw new HolidaySourceError('region', region, 'a region together with its state');
  if (state !== undefined) within('region', region, source.getRegions(country, state, 'en'));
}
