import { compileCalendar, recompute } from '@huiyin/deadline-rules';
import type { CalendarDocument, TimedStep, WorkCalendar } from '@huiyin/deadline-rules';

const STEPS = 10_000;
const LIMITS = ['P5WD', 'P15D', 'P4WH', 'P1WD at 17:30', 'PT24H', 'P30WD', 'end of month', 'P12WH', 'day 25 of month', 'P7WD'];
const OFFICE: CalendarDocument = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };

function openSteps(): TimedStep[] {
  return Array.from({ length: STEPS }, (_, index): TimedStep => ({
    id: `step-${index}`, spec: LIMITS[index % LIMITS.length]!,
    start: new Date(Date.UTC(2026, 8, 1) + index * 5 * 60_000).toISOString(),
  }));
}

/** Milliseconds to compile the edited calendar and recompute 10,000 open steps, and how many moved. */
export function holidayEdit(runs: number): { ms: readonly number[]; moved: number } {
  const steps = openSteps();
  const before = compileCalendar(OFFICE);
  let moved = 0;
  const ms = Array.from({ length: runs }, () => {
    const began = performance.now();
    const after = compileCalendar({ ...OFFICE, days: { '2026-10-09': 'off', '2026-10-17': 'work' } });
    moved = recompute(steps, before, after).length;
    return performance.now() - began;
  });
  return { ms: ms.sort((one, other) => one - other), moved };
}

/** A calendar with so many dates of the operator's own, spread over 2000 to 2136. */
export function calendarWith(exceptions: number): WorkCalendar {
  const apart = Math.floor(50_000 / exceptions);
  const days = Object.fromEntries(Array.from({ length: exceptions }, (_, index) =>
    [new Date(Date.UTC(2000, 0, 1) + index * apart * 86_400_000).toISOString().slice(0, 10), index % 2 === 0 ? 'off' : '10:00-15:00']));
  return compileCalendar({ ...OFFICE, days });
}
