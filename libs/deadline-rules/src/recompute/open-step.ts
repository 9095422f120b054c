import type { DuePolicy, DueSpec } from '../due/due-spec.ts';
import type { Limit } from '../due/lateness.ts';
import type { Provisional } from '../explain/explanation.ts';
import type { NoticeReference } from '../holidays/holiday-notice.ts';
import type { Instant } from '../instant.ts';
import type { StopwatchEvent } from '../stopwatch/stopwatch.ts';
import type { DayChange } from './day-change.ts';

/** A limit as text or parsed; several mean the earliest. */
export type StepSpec = string | DueSpec | readonly (string | DueSpec)[];

/** A promise as a service keeps it: what was promised, from when, and what happened to its clock since. */
export interface TimedStep {
  id: string;
  spec: StepSpec;
  start: Instant;
  policy?: DuePolicy;
  /** Pauses, restarts and extensions; only with one spec. */
  events?: readonly StopwatchEvent[];
  /** False once it is done, dropped or judged: then its due stands. Left out: open. */
  open?: boolean;
  /** What a policy edit makes of the promise. What is left out stays as it was. */
  becomes?: { spec?: StepSpec; policy?: DuePolicy };
}

/** A due as recorded: without its explanation. */
export interface RecordedDue extends Limit {
  provisional?: Provisional;
}

/** Why a due came to lie elsewhere, or turned firm. Lists of dates are cut to 31. */
export type ChangeReason =
  | { kind: 'notice'; change: 'arrived' | 'withdrawn' | 'amended'; year: number; notice: NoticeReference; dates: readonly DayChange[] }
  | { kind: 'exception'; dates: readonly DayChange[] }
  | { kind: 'makeUpHours'; dates: readonly DayChange[] }
  | { kind: 'hours'; old: string; new: string }
  | { kind: 'zone'; old: string; new: string }
  | { kind: 'limit'; old: string; new: string }
  | { kind: 'counting'; setting: keyof DuePolicy; old?: string; new?: string };

/** What an edit did to one open promise: the old due and the new one, and why. */
export interface DueChange {
  id: string;
  old: RecordedDue;
  /** Null where the edit leaves no answer within the years computed; `refused` says why. */
  new: RecordedDue | null;
  refused?: string;
  /** Milliseconds by which the due moved; negative: it came nearer. */
  movedMs: number;
  /** Whether a provisional due turned firm, or the reverse. */
  turned?: 'firm' | 'provisional';
  /** The new due lies before the instant of the edit: it is missed at once unless somebody decides otherwise. */
  overdueAtOnce?: true;
  reasons: readonly ChangeReason[];
}
