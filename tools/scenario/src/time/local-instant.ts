import { Temporal } from 'temporal-polyfill';

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** True where a text is a moment: date, hour and minute, with or without seconds and offset. */
export function looksLikeInstant(text: string): boolean {
  return INSTANT.test(text);
}

/**
 * Epoch ms of a moment. One without an offset is local time in `zone`; a local time that a clock change skips is
 * refused. Throws `RangeError` for anything that is no moment.
 */
export function readInstant(text: string, zone: string): number {
  return /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Temporal.Instant.from(text).epochMilliseconds : readLocal(text, zone);
}

/** Epoch ms of a local time in `zone`; a date alone is the start of that day. Throws `RangeError` as {@link readInstant}. */
export function readLocal(text: string, zone: string): number {
  const parts = LOCAL.exec(text);
  if (!parts) throw new RangeError(`"${text}" is not a local time such as 2026-03-02T09:00`);
  const date = Temporal.PlainDate.from(parts[1]!);
  if (parts[2] === undefined) return date.toZonedDateTime(zone).epochMilliseconds;
  const local = Temporal.PlainDateTime.from(`${parts[1]}T${parts[2]}${parts[3] ?? ''}`);
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) throw new RangeError(`${text} does not exist in ${zone}: the clock skips it`);
  return zoned.epochMilliseconds;
}

/** RFC 3339 with the offset that `zone` has at that moment. */
export function writeInstant(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: zone });
}

/** True where the IANA name of a zone is known. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
