import type { DuePolicy, DueSpec } from '../due/due-spec.ts';
import type { Due } from '../explain/explanation.ts';
import type { Instant } from '../instant.ts';

/** What may happen to a running clock. Events are folded by their instants; those of one instant in the order of the list. */
export type StopwatchEvent =
  | { at: Instant; type: 'pause'; reason?: string }
  | { at: Instant; type: 'resume' }
  | { at: Instant; type: 'restart'; reason?: string }
  | { at: Instant; type: 'extend'; by: string | DueSpec; of?: 'due' | 'start'; approvedBy?: string; reason?: string }
  | { at: Instant; type: 'stop' }
  | { at: Instant; type: 'cancel' };

/** A clock: its promise, its start and what happened since. */
export interface StopwatchInput {
  spec: string | DueSpec;
  start: Instant;
  events: readonly StopwatchEvent[];
  policy?: DuePolicy;
  /** The instant the answer is for. Left out: the last event's (the start's, without events). */
  asOf?: Instant;
}

/** Where the clock stands. While paused there is no due instant and no breach. */
export interface StopwatchState {
  due?: Due;
  state: 'running' | 'paused' | 'stopped' | 'cancelled';
  /** Milliseconds used up at `asOf`: working time for promises in working time or working days, else time by the clock. */
  consumedMs: number;
  /** Milliseconds left of the limit at `asOf`, never below zero. */
  remainingMs: number;
  /** Whether the due has passed at `asOf`. */
  overdue: boolean;
  /** Final once stopped: in time or not, and by how much (positive: in time). */
  verdict?: { met: boolean; marginMs: number };
  /** When to look again: the alarm instant of a running clock that is not overdue. */
  nextChangeAt?: Instant;
}
