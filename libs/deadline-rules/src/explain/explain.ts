import { civilDate, formatDate } from '../civil-date.ts';
import type { Choice } from '../due/earliest.ts';
import type { DuePolicy } from '../due/due-spec.ts';
import type { Question, Resolution } from '../due/resolution.ts';
import { formatInstant } from '../instant.ts';
import { skippedDaySegments, workingDaySegments } from './day-segments.ts';
import type { Explanation, Segment } from './explanation.ts';
import { hourSegments } from './hour-segments.ts';
import { SegmentList } from './segment-list.ts';

/** Tells how a due came about. The answer is plain JSON and short, whatever the duration. */
export function explain({ spec, resolution }: Choice, others: readonly Choice[], question: Question): Explanation {
  const { start, calendar, policy } = question;
  const { rolled } = resolution;
  return {
    start: formatInstant(start),
    spec: spec.text,
    segments: segmentsOf(resolution, question),
    counted: resolution.counted,
    ...(rolled && { rolled: { from: formatDate(rolled.from), to: formatDate(rolled.to) } }),
    ...(others.length > 0 && { others: others.map((other) => ({ spec: other.spec.text, at: formatInstant(other.resolution.at) })) }),
    settings: settingsOf(policy),
    calendar: { zone: calendar.zone, notices: noticesOf(resolution, question) },
  };
}

function segmentsOf(resolution: Resolution, question: Question): Segment[] {
  const { start, calendar } = question;
  const [from, to] = [Math.min(start, resolution.at), Math.max(start, resolution.at)];
  const segments = new SegmentList();
  if (resolution.retold === 'hours') hourSegments(from, to, calendar, segments);
  else if (resolution.retold === 'clock') segments.counted(from, to, 'clock', to - from);
  else daySegments(resolution, question, segments);
  return segments.list().map((segment, index, all) => (index === all.length - 1 && to === resolution.at ? clipped(segment, to) : segment));
}

function daySegments({ retold, days, rolled, counted }: Resolution, { start, calendar }: Question, segments: SegmentList): void {
  const { first, last } = days!;
  const startOfFirst = calendar.startOfDay(first);
  if (start < startOfFirst) segments.skipped(start, startOfFirst, 'startDay');
  if (retold === 'workingDays') return workingDaySegments(first, last, calendar, segments);
  const end = rolled && rolled.to < last ? rolled.to : last;
  segments.counted(startOfFirst, calendar.endOfDay(end), 'day', counted.unit === 'days' ? counted.amount : end - first + 1);
  if (rolled && rolled.to > last) {
    skippedDaySegments(last + 1, rolled.to - 1, calendar, segments);
    segments.counted(calendar.startOfDay(rolled.to), calendar.endOfDay(rolled.to), 'rolled', 0);
  }
}

/** The last stretch ends with the due, not with its day. */
function clipped(segment: Segment, at: number): Segment {
  const to = formatInstant(at);
  return to < segment.to && to > segment.from ? { ...segment, to } : segment;
}

function settingsOf(policy: DuePolicy): string[] {
  return (['roll', 'rollOn', 'firstDay', 'monthEnd', 'hour'] as const)
    .filter((name) => policy[name] !== undefined)
    .map((name) => `${name}=${policy[name]}`);
}

/** The notices of the years that took part; none where only the clock counted. */
function noticesOf({ at, retold, rolled }: Resolution, { start, calendar, policy }: Question): Explanation['calendar']['notices'] {
  const counted = retold === 'hours' || retold === 'workingDays' || rolled !== undefined || (policy.roll ?? 'none') !== 'none';
  if (!counted) return [];
  const years = [start, at].map((ms) => civilDate(calendar.dayOf(ms)).year);
  return calendar.noticesOf(Math.min(...years), Math.max(...years));
}
