import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledEffect } from '../compile/compiled-kind.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { expressed } from '../scope/expressed.ts';
import type { ActionContext } from './effect-context.ts';

/** Once, or once per entry of `each`, with `line` in scope. */
export function contextsOf(context: ActionContext, effect: CompiledEffect): readonly ActionContext[] {
  if (!effect.each) return [context];
  const entries = effect.each.evaluate(context.scope);
  if (!Array.isArray(entries)) throw new EvaluationFault(effect.each.source, 'is no list');
  return entries.map((entry: unknown, index) => {
    const scope = context.session.scope(context.at, { matter: context.matter });
    Object.assign(scope.names, context.scope.names, { line: entry });
    return { ...context, scope, line: keyOf(entry, index) };
  });
}

function keyOf(entry: unknown, index: number): string {
  const value: FactValue = typeof entry === 'object' ? plain(entry) : (plain(expressed(entry as FactValue)) as FactValue);
  if (typeof value === 'string') return value;
  const first = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.values(value as FactMap)[0] : undefined;
  return typeof first === 'string' ? first : String(index);
}
