import { COMPREHENSIONS, children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';
import { listOf } from './cost.ts';
import { specOf } from './spec-of.ts';
import type { Bound } from './spec-of.ts';
import type { ExpressionProblem, ScopeTypes } from './scope-types.ts';
import { isNull } from './strict-text.ts';

/** Paths known to be present at a place. */
type Known = ReadonlySet<string>;

/**
 * Optional facts used where null would fail: anything but `==`, `!=`, `in`, `has()` needs a `has()` or a comparison with null before it,
 * to the left of `&&`, in the condition of `?:`, or denied to the left of `||`.
 */
export function unguarded(node: Node, scope: ScopeTypes, known: Known = new Set(), bound: Bound = new Map()): readonly ExpressionProblem[] {
  const below = (child: Node, more: Known = known, inner: Bound = bound): readonly ExpressionProblem[] => unguarded(child, scope, more, inner);
  const operand = (child: Node, more: Known = known): readonly ExpressionProblem[] => [...missing(child, scope, more, bound), ...below(child, more)];
  switch (node.op) {
    case '&&':
      return [...operand(node.args[0]), ...operand(node.args[1], new Set([...known, ...present(node.args[0], true)]))];
    case '||':
      return [...operand(node.args[0]), ...operand(node.args[1], new Set([...known, ...present(node.args[0], false)]))];
    case '?:':
      return [...operand(node.args[0]), ...below(node.args[1], new Set([...known, ...present(node.args[0], true)])), ...below(node.args[2], new Set([...known, ...present(node.args[0], false)]))];
    case '==': case '!=': case 'in':
      return [...below(node.args[0]), ...(node.op === 'in' ? operand(node.args[1]) : below(node.args[1]))];
    case '<': case '<=': case '>': case '>=': case '+': case '-': case '*': case '/': case '%':
      return [...operand(node.args[0]), ...operand(node.args[1])];
    case '-_': case '!_':
      return operand(node.args);
    case '.':
      return pathOf(node) ? chain(node, scope, known, bound) : below(node.args[0]);
    case 'call':
      return node.args[0] === 'has' || node.args[0] === 'is' ? [] : node.args[1].flatMap((arg) => operand(arg));
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (!COMPREHENSIONS.has(name)) return [...operand(receiver), ...args.flatMap((arg) => operand(arg))];
      const entry = listOf(receiver, scope, bound)?.of;
      const inner = args[0]?.op === 'id' && entry ? new Map([...bound, [args[0].args, entry]]) : bound;
      const body = (arg: Node): readonly ExpressionProblem[] => [...(name === 'map' ? [] : missing(arg, scope, known, inner)), ...below(arg, known, inner)];
      return [...operand(receiver), ...args.slice(1).flatMap(body)];
    }
    default:
      return children(node).flatMap((child) => below(child));
  }
}

/** An optional link on the way must be known: `matter.request.signedAt` reads through `matter.request`. */
function chain(node: Node, scope: ScopeTypes, known: Known, bound: Bound): readonly ExpressionProblem[] {
  return node.op === '.' && node.args[0].op === '.' ? [...missing(node.args[0], scope, known, bound), ...chain(node.args[0], scope, known, bound)] : [];
}

/** What may be nothing where a value is needed: an optional fact, or a choice of which a branch is null or may be. */
export function missing(node: Node, scope: ScopeTypes, known: Known = new Set(), bound: Bound = new Map()): readonly ExpressionProblem[] {
  if (isNull(node)) return [{ code: 'unguarded', message: 'null stands where a value is needed', at: node.start }];
  if (node.op === '?:') {
    const [condition, yes, no] = node.args;
    return [...missing(yes, scope, new Set([...known, ...present(condition, true)]), bound), ...missing(no, scope, new Set([...known, ...present(condition, false)]), bound)];
  }
  const path = pathOf(node);
  if (!path || known.has(path.join('.')) || !specOf(path, scope, bound)?.optional) return [];
  return [{ code: 'unguarded', message: `${path.join('.')} may be absent: guard it with has()`, at: node.start }];
}

/** Paths present where the condition is `outcome`. `has(a.b.c)` tells of `a.b` too. */
function present(node: Node, outcome: boolean): readonly string[] {
  if (node.op === '!_') return present(node.args, !outcome);
  if (node.op === '&&') return outcome ? [...present(node.args[0], true), ...present(node.args[1], true)] : [];
  if (node.op === '||') return outcome ? [] : [...present(node.args[0], false), ...present(node.args[1], false)];
  if (node.op === 'call' && node.args[0] === 'has') return outcome ? prefixes(pathOf(node.args[1][0]!) ?? []) : [];
  if (node.op === '==' || node.op === '!=') return compared(node.args[0], node.args[1], (node.op === '==') === outcome);
  return [];
}

/** Equal to a literal, or unequal to null: there is a value. */
function compared(left: Node, right: Node, equal: boolean): readonly string[] {
  for (const [side, other] of [[left, right], [right, left]] as const) {
    if (other.op !== 'value') continue;
    if (equal === (other.args !== null)) return prefixes(pathOf(side) ?? []);
  }
  return [];
}

function prefixes(path: readonly string[]): readonly string[] {
  return path.map((_, index) => path.slice(0, index + 1).join('.'));
}
