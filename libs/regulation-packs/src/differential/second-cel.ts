import { CelScalar, celEnv, celFunc, celMethod, isCelError, isCelList, isCelMap, listType, parse, plan } from '@bufbuild/cel';
import type { CelInput, CelValue } from '@bufbuild/cel';
import { strictly } from './strict-tree.ts';

const { DYN, INT, DOUBLE, BOOL } = CelScalar;

/** A value for the second implementation: its maps are `Map`. */
export function asInput(value: unknown): CelInput {
  if (Array.isArray(value)) return value.map(asInput) as CelInput;
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value).map(([key, item]) => [key, asInput(item)]));
  return value as CelInput;
}

/** What came out, as JSON has it: ints and doubles are numbers. */
export function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (isCelList(value)) return [...value].map(asJson);
  if (isCelMap(value)) return Object.fromEntries([...value].map(([key, item]) => [String(key), asJson(item)]));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));
  return value;
}

export type OwnFunctions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const arithmetic: Readonly<Record<string, (one: number, other: number) => number>> = { '_+_': (a, b) => a + b, '_-_': (a, b) => a - b, '_*_': (a, b) => a * b, '_/_': (a, b) => a / b };

/** The language's own functions, by name and number of parameters, given to the second implementation. */
function functionsOf(own: OwnFunctions) {
  const plain = (values: readonly unknown[]): unknown[] => values.map((value) => (isCelList(value) ? [...value] : value));
  const declared = Object.entries(own).flatMap(([name, run]) =>
    [1, 2].map((count) => celFunc(name, Array.from({ length: count }, () => DYN), DYN, (...values: unknown[]) => asInput(run(...plain(values))) as never)),
  );
  const mixed = Object.entries(arithmetic).flatMap(([name, run]) => {
    const calculate = (one: unknown, other: unknown): number => {
      if (name === '_/_' && Number(other) === 0) throw new RangeError('division by zero');
      return run(Number(one), Number(other));
    };
    return [celFunc(name, [INT, DOUBLE], DOUBLE, calculate), celFunc(name, [DOUBLE, INT], DOUBLE, calculate)];
  });
  return [...declared, ...mixed, celMethod('present', DYN, [], BOOL, function present(this: unknown) { return this !== null; } as never), celFunc('sizeOf', [listType(DYN)], INT, (list) => BigInt([...list].length))];
}

/** An expression as the second implementation evaluates it. Throws where it gives an error. */
export function secondCel(source: string, own: OwnFunctions, operators: (value: string) => string): (names: Readonly<Record<string, unknown>>) => unknown {
  const { expr } = parse(source);
  const run = plan(celEnv({ funcs: functionsOf(own) }), strictly(expr, operators));
  return (names) => {
    const result: unknown = run(Object.fromEntries(Object.entries(names).map(([name, value]) => [name, asInput(value)])) as never);
    if (isCelError(result)) throw new Error(result.message);
    return asJson(result as CelValue);
  };
}
