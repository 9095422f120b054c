import { computeStopwatch, parseDue } from '@huiyin/deadline-rules';
import type { DuePolicy, RecordedDue, StopwatchEvent } from '@huiyin/deadline-rules';
import { countedText } from '@huiyin/regulation-engine';
import type { CompiledPolicy, StepState } from '@huiyin/regulation-engine';

/** A run's due as recorded. */
export function recordedDue(run: StepState): RecordedDue | undefined {
  if (run.dueAt === undefined) return undefined;
  return { at: run.dueAt, inclusive: run.inclusive ?? true, ...(run.provisional !== undefined && { provisional: { year: Number(run.dueAt.slice(0, 4)), reason: run.provisional } }) };
}

/** The text of a due that can be counted anew; undefined for an instant that a fact gave. */
export function countableText({ why }: StepState): string | undefined {
  const text = why['due'];
  if (typeof text !== 'string') return undefined;
  try {
    parseDue(text);
    return text;
  } catch {
    return undefined;
  }
}

/** How a due is counted: by the value it comes from, or as its cycle rolls. */
export function countingOf(policy: CompiledPolicy, { why }: StepState): DuePolicy {
  const value = typeof why['value'] === 'string' ? policy.valueOf(String(why['pack']), why['value']) : undefined;
  if (value) return { ...(value.roll && { roll: value.roll }), ...(value.firstDay && { firstDay: value.firstDay }), ...(value.hour && { hour: value.hour }) };
  return typeof why['roll'] === 'string' ? { roll: why['roll'] as 'none' } : {};
}

/** Pauses and extensions of a run, as a clock takes them. */
export function clockEvents(run: StepState): readonly StopwatchEvent[] {
  return [
    ...(run.pauses ?? []).flatMap(({ from, to }): StopwatchEvent[] => [{ at: from, type: 'pause' }, { at: to, type: 'resume' }]),
    ...(run.extensions ?? []).map(({ at, spec, by, reason }): StopwatchEvent => ({ at, type: 'extend', by: spec, approvedBy: by, ...(reason !== undefined && { reason }) })),
  ];
}

/** The anchor of a run under a promise: its own, but for the window of a series, which begins where the promise says. */
export const anchorOf = (promise: StepState, run: StepState): string => (promise.member === undefined ? run.startedAt : promise.startedAt);

/** The due that a promise gives a run: from the run's own anchor, with its own pauses and extensions. */
export function dueUnder(policy: CompiledPolicy, promise: StepState, run: StepState, asOf: string): RecordedDue | undefined {
  const events = clockEvents(run);
  const text = countableText(promise) ?? (events.length > 0 ? countedText(promise, policy.calendar) : undefined);
  const start = anchorOf(promise, run);
  if (text === undefined || (events.length === 0 && start === promise.startedAt)) return recordedDue(promise);
  const { due } = computeStopwatch({ spec: text, start, events, asOf, policy: countingOf(policy, promise) }, policy.calendar);
  return due && { at: due.at, inclusive: due.inclusive, ...(due.provisional && { provisional: due.provisional }) };
}

export const sameDue = (one: RecordedDue | undefined, other: RecordedDue | undefined): boolean =>
  one?.at === other?.at && one?.inclusive === other?.inclusive && one?.provisional?.reason === other?.provisional?.reason;
