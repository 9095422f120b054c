import type { CompiledAct, CompiledField, LineTakes } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import { checkField } from './check-field.ts';
import { checkGiven } from './check-given.ts';
import type { Giving } from './check-given.ts';
import { linesOf } from './line-facts.ts';
import { refusal } from './refusals.ts';

export interface CheckedLines {
  /** The lines with what passed, defaults and stamps; undefined: they are no lines with keys of their own. */
  readonly value?: readonly FactMap[];
  readonly refusals: readonly Refusal[];
  readonly incomplete: readonly Refusal[];
}

/**
 * Checks each line of a list that an act was given whole, as an act on that line would: what its fields demand holds there too. Refusals
 * name `contacts/<key>.phone`. What the act does not take of a line stays as it was; the caller may repeat it, not change it.
 */
export function checkLines(giving: Giving, act: CompiledAct, field: CompiledField, given: FactValue, before: FactMap): CheckedLines {
  const lines = linesIn(given, field.lineKey);
  if (!lines) return { refusals: [], incomplete: [] };
  const known = linesOf(before, field.name);
  const checked = lines.map((line, index) => checkLine(giving, act, field, line, known.find((each) => isSame(each, line, field)) ?? {}, nameOf(field, line, index)));
  return { value: checked.map(({ line }) => line), refusals: checked.flatMap(({ refusals }) => refusals), incomplete: checked.flatMap(({ incomplete }) => incomplete) };
}

/** What an act demands of lines that it was not given: each of them has it already, or the act is refused. */
export function missingOfLines(act: CompiledAct, fields: ReadonlyMap<string, CompiledField>, given: FactMap, before: FactMap): readonly { readonly list: string; readonly refusal: Refusal }[] {
  return [...act.lines].filter(([list]) => !(list in given)).flatMap(([list, { requires }]) => {
    const field = fields.get(list)!;
    return linesOf(before, list).flatMap((line, index) => [...requires].filter((part) => (line[part] ?? null) === null).map((part) => {
      const cited = field.lineFields?.get(part)?.requiredIn.get(act.name) ?? field.citation;
      return { list, refusal: refusal('form', 'required', cited, { field: part, act: act.name }, `${nameOf(field, line, index)}.${part}`) };
    }));
  });
}

function checkLine(giving: Giving, act: CompiledAct, field: CompiledField, given: FactMap, before: FactMap, name: string): { readonly line: FactMap; readonly refusals: readonly Refusal[]; readonly incomplete: readonly Refusal[] } {
  const part = act.lines.get(field.name)!;
  const key = field.lineKey !== undefined && !part.takes.has(field.lineKey) ? { [field.lineKey]: given[field.lineKey]! } : {};
  const kept = Object.fromEntries(Object.entries(before).filter(([sub]) => isKept(part, sub)));
  const told = Object.entries(given).filter(([sub, value]) => !(sub in key) && !(isKept(part, sub) && JSON.stringify(value) === JSON.stringify(before[sub])));
  const { session, scope, at, bySystem } = giving;
  const { input, invalid, incomplete } = checkGiven(giving, { ...part, name: act.name, citation: act.citation }, Object.fromEntries(told), kept, (sub, value) => checkField(session, scope, sub, value, at, bySystem));
  const line = Object.fromEntries(Object.entries({ ...key, ...kept, ...input }).filter(([, value]) => value !== null));
  const placed = (refusals: readonly Refusal[]): readonly Refusal[] => refusals.map((each) => ({ ...each, ...(each.field !== undefined && { field: `${name}.${each.field}` }) }));
  return { line, refusals: placed(invalid), incomplete: placed(incomplete) };
}

/** Not of this act, or stamped: it stays with the line. */
function isKept({ takes, requires }: LineTakes, sub: string): boolean {
  const field = takes.get(sub);
  return field === undefined || (field.stamped && requires.has(sub));
}

/** Objects, each with a key of its own where the lines have one. */
function linesIn(given: FactValue, key: string | undefined): readonly FactMap[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const lines = given as readonly FactValue[];
  if (lines.some((line) => typeof line !== 'object' || line === null || Array.isArray(line))) return undefined;
  if (key === undefined) return lines as readonly FactMap[];
  const keys = (lines as readonly FactMap[]).map((line) => line[key]);
  return keys.every((each) => typeof each === 'string' && each !== '') && new Set(keys).size === keys.length ? (lines as readonly FactMap[]) : undefined;
}

function isSame(known: FactMap, line: FactMap, { lineKey }: CompiledField): boolean {
  return lineKey !== undefined && known[lineKey] === line[lineKey];
}

function nameOf({ name, lineKey }: CompiledField, line: FactMap, index: number): string {
  return `${name}/${lineKey === undefined ? index : String(line[lineKey])}`;
}
