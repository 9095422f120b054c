import { kebab } from '../compile/names.ts';
import type { Directory, Person } from '../matter/person.ts';

/** The operator's staff, found by id and by role without looking through everybody. Keeps the order given. */
export function directoryOf(people: Iterable<Person>): Directory {
  const byId = new Map<string, Person>();
  for (const person of people) byId.set(person.id, person);
  const all = [...byId.values()];
  const byRole = new Map<string, Set<Person>>();
  for (const person of all) {
    for (const role of person.roles.flatMap((name) => [name, kebab(name)])) {
      const holders = byRole.get(role);
      if (holders) holders.add(person);
      else byRole.set(role, new Set([person]));
    }
  }
  const lists: ReadonlyMap<string, readonly Person[]> = new Map([...byRole].map(([role, holders]) => [role, [...holders]]));
  return {
    person: (id) => byId.get(id),
    all: () => all,
    inRoles(roles) {
      if (roles.length === 1) return lists.get(roles[0]!) ?? NOBODY;
      const wanted = new Set(roles.flatMap((role) => lists.get(role) ?? NOBODY));
      return wanted.size === 0 ? NOBODY : all.filter((person) => wanted.has(person));
    },
  };
}

const NOBODY: readonly Person[] = [];
