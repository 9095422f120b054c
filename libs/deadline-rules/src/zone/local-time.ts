import { DAY_MS, formatDate, parseDate, two } from '../civil-date.ts';
import { TimeSyntaxError } from '../deadline-errors.ts';
import { clockText, formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { zoneOffsets } from './zone-offsets.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

/**
 * The instant of a local day and time. A time the clocks repeat is its first passage; a time they skip is the instant
 * they jump. So the mapping never runs backwards: neighbouring intervals stay neighbours, no stretch counts twice.
 */
export function localToMs(zone: ZoneOffsets, day: number, msOfDay: number): number {
  const naive = day * DAY_MS + msOfDay;
  const earlier = zone.at(naive - DAY_MS);
  const later = zone.at(naive + DAY_MS);
  if (zone.at(naive - earlier) === earlier) return naive - earlier;
  if (zone.at(naive - later) === later) return naive - later;
  const change = zone.changeWithin(naive - DAY_MS, naive + DAY_MS);
  return change ?? naive - earlier;
}

/** The local day and time an instant shows. */
export function msToLocal(zone: ZoneOffsets, ms: number): { day: number; msOfDay: number } {
  const local = ms + zone.at(ms);
  const day = Math.floor(local / DAY_MS);
  return { day, msOfDay: local - day * DAY_MS };
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/;

/**
 * The instant of a local text such as `2026-03-02T09:00` in an IANA zone (see localToMs for changes of the clocks).
 * Throws TimeSyntaxError.
 */
export function localToInstant(local: string, zone: string): Instant {
  const match = typeof local === 'string' ? LOCAL.exec(local) : null;
  const [hour, minute, second] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4] ?? '0')];
  if (!match || hour > 23 || minute > 59 || second > 59) throw new TimeSyntaxError('a local time, YYYY-MM-DDTHH:MM', local);
  const fraction = Number((match[5] ?? '').padEnd(3, '0'));
  const msOfDay = (hour * 3600 + minute * 60 + second) * 1000 + fraction;
  return formatInstant(localToMs(offsetsOf(zone), parseDate(match[1]), msOfDay));
}

/** The instant as RFC 3339 with the zone's offset, milliseconds only where they are not zero: `2026-03-02T09:30:00+08:00`. */
export function zonedText(at: Instant, zone: string): string {
  const offsets = offsetsOf(zone);
  const ms = parseInstant(at);
  const { day, msOfDay } = msToLocal(offsets, ms);
  return `${formatDate(day)}T${clockText(msOfDay).replace(/\.000$/, '')}${offsetText(offsets.at(ms))}`;
}

/** `+08:00`; offsets of old local mean times are shown to the minute. */
function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetsOf(zone: string): ZoneOffsets {
  const offsets = zoneOffsets(zone);
  if (!offsets) throw new TimeSyntaxError('an IANA time zone', zone);
  return offsets;
}
