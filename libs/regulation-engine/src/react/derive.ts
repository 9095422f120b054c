import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledItem } from '../compile/compiled-item.ts';
import type { CompiledRow, CompiledTable } from '../compile/compiled-kind.ts';
import { applyChange } from '../evolve/evolve.ts';
import type { FactMap, FactValue, Matter, Reason } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import { exceptionThatHolds } from '../scope/exceptions.ts';
import { distribute } from './distribute.ts';
import { figureOf } from '../scope/values-view.ts';
import { roundedFor } from '../scope/rounded-for.ts';
import type { RunScope } from '../scope/run-scope.ts';

export interface Derived {
  readonly matter: Matter;
  readonly set: Readonly<Record<string, FactValue>>;
  readonly reasons: Readonly<Record<string, Reason>>;
}

/** Re-evaluates the kind's tables in dependency order over a matter. Throws {@link EvaluationFault}; in a timer the table or distribution is held and `onFault` told. */
export function derive(session: Session, matter: Matter, at: string, onFault?: (item: CompiledItem, fault: EvaluationFault) => void): Derived {
  let current = matter;
  const set: Record<string, FactValue> = {};
  const reasons: Record<string, Reason> = {};
  for (const table of session.kind.tables) {
    try {
      const outcome = evaluateTable(session.scope(at, { matter: current }), table, (name) => session.policy.valueOf(table.pack, name));
      const before = current.facts[table.sets] ?? null;
      const value = roundedFor(session, table.sets, outcome.value);
      if (JSON.stringify(before) === JSON.stringify(value)) continue;
      if (!table.watch) {
        set[table.sets] = value;
        reasons[table.sets] = outcome.reason;
      }
      current = applyChange(current, { set: { [table.sets]: value } });
    } catch (error) {
      if (!(error instanceof EvaluationFault) || !onFault) throw error;
      onFault(table, error);
    }
  }
  for (const distribution of session.kind.distributions) {
    try {
      const given = distribute(session, distribution, current, at);
      if (!given) continue;
      set[distribution.lines] = given.lines;
      Object.assign(reasons, given.reasons);
      current = applyChange(current, { set: { [distribution.lines]: given.lines } });
    } catch (error) {
      if (!(error instanceof EvaluationFault) || !onFault) throw error;
      onFault(distribution, error);
    }
  }
  return { matter: current, set, reasons };
}

export interface TableOutcome {
  readonly value: FactValue;
  readonly reason: Reason;
}

/** One table: its value (null: no row fits) and why. `unique`: two rows that fit and differ are a fault. */
export function evaluateTable(scope: RunScope, table: CompiledTable, valueOf: (name: string) => Parameters<typeof figureOf>[0] | undefined): TableOutcome {
  const inputs: Record<string, FactValue> = {};
  for (const { name, expression } of table.inputs) inputs[name] = plain(expression.evaluate(scope));
  const figure = (name: string): FactValue => {
    const value = valueOf(name);
    if (!value) throw new EvaluationFault(`value:${name}`, 'no such value');
    return figureOf(value, scope);
  };
  const tried: { readonly row: number; readonly failed: string }[] = [];
  const fitting: CompiledRow[] = [];
  for (const row of table.rows) {
    const failed = row.cells.find((cell) => !cell.matches(inputs[cell.input] ?? null, figure));
    if (failed) tried.push({ row: row.index, failed: `${failed.input} ${failed.source}` });
    else fitting.push(row);
    if (!failed && table.policy === 'first') break;
  }
  return conclude(scope, table, fitting, inputs, tried);
}

function conclude(scope: RunScope, table: CompiledTable, fitting: readonly CompiledRow[], inputs: FactMap, tried: NonNullable<Reason['tried']>): TableOutcome {
  const outcomes = fitting.map((row) => ({ row, ...outcomeOf(scope, row) }));
  const first = outcomes[0];
  const reason = (item: string, cited: Reason['citation']): Reason => ({ item, citation: cited, inputs, ...(tried.length > 0 && { tried }) });
  if (!first) return { value: null, reason: reason(table.item, table.citation) };
  if (table.policy === 'collect') return { value: outcomes.map(({ value }) => value).filter((value) => value !== null), reason: reason(table.item, first.row.citation) };
  const other = outcomes.find(({ value }) => JSON.stringify(value) !== JSON.stringify(first.value));
  if (table.policy === 'unique' && other) throw new EvaluationFault(table.item, `rows ${first.row.index} and ${other.row.index} both fit and differ`);
  return { value: first.value, reason: reason(first.item, first.citation) };
}

function outcomeOf(scope: RunScope, row: CompiledRow): { value: FactValue; item: string; citation: Reason['citation'] } {
  const exception = exceptionThatHolds(row.unless, scope);
  if (exception) return { value: exception.value, item: exception.exception.item, citation: exception.exception.citation };
  const value = 'literal' in row.then ? row.then.literal : plain(row.then.expression.evaluate(scope));
  return { value, item: row.item, citation: row.citation };
}
