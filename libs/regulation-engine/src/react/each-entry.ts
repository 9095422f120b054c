import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledEffect, CompiledKind } from '../compile/compiled-kind.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { expressed } from '../scope/expressed.ts';
import type { ActionContext } from './effect-context.ts';

/** Once, or once per entry of `each`, with `line` in scope. Entries are told apart by the key of their lines, else by what they are. */
export function contextsOf(context: ActionContext, effect: CompiledEffect): readonly ActionContext[] {
  if (!effect.each) return [context];
  const entries = effect.each.evaluate(context.scope);
  if (!Array.isArray(entries)) throw new EvaluationFault(effect.each.source, 'is no list');
  const lineKey = lineKeyOf(context.session.kind, effect.each.reads);
  const seen = new Map<string, number>();
  return entries.map((entry: unknown, index) => {
    const scope = context.session.scope(context.at, { matter: context.matter });
    Object.assign(scope.names, context.scope.names, { line: entry });
    const key = keyOf(entry, index, lineKey);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...context, scope, line: count === 1 ? key : `${key}#${count}` };
  });
}

/** The key of the `lines` field that `each` runs over. */
function lineKeyOf({ fields }: CompiledKind, reads: readonly string[]): string | undefined {
  return reads.flatMap((path) => (path.startsWith('matter.') ? [fields.get(path.split('.')[1]!)?.lineKey] : [])).find((key) => key !== undefined);
}

function keyOf(entry: unknown, index: number, lineKey: string | undefined): string {
  const value: FactValue = typeof entry === 'object' ? plain(entry) : (plain(expressed(entry as FactValue)) as FactValue);
  if (typeof value === 'string') return value;
  const members = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as FactMap) : {};
  const first = (lineKey === undefined ? undefined : members[lineKey]) ?? Object.values(members)[0];
  return typeof first === 'string' ? first : String(index);
}
