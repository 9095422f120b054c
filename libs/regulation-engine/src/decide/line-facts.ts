import type { CompiledField } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';

/** The line of that key, without what is not there: a missing one is empty. */
export function lineOf(facts: FactMap, field: string, key: string, keyField: string | undefined): FactMap {
  const found = linesOf(facts, field).find((line) => keyField !== undefined && line[keyField] === key);
  return found ?? (keyField === undefined ? {} : { [keyField]: key });
}

/** The lines with one changed, or added at the end. */
export function withLine(facts: FactMap, field: CompiledField, key: string, set: FactMap): FactMap {
  const keyField = field.lineKey!;
  const lines = linesOf(facts, field.name);
  const line = Object.fromEntries(Object.entries({ ...lineOf(facts, field.name, key, keyField), ...set, [keyField]: key }).filter(([, value]) => value !== null));
  const known = lines.some((entry) => entry[keyField] === key);
  return { [field.name]: (known ? lines.map((entry) => (entry[keyField] === key ? line : entry)) : [...lines, line]) as FactValue };
}

/** The lines of a field; none where there is nothing. */
export function linesOf(facts: FactMap, field: string): readonly FactMap[] {
  const lines = facts[field];
  return Array.isArray(lines) ? (lines as readonly FactMap[]) : [];
}
