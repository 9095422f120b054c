import type { EngineEvent, MatterChange } from '../matter/event.ts';
import type { Done, FactMap, FactValue, Matter } from '../matter/matter.ts';

/**
 * Folds one event into its matter. Knows no policy, so old events replay for ever: everything the engine concluded is in the event.
 * Throws where the first event does not create, or an event is out of order.
 */
export function evolve(matter: Matter | undefined, event: EngineEvent): Matter {
  const before = matter ?? blank(event);
  if (event.seq !== before.seq + 1) throw new Error(`event ${event.seq} does not follow ${before.seq} of ${event.kind} ${before.id}`);
  return changed(before, event.change, event.seq);
}

/** The matter after a change, its sequence untouched. */
export function applyChange(matter: Matter, change: MatterChange): Matter {
  return changed(matter, change, matter.seq);
}

function changed(matter: Matter, change: MatterChange, seq: number): Matter {
  const next: { -readonly [K in keyof Matter]: Matter[K] } = { ...matter, seq };
  if (change.policy !== undefined) next.policy = change.policy;
  if (change.number !== undefined) next.number = change.number;
  if (change.state !== undefined) next.state = change.state;
  if (change.final !== undefined) next.final = change.final;
  if (change.set) next.facts = withFacts(matter.facts, change.set);
  if (change.reasons) next.reasons = { ...matter.reasons, ...change.reasons };
  if (change.links) next.links = { ...matter.links, ...change.links };
  if (change.steps) next.steps = withChanged(matter.steps, change.steps);
  if (change.did) next.did = { ...matter.did, [change.did.act]: doneAgain(matter.did[change.did.act], change.did) };
  if (change.signature) next.signatures = [...matter.signatures, change.signature];
  if (change.entries) next.entries = [...matter.entries, ...change.entries];
  if (change.told) next.told = [...matter.told, ...change.told];
  if (change.sealed) next.sealed = { ...matter.sealed, ...change.sealed };
  if (change.flags) next.flags = withFlags(matter.flags, change.flags);
  if (change.permits) next.permits = withChanged(matter.permits ?? [], change.permits);
  if (change.follows) next.follows = withChanged(matter.follows ?? [], change.follows);
  if (change.asked) next.asked = { ...matter.asked, ...change.asked };
  if (change.owner !== undefined) assign(next, 'owner', change.owner);
  if (change.waitsFor !== undefined) assign(next, 'waitsFor', change.waitsFor);
  return next;
}

/** A matter before its first event. */
export function blankMatter(id: string, tenant: string, kind: string, service: string, policy: string, at: string, by: string): Matter {
  return {
    id, tenant, kind, service, record: false, policy, seq: 0, state: 'new', final: false, facts: {}, reasons: {}, links: {}, steps: [], did: {},
    signatures: [], entries: [], told: [], openedAt: at, openedBy: by, sealed: {}, flags: {},
  };
}

function blank(event: EngineEvent): Matter {
  const { created } = event.change;
  if (!created) throw new Error(`the first event of a ${event.kind} must create it, not ${event.type}`);
  return {
    ...blankMatter(created.id, created.tenant, event.kind, created.service, event.policy, created.openedAt, created.openedBy),
    record: created.record,
    ...(created.countsAt !== undefined && { countsAt: created.countsAt }),
    ...(created.firstContact !== undefined && { firstContact: created.firstContact }),
    ...(created.governor !== undefined && { governor: created.governor }),
  };
}

/** Null takes a fact away: absent is absent. */
function withFacts(facts: FactMap, set: FactMap): FactMap {
  const next: Record<string, FactValue> = { ...facts };
  for (const [name, value] of Object.entries(set)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

/** Changed members take their place by id, new ones the end. */
function withChanged<T extends { readonly id: string }>(members: readonly T[], changed: readonly T[]): readonly T[] {
  const next = [...members];
  for (const member of changed) {
    const index = next.findIndex(({ id }) => id === member.id);
    if (index < 0) next.push(member);
    else next[index] = member;
  }
  return next;
}

function withFlags(flags: Matter['flags'], changed: Matter['flags']): Matter['flags'] {
  return Object.fromEntries(Object.entries({ ...flags, ...changed }).filter(([, held]) => held));
}

function doneAgain(before: Done | undefined, did: NonNullable<MatterChange['did']>): Done {
  return { by: did.by, at: did.at, times: (before?.times ?? 0) + 1, ...(did.countsAt !== undefined && { countsAt: did.countsAt }), ...(did.for && { for: did.for }) };
}

function assign(matter: { owner?: string; waitsFor?: string }, part: 'owner' | 'waitsFor', value: string | null): void {
  if (value === null) delete matter[part];
  else matter[part] = value;
}
