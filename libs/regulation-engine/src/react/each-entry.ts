import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledEffect } from '../compile/compiled-kind.ts';
import { keyOfEntry } from '../scope/entry-keys.ts';
import type { ActionContext } from './effect-context.ts';

/**
 * Once, or once per entry of `each`, with `line` in scope. What tells the entries apart (the key of lines, the id of a row, the value itself,
 * else the place in the list) stands in the effects' ids; two entries it does not tell apart are a fault: one of them would be lost.
 */
export function contextsOf(context: ActionContext, effect: CompiledEffect): readonly ActionContext[] {
  if (!effect.each) return [context];
  const { source } = effect.each;
  const entries = effect.each.evaluate(context.scope);
  if (!Array.isArray(entries)) throw new EvaluationFault(source, 'is no list');
  const found = new Set<string>();
  return entries.map((entry: unknown, index) => {
    const line = keyOfEntry(entry) ?? String(index);
    if (found.has(line)) throw new EvaluationFault(source, `two entries have the key ${line}: name each once (distinct()), or give the lines a key that differs`);
    found.add(line);
    const scope = context.session.scope(context.at, { matter: context.matter });
    Object.assign(scope.names, context.scope.names, { line: entry });
    return { ...context, scope, line };
  });
}
