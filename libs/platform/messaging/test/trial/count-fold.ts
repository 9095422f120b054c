import type { EngineEvent, Matter } from '@huiyin/regulation-engine';

/** A fold for tests that needs no policy: sets facts, counts events, refuses nothing. */
export function countFold(matter: Matter | undefined, event: EngineEvent): Matter {
  const { created, set } = event.change;
  const base = matter ?? {
    id: created?.id ?? '', tenant: created?.tenant ?? '', kind: event.kind, service: created?.service ?? '', record: false, policy: event.policy, seq: 0, state: 'open', final: false,
    facts: {}, reasons: {}, links: {}, flags: {}, steps: [], did: {}, signatures: [], entries: [], told: [], openedAt: event.at, openedBy: event.by.id, sealed: {},
  };
  return { ...base, seq: base.seq + 1, facts: { ...base.facts, ...set } };
}
