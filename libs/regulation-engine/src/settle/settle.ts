import { alarmAt } from '@huiyin/deadline-rules';
import type { StepState } from '../matter/matter.ts';
import { justBefore } from '../queries/counts-for.ts';
import { head } from '../react/head.ts';
import { raise } from '../react/raise.ts';
import { owed } from '../run/owed.ts';
import { SYSTEM } from '../run/session.ts';
import type { Session } from '../run/session.ts';

interface Expiry {
  readonly at: string;
  readonly event: 'missed' | 'reached' | 'warned';
  readonly step: StepState;
}

const MOST = 1_000;

/** Everything that ran out by `now`, in order of time, each stamped at the instant it ran out: so an act that overtakes its alarm leaves the same bytes. */
export function settle(session: Session, now: string): void {
  const { mode } = session;
  // What ran out cannot be refused, whoever brings it to light: an act that comes later is not to blame for it.
  session.mode = 'timer';
  try {
    expireAll(session, now);
  } finally {
    session.mode = mode;
  }
}

function expireAll(session: Session, now: string): void {
  for (let count = 0; count < MOST; count += 1) {
    const expiry = firstExpiry(session, now);
    if (!expiry) return;
    const first = session.events.length;
    if (expiry.event !== 'warned' && expiry.at === expiry.step.dueAt && expiry.step.inclusive === false) session.countsAt = justBefore(expiry.at);
    raise(session, {
      type: `${session.kind.name}.${expiry.step.name}.${expiry.event}`, at: expiry.at, by: SYSTEM, citation: expiry.step.citation, run: expiry.step,
      change: { steps: [expired(expiry)] }, ...(expiry.step.line !== undefined && { line: expiry.step.line }),
    });
    owed(session, expiry.at);
    head(session, expiry.at, first, false);
    delete session.countsAt;
  }
  throw new Error(`${session.matter.kind} ${session.matter.id} does not settle`);
}

function firstExpiry({ matter }: Session, now: string): Expiry | undefined {
  return matter.steps.flatMap((step) => expiriesOf(step, now)).reduce<Expiry | undefined>((first, next) => (first && key(first) <= key(next) ? first : next), undefined);
}

function expiriesOf(step: StepState, now: string): readonly Expiry[] {
  if (!step.open || step.pausedAt !== undefined || step.verdict !== undefined) return [];
  const found: Expiry[] = [];
  if (step.warnAt !== undefined && !step.warned && step.warnAt <= now) found.push({ at: later(step.warnAt, step.openedAt), event: 'warned', step });
  if (step.dueAt !== undefined && !isAhead(step.dueAt, now) && alarmAt({ at: step.dueAt, inclusive: step.inclusive ?? true }) <= now) found.push({ at: later(step.dueAt, step.openedAt), event: step.silent ? 'reached' : 'missed', step });
  return found;
}

/** Plainly ahead: canonical texts stand in the order of their instants. */
function isAhead(at: string, now: string): boolean {
  return at.length === now.length && at > now;
}

function expired({ at, event, step }: Expiry): StepState {
  if (event === 'warned') return { ...step, warned: true };
  if (event === 'reached') return { ...step, verdict: 'reached', open: false, endedAt: at };
  return { ...step, verdict: 'missed' };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function key({ at, event, step }: Expiry): string {
  return `${at}|${event === 'warned' ? 0 : 1}|${step.id}`;
}
