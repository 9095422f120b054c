import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import { isLate } from '../due/lateness.ts';
import { parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { calendarDifference } from './calendar-difference.ts';
import { policyReasons, ReasonFinder } from './change-reasons.ts';
import { DueReader } from './due-reader.ts';
import type { ChangeReason, DueChange, RecordedDue, TimedStep } from './open-step.ts';

/** Days around a promise whose rolling may depend on them, where none within it explains a move. */
const ROLLING_DAYS = 400;

/** When the edit takes effect. */
export interface RecomputeOptions {
  /** A promise missed by then is judged and stands. Left out: every open promise is still ahead. */
  asOf?: Instant;
}

/**
 * What a calendar or policy edit does to promises that still run: the old and the new due of each that moves, turns firm or
 * turns provisional, with the reason. Promises that are closed, stopped or already missed at `asOf` keep their due, and so
 * does a paused one, which has none. Order follows the steps; a promise nothing happens to is left out.
 */
export function recompute(steps: readonly TimedStep[], before: WorkCalendar, after: WorkCalendar, options: RecomputeOptions = {}): DueChange[] {
  const reasons = new ReasonFinder(calendarDifference(before, after));
  const { asOf } = options;
  const dues = new DueReader(asOf);
  return steps.flatMap((step): DueChange[] => {
    if (step.open === false) return [];
    const old = dues.of(step, step.spec, step.policy, before);
    if (!old || (asOf !== undefined && isLate(old, asOf))) return [];
    const change = changeOf(step, old, after, dues);
    if (!change) return [];
    const overdueAtOnce = asOf !== undefined && change.new !== null && isLate(change.new, asOf);
    return [{ ...change, ...(overdueAtOnce && { overdueAtOnce }), reasons: reasonsOf(step, change, before, reasons) }];
  });
}

type Moved = Omit<DueChange, 'reasons' | 'overdueAtOnce'>;

function changeOf(step: TimedStep, old: RecordedDue, after: WorkCalendar, dues: DueReader): Moved | null {
  const { id, becomes = {} } = step;
  try {
    const now = dues.of(step, becomes.spec ?? step.spec, becomes.policy ?? step.policy, after);
    if (!now) return null;
    const movedMs = parseInstant(now.at) - parseInstant(old.at);
    const turned = old.provisional && !now.provisional ? 'firm' : !old.provisional && now.provisional ? 'provisional' : undefined;
    if (movedMs === 0 && old.inclusive === now.inclusive && !turned && old.provisional?.year === now.provisional?.year) return null;
    return { id, old, new: now, movedMs, ...(turned && { turned }) };
  } catch (error) {
    if (error instanceof DeadlineRangeError) return { id, old, new: null, refused: error.message, movedMs: 0 };
    throw error;
  }
}

function reasonsOf(step: TimedStep, change: Moved, before: WorkCalendar, finder: ReasonFinder): ChangeReason[] {
  const instants = [step.start, change.old.at, ...(change.new ? [change.new.at] : [])].map((at) => before.dayOf(parseInstant(at)));
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const own = policyReasons(step);
  const found = [...own, ...finder.calendar(first, last)];
  return found.length > 0 ? found : finder.calendar(first - ROLLING_DAYS, last + ROLLING_DAYS);
}
