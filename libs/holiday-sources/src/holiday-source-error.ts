/** A country, part of a country or year the source has no holidays for: what was asked, and what may be. */
export class HolidaySourceError extends RangeError {
  override readonly name = 'HolidaySourceError';

  constructor(field: string, found: unknown, allowed: string) {
    super(`${field}: expected ${allowed}; found ${JSON.stringify(found)}`);
  }
}
