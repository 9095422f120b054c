import { directoryOf } from '@huiyin/regulation-engine';
import type { Actor, Directory, Person } from '@huiyin/regulation-engine';
import type { EvaluatedActor } from './evaluate-policy.body.ts';

const SOMEBODY = 'somebody';

/** Who would act, as the engine sees him; left out: somebody without any role. */
export function actorOf(given: EvaluatedActor | undefined): { readonly actor: Actor; readonly person?: Person } {
  const { role, roles = [], id, ...known } = given ?? {};
  const all = role === undefined || roles.includes(role) ? roles : [role, ...roles];
  const name = all[0] ?? SOMEBODY;
  const own = id ?? `${SOMEBODY}:${all.join(',')}`;
  if (all.includes('system')) return { actor: { id: 'system', kind: 'system', name: 'system', roles: ['system'] } };
  if (all.includes('customer')) return { actor: { id: own, kind: 'customer', name, roles: ['customer'] } };
  return { actor: { id: own, kind: 'staff', name, roles: all }, person: { id: own, name, roles: all, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) } };
}

/** The operator's staff, and those who are supposed beside them. */
export function directoryWith(staff: readonly Person[], supposed: readonly Person[]): Directory {
  const people = new Map([...staff, ...supposed].map((person) => [person.id, person]));
  return directoryOf([...people.values()].sort((one, other) => (one.id < other.id ? -1 : 1)));
}
