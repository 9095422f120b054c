import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledExpression, EvaluationScope } from '../cel/expression.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { expressed } from '../scope/expressed.ts';

/** A row as the filters alone describe it: `team` → the linked team, `team.code` → an object with that code. */
export function askedFor(policy: CompiledPolicy, kind: string, filters: FactMap, link: (kind: string, id: string) => unknown): Readonly<Record<string, unknown>> {
  const fields = policy.kinds.get(kind)!.plain.fields;
  const row: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(filters)) {
    const [name, ...members] = path.split('.') as [string, ...string[]];
    const to = fields.get(name)?.to;
    if (members.length > 0) row[name] = { ...(row[name] as object | undefined), ...nested(members, value) };
    else row[name] = typeof value === 'string' && to !== undefined && to !== 'any' ? link(to, value) : expressed(value);
  }
  return row;
}

function nested([name, ...rest]: readonly string[], value: FactValue): Readonly<Record<string, unknown>> {
  return { [name!]: rest.length === 0 ? expressed(value) : nested(rest, value) };
}

/** Does the condition read nothing of a row but what the filters say? */
export function decidedBy(reads: readonly string[], filters: FactMap): boolean {
  const read = reads.filter((path) => path === 'it' || path.startsWith('it.')).map((path) => path.slice('it.'.length));
  const asked = Object.keys(filters);
  return read.length > 0 && read.every((path) => asked.some((name) => path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`)));
}

/** What cannot be shown to be one's own is not. */
export function holds(condition: CompiledExpression, scope: EvaluationScope): boolean {
  try {
    return condition.test(scope);
  } catch (error) {
    if (error instanceof EvaluationFault) return false;
    throw error;
  }
}
