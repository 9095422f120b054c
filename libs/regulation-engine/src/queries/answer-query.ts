import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledQuery } from '../compile/compiled-query.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import { candidateOf } from '../run/candidate.ts';
import { leadingKind } from '../run/kind-of.ts';
import type { Facts } from '../run/outcome.ts';
import { RunScope } from '../scope/run-scope.ts';
import { aggregate } from './aggregate.ts';
import { countsFor } from './counts-for.ts';
import { rowsOf } from './query-row.ts';
import type { QueryRow, QueryRows } from './query-row.ts';
import { isWithin, windowAround } from './window.ts';

/** Who asks: the matter before the act (with its input), the one that a creating act would make, or nobody (a count, an indicator). */
export interface QueryAsker {
  readonly facts: Facts;
  readonly matter?: Matter;
  /** Kind of the matter that an act is to make. */
  readonly kind?: string;
  readonly act?: FactMap;
  readonly line?: FactMap;
  readonly actor?: string;
  /** Instant that what asks counts for, where that is not now: the window is the one holding it (`Needs.queries[].at`). */
  readonly at?: string;
}

/**
 * Answers a query over the rows given: matters of its kind (and variants), or entries of its ledger; others are left out.
 * `take` without `per`: a list of rows as facts (or of the field's values), a number, the latest row, whether there is one, null where nothing was
 * found to take. With `per`: one `{ …per, value }` per group, in order of first appearance.
 * Throws EvaluationFault where an expression fails or a list holds more than `max` rows; Error for an unknown query.
 */
export function answerQuery(policy: CompiledPolicy, key: string, rows: QueryRows, asker: QueryAsker, now: string): FactValue {
  const query = policy.queries.get(key);
  if (!query) throw new Error(`no query ${key}`);
  const scope = scopeOf(policy, asker, now);
  const found = selected(policy, query, rows, scope, windowAt(query, scope, asker, now));
  if (query.per.length === 0) return aggregate(query, found.map(({ row, value, at }) => ({ fact: row.fact, value, at })));
  const groups = new Map<string, { readonly key: FactMap; readonly rows: { fact: FactMap; value: FactValue; at: string }[] }>();
  for (const { row, value, key: group, at } of found) {
    const id = JSON.stringify(group);
    const known = groups.get(id) ?? { key: group, rows: [] };
    groups.set(id, known);
    known.rows.push({ fact: row.fact, value, at });
  }
  return [...groups.values()].map((group) => ({ ...group.key, value: aggregate(query, group.rows) }));
}

interface Selected {
  readonly row: QueryRow;
  readonly value: FactValue;
  readonly key: FactMap;
  readonly at: string;
}

function selected(policy: CompiledPolicy, query: CompiledQuery, rows: QueryRows, scope: RunScope, at: string): readonly Selected[] {
  const window = windowAround(query.window, at, policy.calendar);
  return rowsOf(policy, query.source, rows, scope).flatMap((row) => {
    scope.names['it'] = row.view;
    const counted = query.on ? countedOn(query.on, row, scope) : row.at;
    if (window && (typeof counted !== 'string' || !isWithin(window, counted, policy.calendar))) return [];
    if (query.where && !query.where.test(scope)) return [];
    const value = query.field ? plain(query.field.expression.evaluate(scope)) : null;
    const key = Object.fromEntries(query.per.map(({ name, expression }) => [name, plain(expression.evaluate(scope))]));
    return [{ row, value, key, at: typeof counted === 'string' ? counted : row.at }];
  });
}

/** The instant or date whose window is meant. An exclusive end belongs to the period that ended. */
function windowAt({ at, name }: CompiledQuery, scope: RunScope, { matter, facts, at: counted }: QueryAsker, now: string): string {
  if (!at) return counted ?? now;
  const given = plain(at.evaluate(scope));
  if (typeof given !== 'string') throw new EvaluationFault(at.source ?? name, 'is no instant');
  const linked = Object.values(matter?.links ?? {}).flatMap((id) => facts.matter(id) ?? []);
  return countsFor(given, at.reads, matter ? [matter, ...linked] : []);
}

/** When a row counts, as `on` says; an exclusive end counts for the period that ended. */
export function countedOn(on: CompiledExpression, { matter }: QueryRow, scope: RunScope): FactValue {
  const given = plain(on.evaluate(scope));
  return typeof given === 'string' && matter ? countsFor(given, on.reads, [matter]) : given;
}

/** Names a query's expressions find: `matter`, `act`, `actor`, `line` of whoever asks, `it` the row. */
export function scopeOf(policy: CompiledPolicy, { facts, matter: before, kind, act, line, actor }: QueryAsker, now: string): RunScope {
  const known = kind !== undefined && policy.kinds.has(kind);
  const matter = before ?? (known && act ? candidateOf(policy, kind, act, actor ?? '', now) : undefined);
  const asking = matter?.kind;
  const input = act && asking !== undefined && policy.kinds.has(asking) ? { kind: leadingKind(policy, asking).name, input: act } : undefined;
  return new RunScope(policy, facts, now, matter, { ...(input && { act: input }), ...(line && { line: { value: line } }), ...(actor !== undefined && { actor }) });
}
