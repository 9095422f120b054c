import type { EvaluationScope } from '../cel/expression.ts';
import type { CompiledParty } from '../compile/compiled-item.ts';
import { kebab } from '../compile/names.ts';
import type { Directory, Person } from '../matter/person.ts';

const HUMP = /[A-Z]/;

/** Does this person hold the post? Its place is read from the matter where it is a path. */
export function holdsPost(person: Person, party: CompiledParty, scope: EvaluationScope): boolean {
  return (isForEverybody(party) || person.roles.some((role) => party.roles.includes(role) || (HUMP.test(role) && party.roles.includes(kebab(role))))) && suits(person, party, scope);
}

/** Everyone there who holds the post, in the directory's order. */
export function holdersOf(party: CompiledParty, directory: Directory, isThere: (person: Person) => boolean, scope: EvaluationScope): readonly Person[] {
  if (!directory.inRoles || isForEverybody(party)) return directory.all().filter((person) => isThere(person) && holdsPost(person, party, scope));
  return directory.inRoles(party.roles).filter((person) => isThere(person) && suits(person, party, scope));
}

function isForEverybody({ roles }: CompiledParty): boolean {
  return roles.includes('anyone') || roles.includes('staff');
}

/** What a post asks for besides its role. */
function suits(person: Person, party: CompiledParty, scope: EvaluationScope): boolean {
  if (party.rank !== undefined && (person.rank ?? 0) < party.rank) return false;
  if (party.qualified !== undefined && !person.qualifications?.some((qualification) => qualification === party.qualified || kebab(qualification) === party.qualified)) return false;
  return party.place === undefined || placesOf(party.place, scope).some((place) => isAt(person, place));
}

function placesOf(place: NonNullable<CompiledParty['place']>, scope: EvaluationScope): readonly string[] {
  const value = 'literal' in place ? place.literal : place.expression.evaluate(scope);
  return (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string');
}

/** A place is a location, a department or a team. */
function isAt(person: Person, place: string): boolean {
  return person.place === place || person.department === place || (person.teams?.includes(place) ?? false) || (person.leads?.includes(place) ?? false);
}
