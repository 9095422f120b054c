import { MOST_DAYS } from './day-functions.ts';
import { COMPREHENSIONS, children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';
import { specOf } from './spec-of.ts';
import type { Bound } from './spec-of.ts';
import type { ScopeTypes, TypeSpec } from './scope-types.ts';

/** Length assumed of a list without `max`: long enough that two of them nested are refused. */
const UNBOUNDED = 1_000;
const LISTS_OF_DAYS: ReadonlySet<string> = new Set(['daysOf', 'daysOff']);

/** Upper bound of evaluation steps: a comprehension costs its body times the list's `max`. */
export function costOf(node: Node, scope: ScopeTypes, bound: Bound = new Map()): number {
  if (node.op === 'rcall' && COMPREHENSIONS.has(node.args[0])) {
    const [, receiver, args] = node.args;
    const entries = listOf(receiver, scope, bound);
    const inner = args[0]?.op === 'id' && entries?.of ? new Map([...bound, [args[0].args, entries.of]]) : bound;
    const body = args.slice(1).reduce((total, arg) => total + costOf(arg, scope, inner), 1);
    return 1 + costOf(receiver, scope, bound) + (entries?.max ?? UNBOUNDED) * body;
  }
  return children(node).reduce((total, child) => total + costOf(child, scope, bound), 1);
}

/** Type of what a comprehension runs over; filters keep their receiver's. */
export function listOf(node: Node, scope: ScopeTypes, bound: Bound): TypeSpec | undefined {
  const path = pathOf(node);
  if (path) return specOf(path, scope, bound);
  if (node.op === 'rcall' && (node.args[0] === 'filter' || node.args[0] === 'map')) {
    const spec = listOf(node.args[1], scope, bound);
    return node.args[0] === 'filter' ? spec : spec && { base: 'list', ...(spec.max !== undefined && { max: spec.max }) };
  }
  if (node.op === 'call' && LISTS_OF_DAYS.has(node.args[0])) return { base: 'list', of: { base: 'date' }, max: MOST_DAYS };
  if (node.op === 'list') return { base: 'list', max: node.args.length };
  return undefined;
}
