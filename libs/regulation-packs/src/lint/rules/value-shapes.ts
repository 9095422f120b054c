import { parseDue } from '@huiyin/deadline-rules';
import type { DueDocument } from '@huiyin/regulation-engine';
import { withoutExamples } from '../../cases/case-document.ts';
import { pathBelow } from '../../load/positions.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { all, entries, finding, type LintRule, type LintSubject } from '../lint-subject.ts';
import { unknownName } from '../unknown-name.ts';

/** Names of values that a due is read from, with their paths. */
function* valuesOf(due: DueDocument | undefined, path: string): Generator<readonly [string, string]> {
  if (due === undefined) return;
  if (typeof due === 'string') {
    if (due.startsWith('value:')) yield [due.slice('value:'.length), path];
  } else if ('earliest' in due) for (const [index, member] of due.earliest.entries()) yield* valuesOf(member, `${path}.earliest[${index}]`);
  else if ('is' in due) yield* valuesOf(due.is, `${path}.is`);
}

function* dues(pack: LoadedPack): Generator<readonly [string, string]> {
  for (const [kind, document] of entries(pack.document.kinds)) {
    yield* valuesOf(document.fallback, `kinds.${kind}.fallback`);
    for (const [name, { due, warn, series = [] }] of entries(document.steps)) {
      yield* valuesOf(due, `kinds.${kind}.steps.${name}.due`);
      yield* valuesOf(warn, `kinds.${kind}.steps.${name}.warn`);
      for (const [index, member] of series.entries()) yield* valuesOf(member.due, `kinds.${kind}.steps.${name}.series[${index}].due`);
    }
  }
  for (const [name, { due }] of entries(pack.document.cycles)) yield* valuesOf(due, `cycles.${name}.due`);
}

/** Every `value:x` of a pack, wherever it stands; the order of values among each other is looked at elsewhere. */
function* mentioned(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') for (const [, name] of value.matchAll(/(?<!\w)value:([A-Za-z][A-Za-z0-9]*)/g)) yield [path, name!];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* mentioned(item, pathBelow(path, index));
  else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) if (!['texts', 'cites', 'below', 'above'].includes(key)) yield* mentioned(item, pathBelow(path, key));
}

function isDue(value: unknown): boolean {
  try {
    parseDue(String(value));
    return true;
  } catch {
    return false;
  }
}

function named(subject: LintSubject, pack: LoadedPack): readonly PackProblem[] {
  const known = new Map([...all(subject)].reverse().flatMap(({ document }) => entries(document.values)).map(([name, { is }]) => [name, is] as const));
  for (const [name, { is }] of entries(pack.document.values)) known.set(name, is);
  const unknown = [...mentioned(withoutExamples(pack.document), '')].filter(([, name]) => !known.has(name)).map(([path, name]) => unknownName(pack, path, 'unknownName', `no value ${name}`, name, known.keys()));
  return [...unknown, ...[...dues(pack)].flatMap(([name, path]) => {
    const is = known.get(name);
    // What begins like a duration and is none is told at the value.
    return !known.has(name) || isDue(is) || /^P[\dT]/.test(String(is)) ? [] : [{ ...finding(pack, path, 'notADue', `value ${name} says no due: a duration (PT30M, P3D, P5WD), a time of day, a day of a period`), found: String(is) }];
  })];
}

/** A date that a value or a cell gives is one. */
function dates(pack: LoadedPack): readonly PackProblem[] {
  return entries(pack.document.values).flatMap(([name, { is }]) => {
    if (typeof is !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(is)) return [];
    const date = new Date(`${is}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(is) ? [] : [{ ...finding(pack, `values.${name}.is`, 'noSuchDate', 'there is no such day'), found: is }];
  });
}

/** What a due is read from is there and says a due; a date is one. */
export const valueShapes: LintRule = (subject) => subject.packs.flatMap((pack) => [...named(subject, pack), ...dates(pack)]);
