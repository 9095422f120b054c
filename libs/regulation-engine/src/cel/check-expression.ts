import { ExpressionSyntaxError, firstLine, parseExpression, positionOf } from './ast.ts';
import type { Node } from './ast.ts';
import { callProblems } from './check-calls.ts';
import { holdsProblems } from './check-holds.ts';
import { optionProblems } from './check-options.ts';
import { costOf } from './cost.ts';
import { literalsOf } from './numbers-in.ts';
import { readsOf } from './reads.ts';
import { strictText } from './strict-text.ts';
import type { ComparisonOf } from './strict-text.ts';
import type { CheckedExpression, ExpressionProblem, ScopeTypes } from './scope-types.ts';
import { typeEnvironment } from './type-environment.ts';
import { missing, unguarded } from './unguarded.ts';

/** Steps one evaluation may take at most. */
export const COST_LIMIT = 20_000;

const environments = new WeakMap<ScopeTypes, ReturnType<typeof typeEnvironment>>();

/**
 * Checks one expression against the declared types of its scope: names and types (also inside `has()`), allowed functions,
 * optional facts used without a guard, cost. `comparisonOf` tells which comparison a value's word fixes (for `holds`).
 * `condition`: it must give true or false, never nothing.
 */
export function checkExpression(source: string, scope: ScopeTypes, comparisonOf: ComparisonOf = () => '>=', condition = false): CheckedExpression {
  let node: Node;
  try {
    node = parseExpression(source);
  } catch (error) {
    const at = error instanceof ExpressionSyntaxError ? error.at : 0;
    return { errors: [{ code: 'syntax', message: firstLine(error), at }], reads: [], cost: 0, literals: [] };
  }
  const errors: ExpressionProblem[] = [...callProblems(node, comparisonOf), ...holdsProblems(node, scope)];
  const typed = errors.length > 0 ? undefined : typeOf(source, strictText(node, comparisonOf, 'check'), scope);
  if (typed?.error) errors.push(typed.error);
  if (condition && typed?.type !== undefined && typed.type !== 'bool' && typed.type !== 'dyn') errors.push({ code: 'type', message: `gives ${typed.type}, not true or false`, at: 0 });
  errors.push(...optionProblems(node, scope), ...unguarded(node, scope), ...(condition ? missing(node, scope) : []));
  const cost = costOf(node, scope);
  if (cost > COST_LIMIT) errors.push({ code: 'cost', message: `may take ${cost} steps, more than ${COST_LIMIT}`, at: 0 });
  return { errors, reads: readsOf(node), cost, literals: literalsOf(node), ...(typed?.type !== undefined && { type: typed.type }) };
}

function typeOf(source: string, strict: string, scope: ScopeTypes): { type?: string; error?: ExpressionProblem } {
  let environment = environments.get(scope);
  if (!environment) environments.set(scope, (environment = typeEnvironment(scope)));
  const checked = environment.check(strict);
  if (checked.valid) return { type: checked.type! };
  const { error } = checked;
  const range = (error as { range?: { start: number; end: number } } | undefined)?.range;
  const place = range ? source.indexOf(strict.slice(range.start, range.end)) : positionOf(error);
  const message = firstLine(error);
  return { error: { code: /No such key|Unknown variable/.test(message) ? 'unknownName' : 'type', message, at: Math.max(place, 0) } };
}
