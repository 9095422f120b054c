import { ALLOWED_FUNCTIONS, ALLOWED_METHODS } from './allowed-functions.ts';
import { children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';
import type { ComparisonOf } from './strict-text.ts';
import type { ExpressionProblem } from './scope-types.ts';

/** Functions outside the list, and `holds` on anything but a value whose word fixes a comparison. */
export function callProblems(node: Node, comparisonOf: ComparisonOf): readonly ExpressionProblem[] {
  const own: ExpressionProblem[] = [];
  if (node.op === 'call') own.push(...functionProblem(node.args[0], node.args[1], node.start, comparisonOf));
  if (node.op === 'rcall' && !ALLOWED_METHODS.has(node.args[0])) own.push({ code: 'function', message: `method ${node.args[0]} is not allowed`, at: node.start });
  if (node.op === '.?' || node.op === '[?]') own.push({ code: 'function', message: `${node.op} is not part of the language`, at: node.start });
  if (node.op === 'map' && node.args.some(([key]) => key.op !== 'value' || typeof key.args !== 'string')) own.push({ code: 'function', message: 'members are named by texts', at: node.start });
  return [...own, ...children(node).flatMap((child) => callProblems(child, comparisonOf))];
}

function functionProblem(name: string, args: readonly Node[], at: number, comparisonOf: ComparisonOf): readonly ExpressionProblem[] {
  if (!ALLOWED_FUNCTIONS.has(name)) return [{ code: 'function', message: `function ${name} is not allowed`, at }];
  if (name === 'has' && !(args.length === 1 && pathOf(args[0]!))) return [{ code: 'function', message: 'has() takes one path', at }];
  if (name !== 'holds') return [];
  const path = args.length === 2 ? pathOf(args[1]!) : undefined;
  if (path?.[0] !== 'values' || path.length !== 2) return [{ code: 'function', message: 'holds(x, values.name) compares with a value', at }];
  return comparisonOf(path[1]!) ? [] : [{ code: 'word', message: `the word of ${path.join('.')} fixes no comparison`, at }];
}
