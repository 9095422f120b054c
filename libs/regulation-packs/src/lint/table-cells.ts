import { magnitude } from './magnitude.ts';

/** A cell as a test over sample values; `-` matches anything. */
export type CellTest = (sample: unknown) => boolean;
export type Figure = (name: string) => unknown;

const comparison = /^(>=|<=|>|<|==|!=)\s*(.+)$/;

function literal(text: string, figure: Figure): unknown {
  const bare = text.trim().replace(/^'([^']*)'$|^"([^"]*)"$/, '$1$2');
  if (bare.startsWith('value:')) return figure(bare.slice('value:'.length));
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : bare;
}

/** Literals and figures that a cell speaks of. */
export function operands(cell: unknown, figure: Figure): readonly unknown[] {
  if (cell === undefined || cell === '-') return [];
  if (Array.isArray(cell)) return cell.flatMap((item) => operands(item, figure));
  if (typeof cell !== 'string') return [cell];
  return [literal(comparison.exec(cell)?.[2] ?? cell, figure)];
}

export const isComparison = (cell: unknown): boolean => typeof cell === 'string' && /^(>=|<=|>|<)/.test(cell);

export function testOf(cell: unknown, figure: Figure): CellTest {
  if (cell === undefined || cell === '-') return () => true;
  if (Array.isArray(cell)) {
    const tests = cell.map((item) => testOf(item, figure));
    return (sample) => tests.some((test) => test(sample));
  }
  const parts = typeof cell === 'string' ? comparison.exec(cell) : null;
  const right = typeof cell === 'string' ? literal(parts?.[2] ?? cell, figure) : cell;
  if (parts === null || parts[1] === '==') return (sample) => weigh(sample) === weigh(right);
  if (parts[1] === '!=') return (sample) => weigh(sample) !== weigh(right);
  const against = Number(weigh(right));
  return (sample) => {
    const size = Number(weigh(sample));
    if (parts[1] === '>=') return size >= against;
    if (parts[1] === '<=') return size <= against;
    return parts[1] === '>' ? size > against : size < against;
  };
}

/** Figures compare by what they weigh, anything else as it is. */
export const weigh = (value: unknown): unknown => magnitude(value)?.size ?? value;
