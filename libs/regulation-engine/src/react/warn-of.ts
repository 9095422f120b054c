import { before, parseDue } from '@huiyin/deadline-rules';
import type { WorkCalendar } from '@huiyin/deadline-rules';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledWarn } from '../compile/compiled-kind.ts';
import { figureOf } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { dueOf } from './due-of.ts';
import type { ResolvedDue } from './due-of.ts';

/**
 * When a run is warned of: counted from where its own window begins (of a member of a series that member's), or so long before its own due.
 * Undefined: it has no due to be warned of, or the expression has nothing to offer. Throws {@link EvaluationFault}.
 */
export function warnOf(warn: CompiledWarn, begins: string, due: ResolvedDue | undefined, calendar: WorkCalendar, scope: RunScope): Pick<ResolvedDue, 'at' | 'why'> | undefined {
  if (warn.type !== 'ahead') return dueOf(warn, begins, calendar, scope);
  if (!due) return undefined;
  const by = typeof warn.by === 'string' ? warn.by : figureOf(warn.by, scope);
  try {
    return { at: before(due.at, parseDue(String(by)), calendar).at, why: { ahead: String(by) } };
  } catch (error) {
    throw new EvaluationFault(`before due by ${String(by)}`, error instanceof Error ? error.message : String(error));
  }
}
