import type { TableDocument } from '@huiyin/regulation-engine';
import { effectiveKinds, type EffectiveKind, type Placed } from '../effective-kind.ts';
import { finding, type LintRule, type LintSubject } from '../lint-subject.ts';
import { isComparison, operands, testOf, weigh, type Figure } from '../table-cells.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { kindNames } from './states.ts';

/** More combinations than this are not looked through. */
const most = 50_000;

type Table = Placed<TableDocument> & { readonly name: string };

/** Values that stand for every value an input can have: the options of a choice, both truth values, or a point between any two figures. */
function samples(kind: EffectiveKind, table: Table, input: string, figure: Figure): readonly unknown[] {
  const source = table.document.in?.[input] ?? '';
  const field = /^matter\.([A-Za-z][A-Za-z0-9]*)$/.exec(source)?.[1];
  const declared = field === undefined ? [] : (kind.fields.get(field) ?? []);
  const options = declared.flatMap(({ document }) => document.choice ?? []).map((option) => (typeof option === 'string' ? option : option.is));
  if (options.length > 0) return [...new Set(options)];
  if (declared.some(({ document }) => document.type === 'bool')) return [true, false];

  const cells = table.document.rows.map((row) => row[input]);
  const named = [...new Set(cells.flatMap((cell) => operands(cell, figure)))];
  if (named.every((value) => typeof value === 'boolean')) return [true, false];
  const sizes = [...new Set(named.map(weigh))].filter((size): size is number => typeof size === 'number').sort((one, other) => one - other);
  if (cells.some((cell) => isComparison(cell)) || sizes.length === named.length) {
    const between = sizes.slice(1).map((size, index) => (size + (sizes[index] ?? size)) / 2);
    return sizes.length === 0 ? [0] : [(sizes[0] ?? 0) - 1, ...sizes, ...between, (sizes.at(-1) ?? 0) + 1];
  }
  return [...named, '\u0000any other'];
}

function* combinations(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...rest] = lists;
  if (first === undefined) return yield [];
  for (const value of first) for (const others of combinations(rest)) yield [value, ...others];
}

const spoken = (inputs: readonly string[], point: readonly unknown[]): string =>
  inputs.map((input, index) => `${input} = ${String(point[index]).replace('\u0000', '')}`).join(', ') || 'no inputs';

function problemsOf(kind: EffectiveKind, table: Table, figure: Figure): readonly PackProblem[] {
  const { document, part, path } = table;
  const inputs = Object.keys(document.in ?? {});
  const report = (row: number | undefined, code: string, message: string, severity: 'error' | 'warning' = 'error'): PackProblem =>
    finding(part.pack, row === undefined ? path : `${path}.rows[${row}]`, code, message, severity);
  const lists = inputs.map((input) => samples(kind, table, input, figure));
  if (lists.reduce((product, list) => product * list.length, 1) > most) return [report(undefined, 'tableTooLarge', `more than ${most} combinations of inputs`)];

  const rows = document.rows.map((row) => inputs.map((input) => testOf(row[input], figure)));
  const fired = new Set<number>();
  const gaps: string[] = [];
  const overlaps = new Map<string, string>();
  for (const point of combinations(lists)) {
    const matching = rows.flatMap((tests, index) => (tests.every((test, at) => test(point[at])) ? [index] : []));
    if (matching.length === 0) gaps.push(spoken(inputs, point));
    if ((document.policy ?? 'unique') === 'unique' && matching.length > 1) overlaps.set(matching.map((row) => row + 1).join(' and '), spoken(inputs, point));
    for (const row of document.policy === 'first' ? matching.slice(0, 1) : matching) fired.add(row);
  }
  const excused = document.never !== undefined;
  return [
    ...(gaps.length > 0 && document.policy !== 'collect' ? [report(undefined, 'tableGap', `no row for ${gaps.slice(0, 3).join('; or ')}${gaps.length > 3 ? ` and ${gaps.length - 3} more` : ''}`, excused ? 'warning' : 'error')] : []),
    ...[...overlaps].map(([which, point]) => report(undefined, 'tableOverlap', `rows ${which} both hold for ${point}`)),
    ...document.rows.flatMap((_row, index) => (fired.has(index) ? [] : [report(index, 'rowUnreachable', 'no input reaches this row')])),
  ];
}

function figureOf(subject: LintSubject, table: Table): Figure {
  const packs = [table.part.pack, ...subject.cores, ...subject.packs];
  return (name) => packs.find((pack) => pack.document.values?.[name] !== undefined)?.document.values?.[name]?.is;
}

/** Decision tables leave no gap, do not overlap, and have no row that nothing reaches; the operator's figures are in. */
export const tables: LintRule = (subject) =>
  kindNames(subject).flatMap((name) => effectiveKinds(subject, name).flatMap((kind) => kind.tables.flatMap((table) => problemsOf(kind, table, figureOf(subject, table)))));
