import type { Instant } from '../instant.ts';

/** A period of the calendar. Weeks run Monday to Sunday; a half month is the 1st to the 15th or the 16th to the end. */
export type PeriodKind = 'businessDate' | 'day' | 'week' | 'halfMonth' | 'month' | 'quarter' | 'halfYear' | 'year';

/**
 * Time of day at which a promise counted in days falls due: `17:30` (inclusive), `24:00` (the end of the day, exclusive),
 * or `start` (the start's own time of day: counted to the minute).
 */
export type DueHour = string;

/**
 * The parsed form of a due text; every form keeps the text it came from. `next` says how many periods after the start's
 * own; weekdays count from Monday 0; a negative `n` counts from the period's end.
 */
export type DueSpec =
  | { kind: 'elapsed'; ms: number; text: string }
  | { kind: 'days'; months: number; days: number; at?: DueHour; text: string }
  | { kind: 'workingDays'; days: number; at?: DueHour; text: string }
  | { kind: 'workingTime'; ms: number; text: string }
  | { kind: 'timeOfDay'; at: string; text: string }
  | { kind: 'endOf'; period: PeriodKind; text: string }
  | { kind: 'dayOfMonth'; day: number; next: number; at?: DueHour; text: string }
  | { kind: 'workingDayOf'; n: number; period: PeriodKind; next: number; at?: DueHour; text: string }
  | { kind: 'weekday'; weekday: number; at?: DueHour; text: string }
  | { kind: 'date'; date: string; at?: DueHour; text: string }
  | { kind: 'instant'; at: Instant; text: string };

/** Counting parameters of a value: what the clause, or the operator, decides about it. */
export interface DuePolicy {
  /** Where the last day moves if it is off. Default `none`. Never applied to durations by the clock or working time. */
  roll?: 'none' | 'forward' | 'back';
  /** Which days off move it. Default `nonWorking`: any day without working hours. */
  rollOn?: 'nonWorking' | 'weekend' | 'holiday';
  /** Whether the day of the start counts as the first. Default `excluded` (Civil Code, art. 201). */
  firstDay?: 'excluded' | 'included';
  /** A month without the corresponding day ends on its last day (Civil Code, art. 202): the only rule there is. */
  monthEnd?: 'clamp';
  /** Time of day for what is counted in days, where the text of the due gives none. */
  hour?: DueHour;
}
