import { zonedText } from '@huiyin/deadline-rules';
import type { Directory, Person } from '../matter/person.ts';

/** Joined, not left, and not within an absence. Instants compare as texts (RFC 3339 UTC). */
export function isPresent(person: Person, at: string): boolean {
  return isEmployed(person, at) && !absenceAt(person, at);
}

export function isEmployed(person: Person, at: string): boolean {
  return !(person.joined !== undefined && at < person.joined) && !(person.left !== undefined && at >= person.left);
}

/** Employed at some time from one instant up to another. */
export function isPresentAtAll(person: Person, from: string, to: string): boolean {
  return !(person.joined !== undefined && person.joined >= to) && !(person.left !== undefined && person.left <= from);
}

/** Within his shift? Without one: always. A shift whose end is not after its start runs over midnight. */
export function isOnDuty(person: Person, at: string, zone: string): boolean {
  if (!isPresent(person, at)) return false;
  if (!person.shift) return true;
  const time = zonedText(at, zone).slice(11, 16);
  return person.shift.split(',').some((interval) => {
    const [from, to] = interval.trim().split('-') as [string, string];
    return from < to ? time >= from && time < to : time >= from || time < to;
  });
}

/** Who stands in for somebody absent or gone: the deputy, else the superior; again if he is absent himself. */
export function standInFor(person: Person, at: string, directory: Directory): Person | undefined {
  const seen = new Set<string>([person.id]);
  let absent = person;
  for (;;) {
    const next = [absenceAt(absent, at)?.deputy, absent.superior].map((id) => (id === undefined ? undefined : directory.person(id))).find((candidate) => candidate && !seen.has(candidate.id));
    if (!next) return undefined;
    if (isPresent(next, at)) return next;
    seen.add(next.id);
    absent = next;
  }
}

function absenceAt(person: Person, at: string): NonNullable<Person['absences']>[number] | undefined {
  return person.absences?.find(({ from, to }) => at >= from && at < to);
}
