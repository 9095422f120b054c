import { kebab } from '../compile/names.ts';
import type { Directory, Person } from '../matter/person.ts';
import { isEmployed, isPresent } from './presence.ts';

/**
 * Who cares where a post is empty and nobody is known: a department's manager (of that department before others), else an administrator of the
 * operator, else anybody employed. Present before away, then by id, so that every service finds the same one. Undefined: nobody is employed.
 */
export function lastResort(directory: Directory, at: string, department: string | undefined): string | undefined {
  const rank = (person: Person): string => {
    const roles = person.roles.map(kebab);
    const post = roles.includes('department-manager') ? (department !== undefined && person.department === department ? 0 : 1) : roles.includes('operator-admin') ? 2 : 3;
    return `${post}${isPresent(person, at) ? 0 : 1}${person.id}`;
  };
  const employed = directory.all().filter((person) => isEmployed(person, at));
  return employed.reduce<Person | undefined>((best, person) => (best && rank(best) <= rank(person) ? best : person), undefined)?.id;
}
