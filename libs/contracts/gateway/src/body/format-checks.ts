import { ValidateBy } from 'class-validator';
import type { ValidationOptions } from 'class-validator';
import { serviceOfId } from '@huiyin/contracts-kernel';

const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const DURATION = /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;

/** True for a day that the calendar has: 30 February is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

// Named `matches`, so that the edge reports a wrong format and not a wrong type.
const format = (describes: string, fits: (text: string) => boolean) => (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'matches', validator: { validate: (value) => typeof value === 'string' && value.length <= 100 && fits(value), defaultMessage: (given) => `${given?.property} must be ${describes}` } }, options);

/** Id of a matter, as the system gives them out. */
export const IsId = format('an id', (text) => serviceOfId(text) !== undefined);
/** RFC 3339 with an offset; seconds may be left out. */
export const IsInstant = format('an instant with offset', (text) => INSTANT.test(text) && isDay(text.slice(0, 10)));
/** `YYYY-MM-DD` */
export const IsLocalDate = format('a date', (text) => DATE.test(text) && isDay(text));
/** `HH:MM` or `HH:MM:SS` */
export const IsTimeOfDay = format('a time of day', (text) => TIME.test(text));
/** ISO 8601, e.g. `PT30M`. */
export const IsIsoDuration = format('a duration', (text) => text.length <= 40 && DURATION.test(text));
