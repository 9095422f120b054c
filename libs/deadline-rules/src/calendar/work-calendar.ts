import { civilDate, DAY_MS, weekdayOf } from '../civil-date.ts';
import type { HolidayNotice, NoticeReference } from '../holidays/holiday-notice.ts';
import type { ZoneOffsets } from '../zone/zone-offsets.ts';
import { localToMs, msToLocal } from '../zone/local-time.ts';
import type { CalendarDocument } from './calendar-document.ts';
import type { DayRule } from './day-rule.ts';
import { YearIndex } from './year-index.ts';

/** What a compiled calendar is made of. */
export interface CalendarParts {
  document: CalendarDocument;
  offsets: ZoneOffsets;
  week: readonly DayRule[];
  dated: ReadonlyMap<number, DayRule>;
  /** The notices known, or null where no country is named: then every year is known. */
  notices: readonly HolidayNotice[] | null;
  crossesMidnight: boolean;
}

/**
 * A compiled calendar: immutable; what it keeps is only what can be computed again. Every look-up of a date is O(1),
 * every look-up in a year O(log 366), however many exceptions there are. Days are numbers since 1970, instants milliseconds.
 */
export class WorkCalendar {
  readonly zone: string;
  readonly document: CalendarDocument;
  /** Whether some date's hours run over midnight; then dates, weeks and months are business dates and consist of them. */
  readonly crossesMidnight: boolean;
  readonly offsets: ZoneOffsets;
  private readonly parts: CalendarParts;
  private readonly knownYears: ReadonlySet<number> | null;
  private readonly years = new Map<number, YearIndex>();

  constructor(parts: CalendarParts) {
    this.parts = parts;
    this.zone = parts.document.zone;
    this.document = parts.document;
    this.knownYears = parts.notices && new Set(parts.notices.map(({ year }) => year));
    this.crossesMidnight = parts.crossesMidnight;
    this.offsets = parts.offsets;
  }

  /** The hours of a day and what decided them. */
  ruleOf(day: number): DayRule {
    return this.parts.dated.get(day) ?? this.parts.week[weekdayOf(day)]!;
  }

  /** Whether the day has hours. */
  isWorking(day: number): boolean {
    return this.ruleOf(day).hours.length > 0;
  }

  /** The first year between two days, both included, for which no notice is known. */
  unknownYear(fromDay: number, toDay: number): number | undefined {
    const known = this.knownYears;
    if (!known || toDay < fromDay) return undefined;
    const last = civilDate(toDay).year;
    for (let year = civilDate(fromDay).year; year <= last; year += 1) if (!known.has(year)) return year;
    return undefined;
  }

  /** The notices of the years from one to another, as provenance. */
  noticesOf(firstYear: number, lastYear: number): NoticeReference[] {
    return this.notices
      .filter(({ year }) => year >= firstYear && year <= lastYear)
      .map(({ id, title, number, published, url }) => ({ id, title, number, published, url }));
  }

  /** The notices known, oldest first as given; none where no country is named. */
  get notices(): readonly HolidayNotice[] {
    return this.parts.notices ?? [];
  }

  /** The days with a rule of their own, from notices or the operator, in no order. */
  datedDays(): IterableIterator<number> {
    return this.parts.dated.keys();
  }

  /** The rule of a weekday, Monday 0 to Sunday 6. */
  weekdayRule(weekday: number): DayRule {
    return this.parts.week[weekday]!;
  }

  /** The open stretches and working days of a year. */
  yearOf(year: number): YearIndex {
    let index = this.years.get(year);
    if (!index) this.years.set(year, (index = new YearIndex(year, this)));
    return index;
  }

  /** The instant at which a business date begins: the end of the one before. */
  startOfDay(day: number): number {
    return this.endOfDay(day - 1);
  }

  /** The instant at which a business date ends: when its hours close if they run over midnight, else the next midnight. */
  endOfDay(day: number): number {
    if (this.crossesMidnight) {
      const { hours } = this.ruleOf(day);
      const close = hours.length > 0 ? hours[hours.length - 1]!.to : 0;
      if (close > DAY_MS) return this.localMs(day, close);
    }
    return this.localMs(day + 1, 0);
  }

  /** The business date an instant belongs to. An instant at which a date ends belongs to the next. */
  dayOf(ms: number): number {
    const { day } = msToLocal(this.offsets, ms);
    return this.crossesMidnight && ms < this.startOfDay(day) ? day - 1 : day;
  }

  /** The instant of a local time of a civil day; times past 24 h lie on the next day. */
  localMs(day: number, msOfDay: number): number {
    return localToMs(this.offsets, day, msOfDay);
  }

  /** The instant of a time of day within a business date: on the next morning where the date has not yet begun at that time. */
  timeOn(day: number, msOfDay: number): number {
    const at = this.localMs(day, msOfDay);
    return this.crossesMidnight && at < this.startOfDay(day) ? this.localMs(day + 1, msOfDay) : at;
  }
}
