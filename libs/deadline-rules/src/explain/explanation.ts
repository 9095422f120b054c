import type { Instant } from '../instant.ts';
import type { HolidayName, NoticeReference } from '../holidays/holiday-notice.ts';

/** Why a stretch was counted or skipped. */
export type SegmentReason =
  | 'clock' | 'hours' | 'closed' | 'day' | 'workingDay' | 'startDay' | 'weekend' | 'holiday' | 'makeUp' | 'exception' | 'rolled' | 'pause' | 'summary';

/** One stretch of time between start and due. */
export interface Segment {
  from: Instant;
  to: Instant;
  kind: 'counted' | 'skipped';
  reason: SegmentReason;
  /** Name of the holiday, where the reason is one. */
  name?: HolidayName;
  /** How much of the stretch counted: milliseconds, or days, after the unit of `counted`. */
  amount?: number;
}

/** An extension as it stands in an explanation. */
export interface ExtensionNote {
  at: Instant;
  by: string;
  of: 'due' | 'start';
  approvedBy?: string;
  reason?: string;
  due: Instant;
}

/** A year without official notice took part; the answer used the weekly hours and the operator's own dates alone. */
export interface Provisional {
  year: number;
  /** `calendar-year-not-published`, the only one there is. */
  reason: string;
}

/** How a due time came about; plain JSON, bounded in size whatever the duration. */
export interface Explanation {
  start: Instant;
  /** The text of the due. */
  spec: string;
  segments: Segment[];
  /** What was counted in all. */
  counted: { unit: 'ms' | 'workingMs' | 'days' | 'workingDays' | 'months'; amount: number };
  /** The last day before and after rolling, where it moved. */
  rolled?: { from: string; to: string };
  pauses?: { from: Instant; to?: Instant; movedMs: number }[];
  restarts?: Instant[];
  extensions?: ExtensionNote[];
  /** Members of an `earliest` that were not chosen, with their own due times. */
  others?: { spec: string; at: Instant }[];
  /** Settings that took part, as `name=value`. */
  settings: string[];
  calendar: { zone: string; notices: NoticeReference[] };
}

/** The instant a promise falls due, with how it came about. */
export interface Due {
  at: Instant;
  /** True: done at `at` is in time. False (the end of a day or period): done at `at` is late. */
  inclusive: boolean;
  /** Set where a year without official notice took part: the answer may move when the notice arrives. */
  provisional?: Provisional;
  explanation: Explanation;
}

/** Languages of explanations. */
export type ExplainLanguage = 'zh-CN' | 'zh-TW' | 'en';
