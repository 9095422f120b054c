import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { Directory } from '../matter/person.ts';
import { expressed } from '../scope/expressed.ts';

/** The core kind that keeps a count that has reached its figure: whose, in which window, by which item. What follows is its reaction. */
export const THRESHOLD = 'threshold';
export const REACH = 'reach';
export const REACHED = `${THRESHOLD}.${REACH}`;

/** A group's key as lines of a fact: one per name, by the type of what it holds; absent: nothing. */
export function keyLines(key: FactMap): readonly FactMap[] {
  return Object.entries(key).map(([name, value]): FactMap => {
    if (typeof value === 'string') return { name, text: value };
    if (typeof value === 'number') return { name, number: value };
    return typeof value === 'boolean' ? { name, flag: value } : { name };
  });
}

/** What expressions read as `key` in everything that follows a threshold; undefined: the matter is none. */
export function keyOfThreshold({ kind, facts }: Matter): Readonly<Record<string, unknown>> | undefined {
  if (kind !== THRESHOLD) return undefined;
  const lines = Array.isArray(facts['key']) ? (facts['key'] as readonly FactMap[]) : [];
  return Object.fromEntries(lines.map(({ name, text, number, flag }): [string, unknown] => [String(name), expressed(text ?? number ?? flag ?? null)]));
}

/** Whom the count is about: the key's `person`, else the first of its members who is one of the staff. */
export function personOfKey(key: FactMap, directory: Directory): string | undefined {
  const isStaff = (value: FactValue | undefined): value is string => typeof value === 'string' && directory.person(value) !== undefined;
  return [key['person'], ...Object.values(key)].find(isStaff);
}
