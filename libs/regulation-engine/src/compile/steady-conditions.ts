import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledField } from './compiled-act.ts';
import type { CompiledStep } from './compiled-kind.ts';

/** Members of a matter that change with its facts, state and acts alone. */
const STEADY: ReadonlySet<string> = new Set(['id', 'kind', 'state', 'final', 'openedAt', 'openedBy', 'firstContact', 'did']);

/** Conditions of steps that read nothing else: no step, owner, time, person, figure or other matter. Between two events of one update they need no second look. */
export function steadyConditions(steps: Iterable<CompiledStep>, fields: ReadonlyMap<string, CompiledField>): ReadonlySet<CompiledExpression> {
  const conditions = [...steps].flatMap(({ opens, pausedWhile }) => [opens.becomes ?? [], pausedWhile ?? []].flat());
  return new Set(conditions.filter((condition) => !condition.asksForPersons && condition.reads.every((path) => isSteady(path, fields))));
}

function isSteady(path: string, fields: ReadonlyMap<string, CompiledField>): boolean {
  const [root, member, further] = path.split('.');
  if (root !== 'matter' || member === undefined) return false;
  const field = fields.get(member);
  return STEADY.has(member) || (field !== undefined && further === undefined && !holdsLinks(field));
}

/** Entries of a list may be other matters; a single link is only there or not. */
function holdsLinks({ type, of, lineFields }: CompiledField): boolean {
  return (type === 'list' && of === 'ref') || [...(lineFields?.values() ?? [])].some((column) => column.type === 'ref' || holdsLinks(column));
}
