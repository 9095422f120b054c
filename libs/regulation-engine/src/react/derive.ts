import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledItem } from '../compile/compiled-item.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledRow, CompiledTable } from '../compile/compiled-kind.ts';
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
  const { tables, distributions } = session.kind;
  if (tables.length + distributions.length === 0) return { matter, set: {}, reasons: {} };
  // A working copy, of which the scope reads whatever an earlier table has just set.
  const facts: Record<string, FactValue> = { ...matter.facts };
  const current: Matter = { ...matter, facts };
  const scope = session.scope(at, { matter: current });
  const set: Record<string, FactValue> = {};
  const reasons: Record<string, Reason> = {};
  let isNews = false;
  /** What is only watched is read by the tables after it and set nowhere. */
  const assign = (name: string, value: FactValue, kept: boolean): void => {
    isNews = true;
    if (kept) set[name] = value;
    if (value === null) delete facts[name];
    else facts[name] = value;
  };
  for (const table of tables) {
    try {
      const outcome = evaluateTable(scope, table, session.policy);
      const value = roundedFor(session.kind.fields.get(table.sets), outcome.value);
      if (isSameFact(facts[table.sets] ?? null, value)) continue;
      assign(table.sets, value, !table.watch);
      if (!table.watch) reasons[table.sets] = outcome.reason();
    } catch (error) {
      if (!(error instanceof EvaluationFault) || !onFault) throw error;
      onFault(table, error);
    }
  }
  for (const distribution of distributions) {
    try {
      const given = distribute(session, distribution, current, at);
      if (!given) continue;
      assign(distribution.lines, given.lines, true);
      Object.assign(reasons, given.reasons);
    } catch (error) {
      if (!(error instanceof EvaluationFault) || !onFault) throw error;
      onFault(distribution, error);
    }
  }
  return { matter: isNews ? { ...current, reasons: { ...matter.reasons, ...reasons } } : matter, set, reasons };
}

function isSameFact(one: FactValue, other: FactValue): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

interface TableOutcome {
  readonly value: FactValue;
  /** Told only where the value is news. */
  reason(): Reason;
}

type Outcome = ReturnType<typeof outcomeOf>;

/** One table: its value (null: no row fits) and why. `unique`: two rows that fit and differ are a fault. */
function evaluateTable(scope: RunScope, table: CompiledTable, policy: CompiledPolicy): TableOutcome {
  const inputs: Record<string, FactValue> = {};
  for (const { name, expression } of table.inputs) inputs[name] = plain(expression.evaluate(scope));
  const figure = (name: string): FactValue => {
    const value = policy.valueOf(table.pack, name);
    if (!value) throw new EvaluationFault(`value:${name}`, 'no such value');
    return figureOf(value, scope);
  };
  const tried: FailedRow[] = [];
  const fitting: CompiledRow[] = [];
  for (const row of table.rows) {
    const failed = row.cells.find((cell) => !cell.matches(inputs[cell.input] ?? null, figure));
    if (failed) tried.push({ row, failed });
    else fitting.push(row);
    if (!failed && table.policy === 'first') break;
  }
  const outcomes = fitting.map((row) => outcomeOf(scope, row));
  return { value: concluded(table, outcomes), reason: () => reasonOf(table, outcomes, inputs, tried) };
}

interface FailedRow {
  readonly row: CompiledRow;
  readonly failed: CompiledRow['cells'][number];
}

function concluded(table: CompiledTable, outcomes: readonly Outcome[]): FactValue {
  const first = outcomes[0];
  if (!first) return null;
  if (table.policy === 'collect') return outcomes.map(({ value }) => value).filter((value) => value !== null);
  const other = outcomes.find(({ value }) => !isSameFact(value, first.value));
  if (table.policy === 'unique' && other) throw new EvaluationFault(table.item, `rows ${first.row.index} and ${other.row.index} both fit and differ`);
  return first.value;
}

/** The first row that fits, of a collecting table the table itself under that row's citation; none fits: the table. */
function reasonOf(table: CompiledTable, [first]: readonly Outcome[], inputs: FactMap, failed: readonly FailedRow[]): Reason {
  const { item } = first && table.policy !== 'collect' ? first : table;
  const citation = !first ? table.citation : table.policy === 'collect' ? first.row.citation : first.citation;
  const tried = failed.map(({ row, failed: cell }) => ({ row: row.index, failed: `${cell.input} ${cell.source}` }));
  return { item, citation, inputs, ...(tried.length > 0 && { tried }) };
}

function outcomeOf(scope: RunScope, row: CompiledRow): { readonly row: CompiledRow; readonly value: FactValue; readonly item: string; readonly citation: Reason['citation'] } {
  const exception = exceptionThatHolds(row.unless, scope);
  if (exception) return { row, value: exception.value, item: exception.exception.item, citation: exception.exception.citation };
  const value = 'literal' in row.then ? row.then.literal : plain(row.then.expression.evaluate(scope));
  return { row, value, item: row.item, citation: row.citation };
}
