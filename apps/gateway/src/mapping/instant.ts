import { Temporal } from 'temporal-polyfill';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * An instant as the engine keeps it: UTC with milliseconds.
 * @param text RFC 3339 with an offset; seconds may be left out
 * @returns undefined for what is no moment
 */
export function readInstant(text: string): string | undefined {
  try {
    if (WITH_OFFSET.test(text)) return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
  } catch {
    // a date such as 30 February: no moment
  }
  return undefined;
}

/** An instant in the operator's zone offset, RFC 3339. */
export function writeInstant(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toString({ timeZone: zone });
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function isLocalDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** ISO 8601 duration of the deadline language, e.g. `PT30M`, `P3D`. */
export const isDuration = (text: string): boolean => /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(text);
