/** A calendar as the vectors write it. */
export interface CaseCalendar {
  tz: string;
  weekly: Record<string, [string, string][]>;
  exceptions?: Record<string, [string, string][]>;
  fromNotices?: string[];
  hoursOnMakeUpDays?: [string, string][];
}

/** A notice as the vectors write it: holidays by name, runs of dates as `from/to`. */
export interface CaseNotice {
  title: string;
  number: string | null;
  published: string;
  url: string;
  off: Record<string, string[]>;
  makeUpWorkdays: string[];
}

/** An amount: any of its units may be given, they add up. */
export interface CaseAmount {
  hours?: number;
  minutes?: number;
  seconds?: number;
  workingDays?: number;
  calendarDays?: number;
  months?: number;
}

/** One checked fact: an operation, its operands and what it must give. */
export interface DeadlineCase {
  id: string;
  op: string;
  calendar?: string;
  start?: string;
  end?: string;
  amount?: CaseAmount;
  pauses?: [string, string][];
  rollOffDays?: boolean;
  month?: string;
  day?: number | 'last';
  pausedSince?: string;
  now?: string;
  expect: Record<string, unknown>;
}

/** A file of cases with the calendars and notices they use. */
export interface CaseFile {
  holidayNotices?: Record<string, CaseNotice>;
  calendars: Record<string, CaseCalendar>;
  cases: DeadlineCase[];
}
