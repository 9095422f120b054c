import type { CompiledPersons, PersonEntry } from '../compile/compiled-item.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { permitted } from '../decide/check-actor.ts';
import type { Matter } from '../matter/matter.ts';
import type { Directory } from '../matter/person.ts';
import { customersOf } from '../parties/resolve-persons.ts';
import { kindOfMatter } from '../run/kind-of.ts';

/**
 * Reader tokens of a matter, for an index: `role:<role>` (with `@<place>` where the post names one), `person:<id>`, `customer:<id>`.
 * Every staff role named in the kind's acts (of those that only look, `read`), steps and owner; every person involved; the customer it is about.
 */
export function readersOf(policy: CompiledPolicy, matter: Matter, directory: Directory): readonly string[] {
  const kind = kindOfMatter(policy, matter);
  const named: readonly CompiledPersons[] = [...[...kind.acts.values()].filter((act) => !act.access || act.name === 'read').flatMap((act) => [...permitted(act)]), ...[...kind.steps.values()].flatMap((step) => (step.who ? [step.who] : [])), ...kind.owner.map((row) => row.is)];
  const roles = named.flatMap(({ entries }) => entries.flatMap(rolesOf));
  const involved = [
    matter.owner, matter.firstContact, matter.openedBy, ...matter.steps.flatMap(({ who }) => who), ...Object.values(matter.did).map(({ by }) => by),
    ...[...kind.fields.values()].filter((field) => field.type === 'person').map((field) => matter.facts[field.name]),
  ].filter((id): id is string => typeof id === 'string' && directory.person(id) !== undefined);
  return [...new Set([...roles, ...involved.map((id) => `person:${id}`), ...customersOf(matter).map((id) => `customer:${id}`)])].sort();
}

function rolesOf(entry: PersonEntry): readonly string[] {
  if (entry.type === 'builtin') return entry.name === 'anyone' ? ['role:staff'] : [];
  if (entry.type !== 'party') return [];
  const { roles, place } = entry.party;
  const suffix = place && 'literal' in place ? `@${place.literal}` : '';
  return roles.map((role) => (role === 'anyone' ? 'role:staff' : `role:${role}${suffix}`));
}
