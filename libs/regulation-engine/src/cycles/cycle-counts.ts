import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { TALLY } from '../compile/expand/expand-cycles.ts';
import type { EngineEvent } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import type { Facts } from '../run/outcome.ts';
import { kindOfMatter } from '../run/kind-of.ts';
import { Session } from '../run/session.ts';
import { cycleMatterId, hostOf } from './cycle-dues.ts';
import { periodHolding } from './periods.ts';

/** An act of the system that counts an event towards what a subject owes in its period. */
export interface CycleCount {
  readonly id: string;
  readonly service: string;
  readonly kind: string;
  readonly act: string;
  readonly cycle: string;
  readonly subject: string;
}

/**
 * What an event of another matter counts towards (`met`): the host performs the act on the matter of that id, if it is there. Events of the
 * opened kind itself count by themselves. The period is the one that holds the event.
 */
export function cycleCounts(policy: CompiledPolicy, event: EngineEvent, source: Matter, facts: Facts): readonly CycleCount[] {
  return [...policy.cycles.values()].flatMap((cycle) => {
    if (!cycle.met?.events.includes(event.type)) return [];
    const session = new Session(policy, kindOfMatter(policy, source), source, facts, 'act');
    const scope = session.scope(event.at, { matter: source, event: { type: event.type, kind: event.kind, at: event.at, by: event.by.id, countsAt: event.at }, actor: event.by.id });
    if (cycle.met.if && !cycle.met.if.test(scope)) return [];
    const subject = cycle.met.subject ? plain(cycle.met.subject.evaluate(scope)) : event.by.id;
    if (typeof subject !== 'string') return [];
    const period = periodHolding(cycle, event.at, policy.calendar);
    return [{ id: cycleMatterId(cycle, subject, period), service: hostOf(cycle), kind: cycle.kind, act: TALLY, cycle: cycle.id, subject }];
  });
}
