import type { Node } from './ast.ts';
import { idOf, idsOf } from './id-of.ts';
import { magnitude } from './magnitudes.ts';

/** The library must say: what it would give, or refuse, is not known here. */
export const UNDECIDED = Symbol('undecided');

/** Evaluates without the library; {@link UNDECIDED} wherever anything is out of the ordinary. */
export type Direct = (names: Readonly<Record<string, unknown>>) => unknown;

/**
 * The commonest forms of expressions as functions: paths, presence, comparison, choice. Each gives what the library would give, in a tenth of the
 * time, or leaves it to the library. Undefined: an expression with anything else in it, which is the library's.
 */
export function directly(node: Node): Direct | undefined {
  switch (node.op) {
    case 'value':
      return constant(node.args);
    case 'id':
      return name(node.args);
    case '.':
      return built([node.args[0]], ([of]) => member(of!, node.args[1]));
    case 'list':
      return node.args.every(({ op }) => op === 'value') ? constant(Object.freeze(node.args.map(({ args }) => args))) : built(node.args, list);
    case '!_':
      return built([node.args], ([of]) => negation(of!));
    case '?:':
      return built(node.args, ([condition, yes, no]) => choice(condition!, yes!, no!));
    case '==':
    case '!=':
      return built(node.args, ([left, right]) => equality(left!, right!, node.op === '=='));
    case '<': case '<=': case '>': case '>=':
      return built(node.args, ([left, right]) => both(left!, right!, order(node.op)));
    case 'in':
      return built(node.args, ([left, right]) => both(left!, right!, isIn));
    case 'call':
      return built(node.args[1], (args) => call(node.args[0], args));
    default:
      return undefined;
  }
}

/** Of parts that all have a direct form. */
function built(parts: readonly Node[], make: (directs: readonly Direct[]) => Direct | undefined): Direct | undefined {
  const directs: Direct[] = [];
  for (const part of parts) {
    const direct = directly(part);
    if (!direct) return undefined;
    directs.push(direct);
  }
  return make(directs);
}

function constant(value: unknown): Direct {
  return () => value;
}

function name(id: string): Direct {
  return (names) => names[id] ?? (names[id] === null ? null : UNDECIDED);
}

/** Own members of plain objects, declared ones of views. */
function member(of: Direct, key: string): Direct {
  return (names) => {
    const from = of(names);
    if (typeof from !== 'object' || from === null || Array.isArray(from)) return UNDECIDED;
    if (from.constructor === Object ? !Object.hasOwn(from, key) : from instanceof Map || from instanceof Set) return UNDECIDED;
    const value = (from as Readonly<Record<string, unknown>>)[key];
    return value === undefined || typeof value === 'function' ? UNDECIDED : value;
  };
}

function list(entries: readonly Direct[]): Direct {
  return (names) => {
    const values = entries.map((entry) => entry(names));
    return values.includes(UNDECIDED) ? UNDECIDED : values;
  };
}

function negation(of: Direct): Direct {
  return (names) => {
    const value = of(names);
    return typeof value === 'boolean' ? !value : UNDECIDED;
  };
}

function choice(condition: Direct, yes: Direct, no: Direct): Direct {
  return (names) => {
    const holds = condition(names);
    return typeof holds === 'boolean' ? (holds ? yes : no)(names) : UNDECIDED;
  };
}

function equality(left: Direct, right: Direct, wanted: boolean): Direct {
  return both(left, right, (a, b) => (isPlain(a) && isPlain(b) && (a === null || b === null || typeof a === typeof b) ? (a === b) === wanted : UNDECIDED));
}

function both(left: Direct, right: Direct, compare: (a: unknown, b: unknown) => unknown): Direct {
  return (names) => compare(left(names), right(names));
}

/** Texts, figures and truths of one type compare as JavaScript compares them; none of them is what is absent. */
function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number';
}

function order(op: '<' | '<=' | '>' | '>='): (a: unknown, b: unknown) => unknown {
  const holds = ORDERS[op];
  return (a, b) => ((typeof a === 'bigint' && typeof b === 'bigint') || (typeof a === 'number' && typeof b === 'number') ? holds(a, b) : UNDECIDED);
}

type Figure = bigint | number;

const ORDERS: Readonly<Record<'<' | '<=' | '>' | '>=', (a: Figure, b: Figure) => boolean>> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };

function isIn(value: unknown, values: unknown): unknown {
  return (typeof value === 'string' || value === null) && Array.isArray(values) ? values.includes(value) : UNDECIDED;
}

/** Presence, and the comparisons that words of values fix; their faults are the library's. */
function call(of: string, args: readonly Direct[]): Direct | undefined {
  const [first, second] = args;
  if (of === 'present' && first && !second) return presence(first);
  if (of === 'idOf' && first) return mapped(first, idOf);
  if (of === 'idsOf' && first) return mapped(first, idsOf);
  const compare = WEIGHED.get(of);
  return compare && first && second && args.length === 2 ? both(first, second, (a, b) => weighed(a, b, compare)) : undefined;
}

function mapped(of: Direct, change: (value: unknown) => unknown): Direct {
  return (names) => {
    const value = of(names);
    return value === UNDECIDED ? UNDECIDED : change(value);
  };
}

function presence(of: Direct): Direct {
  return (names) => {
    const value = of(names);
    return value === UNDECIDED ? UNDECIDED : value !== null;
  };
}

const WEIGHED: ReadonlyMap<string, (a: Figure, b: Figure) => boolean> = new Map([['atLeast', ORDERS['>=']], ['atMost', ORDERS['<=']], ['above', ORDERS['>']], ['below', ORDERS['<']]]);

function weighed(a: unknown, b: unknown, compare: (a: Figure, b: Figure) => boolean): unknown {
  const known = (value: unknown): boolean => typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string';
  if (!known(a) || !known(b)) return UNDECIDED;
  try {
    return compare(magnitude(a), magnitude(b));
  } catch {
    return UNDECIDED;
  }
}
