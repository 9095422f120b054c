import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { EngineEvent } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import { append } from '../react/append.ts';
import { head, headWouldChange } from '../react/head.ts';
import { raise } from '../react/raise.ts';
import { refusedElsewhere } from '../react/refused-elsewhere.ts';
import { linksTo } from '../react/reassigned.ts';
import { settle } from '../settle/settle.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Facts, Outcome } from './outcome.ts';
import { owed } from './owed.ts';
import { allowed } from './perform.ts';
import { SYSTEM, Session } from './session.ts';

/** What a host calls when `nextAlarmAt` is reached: settles what ran out. Too early, it changes nothing. */
export function alarm(policy: CompiledPolicy, matter: Matter, facts: Facts, now: string): Outcome {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'timer');
  settle(session, now);
  return allowed(session);
}

/** Facts that a linked matter's event changed: `order.level`, of a variant also by the name of its core kind. */
function changedBy(policy: CompiledPolicy, { kind, change }: EngineEvent): readonly string[] {
  const is = policy.kinds.get(kind)?.plain.is;
  return Object.keys(change.set ?? {}).flatMap((fact) => [`${kind}.${fact}`, ...(is === undefined ? [] : [`${is}.${fact}`])]);
}

/**
 * Reacts to an event of a linked matter (by one `ref`, either way): `source` is that matter after its event.
 * Derived facts, conditions, steps and effects that name it are looked at again; where nothing follows, there is no event.
 */
export function observe(policy: CompiledPolicy, matter: Matter, event: EngineEvent, source: Matter, facts: Facts, now: string): Outcome {
  const known: Facts = {
    directory: facts.directory,
    matter: (id) => (id === source.id ? source : facts.matter(id)),
    ...(facts.queries && { queries: facts.queries }),
    ...(facts.closedUntil && { closedUntil: (ledger: string) => facts.closedUntil!(ledger) }),
    ...(facts.load && { load: (person: string) => facts.load!(person) }),
  };
  const session = new Session(policy, kindOfMatter(policy, matter), matter, known, 'timer');
  settle(session, now);
  if (!session.matter.final || session.matter.asked?.[source.id] || refusedElsewhere(session.kind, session.matter, event.type, event.data)) {
    const first = session.events.length;
    if (event.countsAt !== undefined) session.countsAt = event.countsAt;
    const counted = event.countsAt === undefined ? {} : { countsAt: event.countsAt };
    const heard = { type: event.type, kind: event.kind, at: event.at, ...counted, by: event.by.id, changed: changedBy(policy, event), source, ...(event.data && { data: event.data }) };
    const waiting = session.matter.waitsFor === source.id && source.final;
    const fields = linksTo(session, source.id);
    const [field] = fields;
    const changed = {
      type: `${session.kind.name}.linkChanged`, at: now, by: SYSTEM, change: {},
      data: { event: event.type, source: source.id, ...(field !== undefined && { link: field }) },
    };
    raise(session, { ...changed, heard }, !(waiting || headWouldChange(session, now, new Set(fields))));
    owed(session, now);
    // An own act that was refused must be told by some event, also where nothing else followed.
    if (session.events.length === first && session.aftermath.length > 0) append(session, changed, {}, []);
    head(session, now, first, false);
    delete session.countsAt;
    settle(session, now);
  }
  return allowed(session);
}
