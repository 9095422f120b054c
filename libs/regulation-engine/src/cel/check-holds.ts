import { children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';
import type { ExpressionProblem, ScopeTypes } from './scope-types.ts';
import { specOf } from './spec-of.ts';

/** `holds` of days against a duration: days are a number, and three of them are not three days of milliseconds. */
export function holdsProblems(node: Node, scope: ScopeTypes): readonly ExpressionProblem[] {
  const below = children(node).flatMap((child) => holdsProblems(child, scope));
  if (node.op !== 'call' || node.args[0] !== 'holds') return below;
  const [counted, limit] = node.args[1];
  const path = limit && pathOf(limit);
  if (!counted || !path || !countsDays(counted) || specOf(path, scope, new Map())?.base !== 'duration') return below;
  const value = path.join('.');
  return [...below, { code: 'type', message: `daysBetween counts days and ${value} is a duration: compare addTo(from, ${value}) with the later instant, or give the value as a number of days`, at: node.start }];
}

function countsDays(node: Node): boolean {
  return (node.op === 'call' && node.args[0] === 'daysBetween') || children(node).some(countsDays);
}
