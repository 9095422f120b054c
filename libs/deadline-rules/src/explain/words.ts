import type { PeriodKind } from '../due/due-spec.ts';
import type { HolidayName } from '../holidays/holiday-notice.ts';
import type { ExplainLanguage, Explanation, SegmentReason } from './explanation.ts';

/** The sentences of an explanation in one language. */
export interface Words {
  language: ExplainLanguage;
  /** Joins the parts of a list. */
  comma: string;
  elapsed(hours: number, minutes: number, seconds: number): string;
  working(time: string): string;
  workingDays(n: number): string;
  calendar(months: number, days: number): string;
  at(amount: string, hour: string): string;
  timeOfDay(hour: string): string;
  endOf(period: PeriodKind): string;
  dayOfMonth(day: number, next: boolean): string;
  workingDayOf(n: number, period: PeriodKind, next: boolean): string;
  weekday(weekday: number): string;
  endOfDate(date: string): string;
  before(amount: string): string;
  /** The clause, with the words of the source if they are quoted. */
  clause(place: string, quoted: string | undefined): string;
  /** The limit is the operator's setting. */
  open: string;
  start(at: string, zone: string, limit: string): string;
  segment(counted: boolean, from: string, to: string, reason: string, amount: string | null): string;
  reasons: Record<SegmentReason, string>;
  /** A reason with the name of its holiday. */
  named(reason: string, name: HolidayName): string;
  amount(unit: Explanation['counted']['unit'], amount: number): string;
  rolled(from: string, to: string): string;
  pause(from: string, to: string | null, moved: string): string;
  restart(at: string): string;
  extension(at: string, by: string, ofStart: boolean, due: string, approvedBy?: string, reason?: string): string;
  other(limit: string, at: string): string;
  due(at: string, inclusive: boolean): string;
  provisional(year: number): string;
  notice(title: string, number: string | null, published: string): string;
  settings(list: string): string;
  /** Words for `name=value` of a policy; an hour stands as it is. */
  setting: Record<string, string>;
}
