import { isLate, marginMs } from '@huiyin/deadline-rules';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Matter, StepState } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import { head } from '../react/head.ts';
import { recounted } from '../react/pauses.ts';
import { raise } from '../react/raise.ts';
import { settle } from '../settle/settle.ts';
import { allowed } from './perform.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Facts, Outcome } from './outcome.ts';
import { owed } from './owed.ts';
import { Session } from './session.ts';

/** An outage or leave of somebody, accepted; it may lie in the past. Instants. */
export interface Excuse {
  readonly person: string;
  readonly kind: 'outage' | 'leave';
  readonly from: string;
  readonly to: string;
  /** Who accepted it. */
  readonly by: Actor;
  readonly reason?: string;
}

/**
 * Applies an accepted excuse to the promises that admit one of its kind and that this person owed: the clock stood still meanwhile. A due moves,
 * a verdict already given is revised by a new event `kind.step.excused`; what the miss set off stands until an effect of that event takes it back.
 * No run concerned: no event.
 */
export function excuse(policy: CompiledPolicy, matter: Matter, given: Excuse, facts: Facts, now: string): Outcome {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'timer');
  settle(session, now);
  for (const step of session.matter.steps) {
    if (!concerns(session, step, given)) continue;
    const revised = revise(session, step, given, now);
    if (!revised) continue;
    const first = session.events.length;
    raise(session, {
      type: `${session.kind.name}.${step.name}.excused`, at: now, by: given.by, citation: step.citation, run: revised, change: { steps: [revised] },
      data: { person: given.person, excuse: given.kind, from: given.from, to: given.to, ...(step.verdict !== undefined && { was: step.verdict }), ...(given.reason !== undefined && { reason: given.reason }) },
    });
    owed(session, now);
    head(session, now, first, false);
  }
  settle(session, now);
  return allowed(session);
}

function concerns({ kind }: Session, step: StepState, { person, kind: of, from, to }: Excuse): boolean {
  const ended = step.endedAt ?? '9';
  return kind.steps.get(step.name)?.excuse === of && step.who.includes(person) && !step.dropped && step.dueAt !== undefined && from < ended && to > step.startedAt && !(step.excuses ?? []).some((before) => before.from === from && before.to === to);
}

/** The run with the excuse counted as a pause, its verdict judged anew. Undefined: nothing changes. */
function revise(session: Session, step: StepState, { kind, from, to, by }: Excuse, now: string): StepState | undefined {
  const start = from < step.startedAt ? step.startedAt : from;
  const pauses = merged([...(step.pauses ?? []), { from: start, to }]);
  const asOf = [to, now, step.endedAt ?? ''].reduce((last, at) => (at > last ? at : last));
  const noted: StepState = { ...step, pauses, excuses: [...(step.excuses ?? []), { by: by.id, kind, from, to, at: now }] };
  const counted = recounted(session, noted, asOf);
  if (counted.dueAt === step.dueAt) return undefined;
  const due = { at: counted.dueAt!, inclusive: counted.inclusive ?? true };
  const { verdict: _, marginMs: __, ...rest } = counted;
  if (!step.open) return { ...rest, verdict: isLate(due, step.endedAt!) ? 'missed' : 'met', marginMs: marginMs(due, step.endedAt!) };
  return isLate(due, now) && step.verdict === 'missed' ? { ...rest, verdict: 'missed' } : rest;
}

/** Pauses in order of time, those that touch made one. */
function merged(pauses: readonly { readonly from: string; readonly to: string }[]): readonly { readonly from: string; readonly to: string }[] {
  const result: { from: string; to: string }[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last && pause.from <= last.to) last.to = pause.to > last.to ? pause.to : last.to;
    else result.push({ ...pause });
  }
  return result;
}
