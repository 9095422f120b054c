import { ValidateBy } from 'class-validator';

function isZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && value.length <= 60 && new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const HOURS = /^(?:off|work|\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2}){0,5})$/;
const areDays = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length <= 1_000 && Object.entries(value).every(([date, hours]) => /^\d{4}-\d{2}-\d{2}$/.test(date) && typeof hours === 'string' && HOURS.test(hours));

/** An IANA time zone that this runtime knows. */
export const IsZone = () => ValidateBy({ name: 'matches', validator: { validate: isZone, defaultMessage: () => 'an IANA time zone' } });
/** Dates with `off`, `work` or hours. */
export const IsCalendarDays = () => ValidateBy({ name: 'matches', validator: { validate: areDays, defaultMessage: () => '{ "YYYY-MM-DD": "off" | "work" | hours }' } });
