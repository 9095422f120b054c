import type { Environment } from '@marcbachmann/cel-js';
import { exactProduct, exactQuotient, exactSum } from '../figures/exact.ts';
import type { Figure } from '../figures/exact.ts';

/** Operators of arithmetic and the functions that stand for them when an expression is run. */
export const ARITHMETIC = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'over' } as const;

const isFigure = (value: unknown): value is Figure => typeof value === 'bigint' || typeof value === 'number';

/** Ints of CEL have 64 bits. */
function within(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new RangeError('int too large');
}

function over(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('division by zero');
  return within(a / b);
}

/** Ints as CEL computes them; once a decimal takes part the figure is exact as it is written: 209999 × 0.03 is 6299.97. */
function figures(op: string, ints: (a: bigint, b: bigint) => bigint, decimals: (a: Figure, b: Figure) => number): (a: unknown, b: unknown) => Figure {
  return (a, b) => {
    if (typeof a === 'bigint' && typeof b === 'bigint') return ints(a, b);
    if (isFigure(a) && isFigure(b)) return decimals(a, b);
    const kind = (value: unknown): string => (value === null ? 'nothing' : typeof value);
    throw new TypeError(`${kind(a)} ${op} ${kind(b)} is no figure`);
  };
}

const operations = {
  plus: figures('+', (a, b) => within(a + b), (a, b) => exactSum([a, b])),
  minus: figures('-', (a, b) => within(a - b), (a, b) => exactSum([a, -b])),
  times: figures('*', (a, b) => within(a * b), exactProduct),
  over: figures('/', over, exactQuotient),
};

/** `+` also joins texts and lists. */
function joined(a: unknown, b: unknown): unknown {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as unknown[]), ...(b as unknown[])];
  return operations.plus(a, b);
}

/** The arithmetic of packs, at run time: the library's own computes decimals as binary fractions. */
export function registerArithmetic(environment: Environment): void {
  for (const [name, run] of Object.entries({ ...operations, plus: joined })) environment.registerFunction(`${name}(dyn, dyn): dyn`, run);
}

/** CEL has no int × double; packs multiply amounts by coefficients. For the check of types only. */
export function registerMixedTypes(environment: Environment): void {
  const unused = (): never => {
    throw new Error('not evaluated');
  };
  for (const op of Object.keys(ARITHMETIC)) {
    environment.registerOperator(`int ${op} double: dyn`, unused);
    environment.registerOperator(`double ${op} int: dyn`, unused);
  }
}
