import type { CaseCalendar, CaseFile, DeadlineCase } from '@huiyin/deadline-rules';

/** What a case of the bench gives: an instant or an amount in milliseconds, or a date. */
export type BenchAnswer = number | string;

/** A package, or what one writes with it in an hour. */
export interface Candidate {
  readonly name: string;
  /** Sets the package up for a case and gives the work to measure; null if it cannot say such a calendar or question. */
  prepare(given: DeadlineCase, calendar: BenchCalendar): (() => BenchAnswer) | null;
}

/** A calendar of the case file with its notices spread out to dates, as any package needs it. */
export interface BenchCalendar {
  readonly name: string;
  readonly zone: string;
  readonly weekly: CaseCalendar['weekly'];
  /** Hours of single dates. */
  readonly dated: ReadonlyMap<string, readonly [string, string][]>;
  /** Whether the holidays are all the official ones of China. */
  readonly chinese: boolean;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Milliseconds of a case's amount. */
export function amountMs({ amount = {} }: DeadlineCase): number {
  return (((amount.hours ?? 0) * 60 + (amount.minutes ?? 0)) * 60 + (amount.seconds ?? 0)) * 1000;
}

/** The hours of a date of a weekday, Monday 1 to Sunday 7. */
export function hoursOf({ dated, weekly }: BenchCalendar, date: string, weekday: number): readonly [string, string][] {
  return dated.get(date) ?? weekly[WEEKDAYS[weekday - 1]!] ?? [];
}

/** Whether every date of its own is closed: all that packages with a list of holidays can say. */
export function onlyHolidays({ dated }: BenchCalendar): boolean {
  return [...dated.values()].every((hours) => hours.length === 0);
}

/** Whether some hours end at 24:00, which packages that write the end as a time of the same day cannot say. */
export function runsAllDay({ weekly }: BenchCalendar): boolean {
  return Object.values(weekly).some((hours) => hours.some(([, to]) => to === '24:00'));
}

/** Spreads a calendar of the file out. */
export function benchCalendar(file: CaseFile, name: string): BenchCalendar {
  const { tz, weekly, exceptions = {}, fromNotices = [], hoursOnMakeUpDays = [] } = file.calendars[name]!;
  const dated = new Map<string, readonly [string, string][]>();
  for (const id of fromNotices) {
    const { off, makeUpWorkdays } = file.holidayNotices![id]!;
    for (const date of Object.values(off).flat().flatMap(datesOf)) dated.set(date, []);
    for (const date of makeUpWorkdays) dated.set(date, hoursOnMakeUpDays);
  }
  for (const [date, hours] of Object.entries(exceptions)) dated.set(date, hours);
  return { name, zone: tz, weekly, dated, chinese: fromNotices.includes('CN-2026') };
}

function datesOf(run: string): string[] {
  const [from, to = from] = run.split('/') as [string, string?];
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Array.from({ length: days + 1 }, (_, index) => new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10));
}
