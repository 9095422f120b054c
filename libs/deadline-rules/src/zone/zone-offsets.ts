import { Temporal } from 'temporal-polyfill';
import { DAY_MS, dayNumber } from '../civil-date.ts';
import { utcYear } from '../instant.ts';

/** The offsets of one UTC year: offset `offsets[i]` holds from `from[i]` on. */
interface OffsetYear {
  start: number;
  end: number;
  from: number[];
  offsets: number[];
}

/**
 * Offsets of an IANA zone, looked up once a year of time and kept: the zone database is the only outside source of the
 * library, and asking it for every instant would cost a thousand times the arithmetic.
 */
export class ZoneOffsets {
  readonly zone: string;
  private readonly years = new Map<number, OffsetYear>();
  private latest: OffsetYear | undefined;

  constructor(zone: string) {
    this.zone = zone;
  }

  /** Milliseconds to add to the instant to read the local clock. */
  at(ms: number): number {
    const year = this.yearOf(ms);
    let index = year.from.length - 1;
    while (index > 0 && year.from[index]! > ms) index -= 1;
    return year.offsets[index]!;
  }

  /** The first change of the clocks in the half-open stretch, or null. */
  changeWithin(fromMs: number, toMs: number): number | null {
    for (let cursor = fromMs; ; ) {
      const year = this.yearOf(cursor);
      const change = year.from.find((at, index) => index > 0 && at >= cursor && at < toMs);
      if (change !== undefined) return change;
      if (year.end >= toMs) return null;
      cursor = year.end;
      const next = this.yearOf(cursor);
      if (next.offsets[0] !== year.offsets[year.offsets.length - 1]) return cursor;
    }
  }

  private yearOf(ms: number): OffsetYear {
    if (this.latest && ms >= this.latest.start && ms < this.latest.end) return this.latest;
    const number = utcYear(ms);
    let year = this.years.get(number);
    if (!year) this.years.set(number, (year = readYear(this.zone, number)));
    return (this.latest = year);
  }
}

function readYear(zone: string, number: number): OffsetYear {
  const start = dayNumber(number, 1, 1) * DAY_MS;
  const end = dayNumber(number + 1, 1, 1) * DAY_MS;
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  const year: OffsetYear = { start, end, from: [start], offsets: [at.offsetNanoseconds / 1e6] };
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < end) {
    year.from.push(at.epochMilliseconds);
    year.offsets.push(at.offsetNanoseconds / 1e6);
  }
  return year;
}

const known = new Map<string, ZoneOffsets>();

/** The offsets of a zone, shared by all calendars. Null if there is no such IANA zone. */
export function zoneOffsets(zone: string): ZoneOffsets | null {
  const found = known.get(zone);
  if (found) return found;
  if (!isZone(zone)) return null;
  const offsets = new ZoneOffsets(zone);
  known.set(zone, offsets);
  return offsets;
}

function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || !/^[A-Za-z][\w+\-/]{0,63}$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
