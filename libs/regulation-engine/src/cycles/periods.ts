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

/** Periods a cycle opens matters for between two looks: the running one (`opens: start`), or those that have ended (`opens: end`). */
export function periodsDue({ every, opens }: CompiledCycle, since: string | undefined, now: string, calendar: WorkCalendar): readonly CyclePeriod[] {
  const running = periodOf(every, now, calendar);
  const last = opens === 'start' ? running : periodOf(every, running.start, calendar, 'ended');
  const found = [last];
  while (since !== undefined && found[0]!.start > since && found.length < MOST) {
    const before = periodOf(every, found[0]!.start, calendar, 'ended');
    if (opens === 'start' ? before.end <= since : before.end < since) break;
    found.unshift(before);
  }
  return found;
}

/** The period that an event counts for. */
export function periodHolding({ every }: CompiledCycle, at: string, calendar: WorkCalendar): CyclePeriod {
  return periodOf(every, at, calendar);
}
