import { magnitude } from '../cel/magnitudes.ts';
import { fractionOf } from '../figures/fraction-of.ts';
import { timeOfDay } from '../figures/time-of-day.ts';
import type { FactValue } from '../matter/matter.ts';
import type { CompiledRow } from './compiled-kind.ts';

type Cell = CompiledRow['cells'][number];
type Figure = (name: string) => FactValue;

const COMPARISON = /^(>=|<=|>|<|==|!=)\s*(.+)$/;
const QUOTED = /^'([^']*)'$|^"([^"]*)"$/;

/** A cell: literal, list (any of), comparison, `value:x`, `-`. An absent input matches only `-`. */
export function compileCell(input: string, cell: FactValue): readonly Cell[] {
  if (cell === '-') return [];
  const test = testOf(cell);
  return [{ input, source: JSON.stringify(cell), matches: (value, figure) => value !== null && test(value, figure) }];
}

function testOf(cell: FactValue): (value: FactValue, figure: Figure) => boolean {
  if (Array.isArray(cell)) {
    const tests = cell.map(testOf);
    return (value, figure) => tests.some((test) => test(value, figure));
  }
  if (typeof cell !== 'string') return (value) => value === cell;
  const comparison = COMPARISON.exec(cell) as unknown as [string, string, string] | null;
  const right = operand(comparison ? comparison[2] : cell);
  if (!comparison) return (value, figure) => equal(value, right(figure));
  return (value, figure) => compare(comparison[1], value, right(figure));
}

/** What a cell compares with: read once where it is written out, asked for where it is a figure of the pack. */
function operand(text: string): (figure: Figure) => FactValue {
  const trimmed = text.trim();
  if (!QUOTED.test(trimmed) && trimmed.startsWith('value:')) return (figure) => figure(trimmed.slice('value:'.length));
  const literal = literalOf(trimmed);
  return () => literal;
}

function literalOf(text: string): FactValue {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function compare(operator: string, left: FactValue, right: FactValue): boolean {
  if (operator === '==') return equal(left, right);
  if (operator === '!=') return !equal(left, right);
  const [a, b] = ordered(left, right);
  switch (operator) {
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a < b;
  }
}

/** A percentage is written `35%` and kept as a fraction; a time of day may be written with seconds. */
function equal(left: FactValue, right: FactValue): boolean {
  return left === right || (typeof right === 'string' && (typeof left === 'number' ? fractionOf(right) === left : typeof left === 'string' && timeOfDay(right) === left));
}

/** Instants and dates compare as texts, figures and durations by magnitude. */
function ordered(left: FactValue, right: FactValue): [bigint | number | string, bigint | number | string] {
  if (typeof left === 'string' && typeof right === 'string' && /^\d{4}-\d{2}-\d{2}/.test(left)) return [left, right];
  return [magnitude(left), magnitude(right)];
}
