import { periodOf } from '@huiyin/deadline-rules';
import type { WorkCalendar } from '@huiyin/deadline-rules';
import type { CompiledCycle } from '../compile/compile-cycles.ts';

/** A period as a fact: instants, the end exclusive, and its name. */
export interface CyclePeriod {
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

const MOST = 1_000;

/** Periods a cycle opens matters for: those that ended after `since` up to the running one (`opens: start`), or up to the last that has ended (`opens: end`). */
export function periodsDue({ every, opens }: CompiledCycle, since: string | undefined, now: string, calendar: WorkCalendar): readonly CyclePeriod[] {
  const running = periodOf(every, now, calendar);
  const last = opens === 'start' ? running : periodOf(every, running.start, calendar, 'ended');
  if (since === undefined) return [last];
  const found: CyclePeriod[] = [];
  for (let period: CyclePeriod = last; period.end > since && found.length < MOST; period = periodOf(every, period.start, calendar, 'ended')) found.unshift(period);
  return found;
}

/** The period that an event counts for. */
export function periodHolding({ every }: CompiledCycle, at: string, calendar: WorkCalendar): CyclePeriod {
  return periodOf(every, at, calendar);
}
