import type { CompiledPersons, PersonEntry } from '../compile/compiled-item.ts';
import type { Actor, OnBehalfOf, Person } from '../matter/person.ts';
import { holdsPost } from './holds-post.ts';
import { isEmployed, isPresent, standInFor } from './presence.ts';
import { customersOf, everyone } from './resolve-persons.ts';
import type { PeopleContext } from './resolve-persons.ts';

export type Permission = 'allowed' | 'notAllowed' | 'evidenceRequired' | 'wrongCustomer';

/**
 * May this actor do what these persons may? A stand-in may what the absent one may. What a customer may, staff may record for him
 * with `onBehalfOf` and evidence. `nobody` and `system` never include anybody.
 */
export function mayAct(persons: CompiledPersons, actor: Actor, behalf: OnBehalfOf | undefined, context: PeopleContext): Permission {
  const excluded = new Set(persons.excludes.flatMap((entry) => everyone({ entries: [entry], names: [], excludes: [] }, context)));
  if (excluded.has(actor.id)) return 'notAllowed';
  let refusal: Permission = 'notAllowed';
  for (const entry of persons.entries) {
    const permission = isCustomer(entry) ? customerMay(actor, behalf, context) : staffMay(entry, actor, context);
    if (permission === 'allowed') return permission;
    if (permission !== 'notAllowed') refusal = permission;
  }
  return refusal;
}

function isCustomer(entry: PersonEntry): boolean {
  return entry.type === 'builtin' && entry.name === 'customer';
}

function customerMay(actor: Actor, behalf: OnBehalfOf | undefined, context: PeopleContext): Permission {
  const customers = context.matter ? customersOf(context.matter) : [];
  if (actor.kind === 'customer') return customers.some((id) => id === actor.id || context.linked?.(id)?.facts['account'] === actor.id) ? 'allowed' : 'notAllowed';
  if (actor.kind === 'system' || behalf?.kind !== 'customer') return 'notAllowed';
  if (!customers.includes(behalf.id)) return 'wrongCustomer';
  return behalf.evidence ? 'allowed' : 'evidenceRequired';
}

function staffMay(entry: PersonEntry, actor: Actor, context: PeopleContext): Permission {
  if (actor.kind === 'customer' || actor.kind === 'system') return 'notAllowed';
  const person = context.directory.person(actor.id) ?? personOf(actor);
  if (!isEmployed(person, context.at)) return 'notAllowed';
  if (entry.type === 'party' && holdsPost(person, entry.party, context.scope)) return 'allowed';
  if (entry.type === 'builtin' && entry.name === 'anyone') return 'allowed';
  const named = everyone({ entries: [entry], names: [], excludes: [] }, context);
  if (named.includes(actor.id)) return 'allowed';
  return named.some((id) => standsIn(actor.id, id, context)) ? 'allowed' : 'notAllowed';
}

function standsIn(actor: string, id: string, context: PeopleContext): boolean {
  const absent = context.directory.person(id);
  return absent !== undefined && !isPresent(absent, context.at) && standInFor(absent, context.at, context.directory)?.id === actor;
}

/** An API client is no member of the directory: its roles are its own. */
function personOf(actor: Actor): Person {
  return { id: actor.id, name: actor.name, roles: actor.roles };
}
