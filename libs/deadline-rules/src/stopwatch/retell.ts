import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation, Segment } from '../explain/explanation.ts';
import { hourSegments } from '../explain/hour-segments.ts';
import { SegmentList } from '../explain/segment-list.ts';
import { formatInstant } from '../instant.ts';
import type { StopwatchFold } from './fold.ts';

/** Pauses, restarts and extensions told one by one; of more only the first are. */
const TOLD = 50;

/** Tells how the due of a clock came about, with its pauses, restarts and extensions. */
export function retell(fold: StopwatchFold, calendar: WorkCalendar): Explanation {
  const told = explain({ spec: fold.spec, resolution: fold.unpaused }, [], fold.asked);
  const pauses = fold.pauses.slice(0, TOLD);
  return {
    ...told,
    segments: fold.pauses.length === 0 ? told.segments : withPauses(fold, pauses, told.segments, calendar),
    ...(pauses.length > 0 && {
      pauses: pauses.map(({ from, to, movedMs }) => ({ from: formatInstant(from), to: formatInstant(to), movedMs })),
    }),
    ...(fold.restarts.length > 0 && { restarts: fold.restarts.slice(-TOLD).map(formatInstant) }),
    ...(fold.notes.length > 0 && { extensions: fold.notes.slice(-TOLD) }),
  };
}

function withPauses(fold: StopwatchFold, pauses: StopwatchFold['pauses'], unpaused: Segment[], calendar: WorkCalendar): Segment[] {
  const due = fold.dueAt;
  const { retold } = fold.unpaused;
  if (retold === 'days' || retold === 'workingDays') {
    const moved = new SegmentList();
    moved.skipped(fold.unpaused.at, due, 'pause');
    return [...unpaused, ...moved.list()];
  }
  const segments = new SegmentList();
  const count = (from: number, to: number): void =>
    retold === 'hours' ? hourSegments(from, to, calendar, segments) : segments.counted(from, to, 'clock', to - from);
  let cursor = fold.anchor;
  for (const pause of pauses) {
    count(cursor, pause.from);
    segments.skipped(pause.from, pause.to, 'pause');
    cursor = pause.to;
  }
  if (fold.pauses.length <= TOLD) count(cursor, due);
  else segments.counted(cursor, due, 'summary', fold.measure.between(cursor, due) - sum(fold.pauses.slice(TOLD)));
  return segments.list();
}

function sum(pauses: StopwatchFold['pauses']): number {
  return pauses.reduce((total, { movedMs }) => total + movedMs, 0);
}
