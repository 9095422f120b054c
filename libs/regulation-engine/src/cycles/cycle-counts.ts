import { plain } from '../cel/plain.ts';
import type { CompiledCycle } from '../compile/compile-cycles.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { TALLY } from '../compile/expand/expand-cycles.ts';
import type { EngineEvent } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import { countsAt } from '../react/counts-at.ts';
import type { Facts } from '../run/outcome.ts';
import { kindOfMatter } from '../run/kind-of.ts';
import { Session } from '../run/session.ts';
import { cycleMatterId, hostOf } from './cycle-dues.ts';
import { isOfThePost, postKey } from './cycle-subjects.ts';
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
 * opened kind itself count by themselves. The period is the one that holds the event; what ran out at its exclusive end still belongs to it.
 * Of a post whoever holds it (or stands in) counts for all. Queries that `met` reads must be answered in `facts.queries` (`needsOfCycleCounts`).
 */
export function cycleCounts(policy: CompiledPolicy, event: EngineEvent, source: Matter, facts: Facts): readonly CycleCount[] {
  return [...policy.cycles.values()].flatMap((cycle) => {
    if (!cycle.met?.events.includes(event.type)) return [];
    const at = event.countsAt ?? countsAt(event.type, event.at, source.steps.find(({ id }) => id === event.step));
    const session = new Session(policy, kindOfMatter(policy, source), source, facts, 'act');
    const scope = session.scope(event.at, { matter: source, event: { type: event.type, kind: event.kind, at: event.at, by: event.by.id, countsAt: at }, actor: event.by.id });
    if (cycle.met.if && !cycle.met.if.test(scope)) return [];
    const subject = cycle.met.subject ? plain(cycle.met.subject.evaluate(scope)) : event.by.id;
    if (typeof subject !== 'string') return [];
    const key = keyOf(policy, cycle, subject, facts, event.at);
    if (key === undefined) return [];
    return [{ id: cycleMatterId(cycle, key, periodHolding(cycle, at, policy.calendar)), service: hostOf(cycle), kind: cycle.kind, act: TALLY, cycle: cycle.id, subject }];
  });
}

function keyOf(policy: CompiledPolicy, { subjects }: CompiledCycle, subject: string, facts: Facts, at: string): string | undefined {
  if (!('post' in subjects)) return subject;
  return isOfThePost(policy, subjects.post, subject, facts, at) ? postKey(subjects.post) : undefined;
}
