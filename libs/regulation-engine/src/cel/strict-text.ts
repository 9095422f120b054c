import { serialize } from '@marcbachmann/cel-js';
import { ARITHMETIC } from './arithmetic.ts';
import { COMPREHENSIONS, pathOf } from './ast.ts';
import type { Node } from './ast.ts';

/** Which way `holds(x, values.v)` compares: fixed by the value's word. */
export type Comparison = '>=' | '<=' | '>' | '<' | '==';
export type ComparisonOf = (valueName: string) => Comparison | undefined;

/** Roots of paths that lead to matters. */
const MATTERS: ReadonlySet<string> = new Set(['matter', 'after', 'it']);

/** Member of a matter that holds the runs of its steps as a list; no field is ever called so. */
export const RUNS = 'runsOfSteps';

const HOLDS: Readonly<Record<Comparison, string>> = { '>=': 'atLeast', '<=': 'atMost', '>': 'above', '<': 'below', '==': 'equals' };

/** What an expression is written anew for: to be run, or to have its types checked. */
export type Purpose = 'run' | 'check';

/**
 * Writes an expression anew so that the library evaluates it as packs mean it:
 * - `&& || all exists` let every error out (CEL absorbs one side's error; a gate must not);
 * - `has()` and comparison with null become the test for presence, so that their paths are type-checked and null is absent;
 * - arithmetic becomes the language's own, exact in decimals (not for the check, which reads the operators' types);
 * - `holds` becomes the comparison that the value's word fixes.
 * - what is compared by `== != in` is compared as facts, a linked matter by its id (not for the check, which reads the types);
 * - list functions on `matter.steps` work on its runs, in the order in which they opened;
 * For the check a branch of `?:` that is null takes the type of the other: that it may be nothing is found where it is used.
 */
export function strictText(node: Node, comparisonOf: ComparisonOf, purpose: Purpose = 'run'): string {
  const text = (child: Node): string => strictText(child, comparisonOf, purpose);
  switch (node.op) {
    case '&&':
      return `(${text(node.args[0])} ? ${text(node.args[1])} : false)`;
    case '||':
      return `(${text(node.args[0])} ? true : ${text(node.args[1])})`;
    case '==':
    case '!=':
      return equality(node.op, node.args[0], node.args[1], text, purpose);
    case 'in':
      if (purpose === 'run') return `(${asFact(node.args[0], text)} in idsOf(${text(node.args[1])}))`;
      return `(${text(node.args[0])} in ${text(node.args[1])})`;
    case '+': case '-': case '*': case '/':
      if (purpose === 'run') return `${ARITHMETIC[node.op]}(${text(node.args[0])}, ${text(node.args[1])})`;
      return `(${text(node.args[0])} ${node.op} ${text(node.args[1])})`;
    case '<': case '<=': case '>': case '>=': case '%':
      return `(${text(node.args[0])} ${node.op} ${text(node.args[1])})`;
    case '!_':
      return `!(${text(node.args)})`;
    case '-_':
      return `-(${text(node.args)})`;
    case '.':
      return `${text(node.args[0])}.${node.args[1]}`;
    case '[]':
      return `${text(node.args[0])}[${text(node.args[1])}]`;
    case '?:':
      if (purpose === 'check' && isNull(node.args[1]) !== isNull(node.args[2])) return `[${text(isNull(node.args[1]) ? node.args[2] : node.args[1])}][${text(node.args[0])} ? 0 : 1]`;
      return `(${text(node.args[0])} ? ${text(node.args[1])} : ${text(node.args[2])})`;
    case 'list':
      return `[${node.args.map(text).join(', ')}]`;
    case 'map':
      return `{${node.args.map(([key, value]) => `${text(key)}: ${text(value)}`).join(', ')}}`;
    case 'call':
      return call(node.args[0], node.args[1], text, comparisonOf);
    case 'rcall':
      return method(node.args[0], node.args[1], node.args[2], text);
    default:
      return serialize(node);
  }
}

function equality(op: '==' | '!=', left: Node, right: Node, text: (n: Node) => string, purpose: Purpose): string {
  const other = isNull(left) ? right : isNull(right) ? left : undefined;
  if (other) return op === '!=' ? `present(${text(other)})` : `!present(${text(other)})`;
  if (purpose === 'check' || neverALink(left) || neverALink(right)) return `(${text(left)} ${op} ${text(right)})`;
  return `(${asFact(left, text)} ${op} ${asFact(right, text)})`;
}

function asFact(node: Node, text: (n: Node) => string): string {
  return node.op === 'value' ? text(node) : `idOf(${text(node)})`;
}

/** A figure or truth value, or what every matter carries: compared with it, nothing is a link. */
function neverALink(node: Node): boolean {
  if (node.op === 'value') return typeof node.args !== 'string';
  return node.op === '.' && NEVER_LINKS.has(node.args[1]);
}

const NEVER_LINKS: ReadonlySet<string> = new Set(['state', 'final', 'overdue', 'openedAt']);

function call(name: string, args: readonly Node[], text: (n: Node) => string, comparisonOf: ComparisonOf): string {
  const [first, second] = args;
  if (name === 'has' && first) return presence(first, text);
  if (name === 'holds' && first && second) {
    const path = pathOf(second);
    const comparison = path?.[0] === 'values' && path.length === 2 ? comparisonOf(path[1]!) : undefined;
    if (comparison) return `${HOLDS[comparison]}(${text(first)}, ${text(second)})`;
  }
  if (name === 'size' && first) return `size(${listText(first, text)})`;
  return `${name}(${args.map(text).join(', ')})`;
}

/** Receiver of list functions: `matter.steps` gives steps by name, as a list it is its runs. */
function listText(node: Node, text: (n: Node) => string): string {
  const root = pathOf(node)?.[0];
  return node.op === '.' && node.args[1] === 'steps' && root !== undefined && MATTERS.has(root) ? `${text(node.args[0])}.${RUNS}` : text(node);
}

function method(name: string, receiver: Node, args: readonly Node[], text: (n: Node) => string): string {
  const list = listText(receiver, text);
  const [variable, body] = args;
  if (variable?.op === 'id' && body && COMPREHENSIONS.has(name)) {
    const predicate = text(body);
    if (name === 'exists') return `(${list}.filter(${variable.args}, ${predicate}).size() > 0)`;
    if (name === 'all') return `(${list}.filter(${variable.args}, !(${predicate})).size() == 0)`;
    if (name === 'exists_one') return `(${list}.filter(${variable.args}, ${predicate}).size() == 1)`;
  }
  return `${list}.${name}(${args.map(text).join(', ')})`;
}

/** Every prefix must be present: `has(matter.request.signedAt)` is false while there is no request. */
function presence(node: Node, text: (n: Node) => string): string {
  const prefixes: Node[] = [];
  for (let at: Node = node; ; at = at.args[0]) {
    prefixes.unshift(at);
    if (at.op !== '.') break;
  }
  const tests = (prefixes[0]?.op === 'id' && prefixes.length > 1 && !NULLABLE_ROOTS.has(prefixes[0].args) ? prefixes.slice(1) : prefixes).map((prefix) => `present(${text(prefix)})`);
  return tests.reduceRight((rest, test) => (rest === '' ? test : `(${test} ? ${rest} : false)`), '');
}

const NULLABLE_ROOTS: ReadonlySet<string> = new Set(['line', 'it', 'key', 'act', 'after', 'event']);

export function isNull(node: Node): boolean {
  return node.op === 'value' && node.args === null;
}
