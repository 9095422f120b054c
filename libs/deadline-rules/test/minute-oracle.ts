import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../src/calendar/calendar-document.ts';

const MINUTE = 60_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A calendar as the oracle reads it: hours by weekday, own hours or closed by date. */
export interface OracleCalendar {
  zone: string;
  week: WeeklyHours;
  days: Record<string, string>;
}

/**
 * A slow second opinion that shares nothing with the library: it walks from minute to minute, reads the local clock and
 * asks whether that minute lies in the hours of its date, or in those of the date before where they run over midnight.
 */
export class MinuteOracle {
  private readonly calendar: OracleCalendar;

  constructor(calendar: OracleCalendar) {
    this.calendar = calendar;
  }

  isOpen(ms: number): boolean {
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(this.calendar.zone);
    const minute = local.hour * 60 + local.minute;
    return this.holds(local.toPlainDate(), minute) || this.holds(local.toPlainDate().subtract({ days: 1 }), minute + 1440);
  }

  hasHours(date: string): boolean {
    return this.hoursOf(Temporal.PlainDate.from(date)) !== 'off';
  }

  add(start: number, minutes: number): number {
    let at = start;
    for (let left = minutes; left > 0; at += MINUTE) if (this.isOpen(at)) left -= 1;
    return at;
  }

  subtract(end: number, minutes: number): number {
    let at = end;
    for (let left = minutes; left > 0; at -= MINUTE) if (this.isOpen(at - MINUTE)) left -= 1;
    return at;
  }

  between(from: number, to: number): number {
    let open = 0;
    for (let at = from; at < to; at += MINUTE) if (this.isOpen(at)) open += MINUTE;
    return open;
  }

  addDays(date: string, count: number): string {
    let day = Temporal.PlainDate.from(date);
    for (let left = Math.abs(count); left > 0; ) {
      day = day.add({ days: Math.sign(count) });
      if (this.hasHours(day.toString())) left -= 1;
    }
    return day.toString();
  }

  private holds(date: Temporal.PlainDate, minute: number): boolean {
    const hours = this.hoursOf(date);
    if (hours === 'off') return false;
    return hours.split(',').some((text) => {
      const [from, to] = text.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [number, number];
      return minute >= from && minute < (to > from ? to : to + 1440);
    });
  }

  private hoursOf(date: Temporal.PlainDate): string {
    return this.calendar.days[date.toString()] ?? this.calendar.week[WEEKDAYS[date.dayOfWeek - 1]!] ?? 'off';
  }
}
