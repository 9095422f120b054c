import { isLate, recompute } from '@huiyin/deadline-rules';
import type { ChangeReason, RecordedDue, TimedStep } from '@huiyin/deadline-rules';
import type { CompiledPolicy, StepState } from '@huiyin/regulation-engine';
import { anchorOf, clockEvents, countableText, countingOf, dueUnder, recordedDue, sameDue } from './counted-due.ts';
import type { ReboundDue } from './rebinding.ts';

export interface Bindings {
  readonly from: CompiledPolicy;
  readonly to: CompiledPolicy;
}

export interface ReboundRun {
  readonly due: ReboundDue;
  /** The run as it goes on. */
  readonly step: StepState;
}

/**
 * A run that goes on under another policy. What counts is the difference between the promise under both policies, so that a fact changed
 * since the opening moves nothing; the anchor stays, whatever else moves.
 * @param was the promise under the policy it leaves; undefined where that cannot compute it any more
 * @param is the promise under the policy it goes to; undefined where that cannot compute it: the due stands
 */
export function reboundRun(run: StepState, was: StepState | undefined, is: StepState | undefined, { from, to }: Bindings, now: string): ReboundRun {
  const old = recordedDue(run);
  const about = { step: run.id, name: run.name, startedAt: run.startedAt };
  const bound = (step: StepState): StepState => ({ ...step, why: { ...step.why, policy: to.hash } });
  if (!is) return { step: bound(run), due: { ...about, result: 'kept', citation: run.citation, ...(old && { old, new: old }), reasons: [], items: [String(run.why['item'] ?? '')] } };
  const cited = { ...about, citation: is.citation, items: [...new Set([...itemsOf(is), ...(was ? itemsOf(was) : [])])] };
  const owed = bound({ ...run, citation: is.citation, act: is.act, who: was && was.who.join() === is.who.join() ? run.who : is.who });
  if (run.verdict !== undefined) return { step: owed, due: { ...cited, result: 'judged', ...(old && { old, new: old }), reasons: [] } };
  const counted = bound({ ...owed, why: is.why });
  if (run.pausedAt !== undefined) return { step: counted, due: { ...cited, result: 'paused', ...(old && { old }), reasons: [] } };
  const next = dueUnder(to, is, run, now);
  const before = was && dueUnder(from, was, run, now);
  if (sameDue(before ?? old, next)) return { step: owed, due: { ...cited, result: 'kept', ...(old && { old, new: old }), reasons: [] } };
  const reasons = was ? reasonsOf(run, was, is, { from, to }) : [];
  const onCalendar = reasons.some(({ kind }) => kind !== 'limit' && kind !== 'counting');
  return {
    step: { ...withDue(counted, next), ...warning(run, is, now), startedAt: anchorOf(is, run) },
    due: {
      ...cited, result: 'moved', ...(old && { old }), ...(next && { new: next }), ...(old && next && { movedMs: Date.parse(next.at) - Date.parse(old.at) }),
      ...(next && isLate(next, now) && { overdueAtOnce: true }), reasons, items: onCalendar ? [...cited.items, 'calendar'] : cited.items,
    },
  };
}

/** The step, and the value it is counted by. */
function itemsOf({ why }: StepState): readonly string[] {
  const value = typeof why['value'] === 'string' ? [`${String(why['pack'])}/values.${why['value']}`] : [];
  return [String(why['item'] ?? ''), ...value];
}

function withDue(step: StepState, due: RecordedDue | undefined): StepState {
  const { dueAt: _, inclusive: __, provisional: ___, ...rest } = step;
  return due ? { ...rest, dueAt: due.at, inclusive: due.inclusive, ...(due.provisional && { provisional: due.provisional.reason }) } : rest;
}

/** Its warning goes with it, unless pauses or extensions moved the due: then the warning stands as it is. */
function warning(run: StepState, is: StepState, now: string): Partial<StepState> {
  if (clockEvents(run).length > 0) return {};
  return { warnAt: is.warnAt, ...(is.warnAt !== undefined && is.warnAt > now && { warned: false }) };
}

function reasonsOf(run: StepState, was: StepState, is: StepState, { from, to }: Bindings): readonly ChangeReason[] {
  const [old, now] = [countableText(was), countableText(is)];
  const moved = (step: Pick<TimedStep, 'spec' | 'policy' | 'becomes'>): readonly ChangeReason[] => recompute([{ id: run.id, start: anchorOf(is, run), events: clockEvents(run), ...step }], from.calendar, to.calendar)[0]?.reasons ?? [];
  if (old !== undefined && now !== undefined) return moved({ spec: old, policy: countingOf(from, was), becomes: { spec: now, policy: countingOf(to, is) } });
  // One limit took the place of another: what moved that one, and which it was.
  const [before, after] = [was, is].map(({ why }) => String(why['due'] ?? ''));
  const shifted = old === undefined ? [] : moved({ spec: old, policy: countingOf(from, was) });
  return before === after ? shifted : [...shifted, { kind: 'limit', old: before ?? '', new: after ?? '' }];
}
