import { plain } from '../cel/plain.ts';
import type { CompiledQuery } from '../compile/compiled-query.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';

const keys = new WeakMap<object, string>();

/** Remembers what tells an entry of a list apart from the others, for as long as the entry is in scope. */
export function keyed<T extends object>(entry: T, key: FactValue | undefined): T {
  if (key !== null && key !== undefined) keys.set(entry, textOf(key));
  return entry;
}

/** What tells an entry of `each` apart: the declared key of lines, the id of a row or matter, the value itself; undefined: nothing but its place. */
export function keyOfEntry(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return entry === null ? undefined : textOf(plain(entry));
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const value = plain(entry);
  if (typeof value !== 'object' || value === null) return value === null ? undefined : textOf(value);
  const id = Array.isArray(value) ? undefined : (value as FactMap)['id'];
  return typeof id === 'string' ? id : undefined;
}

/** What tells the rows of an answer apart: their group, their matter with the line's key or the step's run, else their id. */
export function rowKey({ per, source }: Pick<CompiledQuery, 'per' | 'source'>, lineKey: string | undefined): (row: FactMap) => FactValue | undefined {
  if (per.length === 1) return (row) => row[per[0]!.name];
  if (per.length > 1) return (row) => JSON.stringify(per.map(({ name }) => row[name] ?? null));
  if (source.type === 'lines') return (row) => (lineKey === undefined ? undefined : joined(row, ['matter', lineKey]));
  if (source.type === 'steps') return (row) => joined(row, ['matter', 'name', 'line', 'member', 'startedAt', 'doneAt']);
  return (row) => row['id'];
}

function joined(row: FactMap, names: readonly string[]): string {
  return names.flatMap((name) => row[name] ?? []).join(':');
}

function textOf(value: FactValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
