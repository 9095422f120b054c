import { COMPREHENSIONS, children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';
import { listOf } from './cost.ts';
import { specOf } from './spec-of.ts';
import type { Bound } from './spec-of.ts';
import type { ExpressionProblem, ScopeTypes } from './scope-types.ts';

/** Comparisons of a choice or a state with a word that it never is: they would never hold, or always. */
export function optionProblems(node: Node, scope: ScopeTypes, bound: Bound = new Map()): readonly ExpressionProblem[] {
  if (node.op === 'rcall' && COMPREHENSIONS.has(node.args[0])) {
    const [, receiver, args] = node.args;
    const entry = listOf(receiver, scope, bound)?.of;
    const inner = args[0]?.op === 'id' && entry ? new Map([...bound, [args[0].args, entry]]) : bound;
    return [...optionProblems(receiver, scope, bound), ...args.slice(1).flatMap((arg) => optionProblems(arg, scope, inner))];
  }
  return [...compared(node, scope, bound), ...children(node).flatMap((child) => optionProblems(child, scope, bound))];
}

function compared(node: Node, scope: ScopeTypes, bound: Bound): readonly ExpressionProblem[] {
  if (node.op === 'in') return node.args[1].op === 'list' ? node.args[1].args.flatMap((word) => never(node.args[0], word, scope, bound)) : [];
  if (node.op !== '==' && node.op !== '!=') return [];
  return [...never(node.args[0], node.args[1], scope, bound), ...never(node.args[1], node.args[0], scope, bound)];
}

function never(side: Node, word: Node, scope: ScopeTypes, bound: Bound): readonly ExpressionProblem[] {
  const path = pathOf(side);
  const options = path && specOf(path, scope, bound)?.options;
  if (!options || word.op !== 'value' || typeof word.args !== 'string' || options.includes(word.args)) return [];
  return [{ code: 'option', message: `${path.join('.')} is never '${word.args}'`, at: word.start, found: word.args, allowed: options }];
}
