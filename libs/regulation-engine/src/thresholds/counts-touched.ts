import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledQuery } from '../compile/compiled-query.ts';
import type { EngineEvent } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import { countedOn, scopeOf } from '../queries/answer-query.ts';
import { rowsOf } from '../queries/query-row.ts';
import type { QueryRows } from '../queries/query-row.ts';
import { windowAround } from '../queries/window.ts';
import { queriesAsked } from '../run/needs.ts';
import type { Facts, Needs } from '../run/outcome.ts';

/** A count to look at again, and an instant of the window to look at. */
export interface TouchedCount {
  readonly query: string;
  readonly at: string;
  /** The window's name (its start, else how far it reaches back, or `ever`): the answer last given for query and window is what it was before. */
  readonly window: string;
}

/** Queries that thresholds watch, with the rows each takes and the service that keeps them. */
export function needsOfThresholds(policy: CompiledPolicy): Needs['queries'] {
  return queriesAsked(policy, watched(policy), undefined, {});
}

/**
 * Which watched counts an event may have changed, window by window: those of the rows that the matter (as it is after the event) has, and of the
 * entries that the event posted. What is entered late belongs to the window of its own date. `now`: of the operator.
 * Throws EvaluationFault where `on` cannot be evaluated.
 */
export function countsTouched(policy: CompiledPolicy, event: EngineEvent, source: Matter, facts: Facts, now: string): readonly TouchedCount[] {
  return watched(policy).flatMap((name) => {
    const query = policy.queries.get(name);
    if (!query) return [];
    const posted: QueryRows = (event.change.entries ?? []).map((entry) => ({ ...entry, matter: source.id }));
    const instants = instantsOf(policy, query, query.source.type === 'ledger' ? posted : [source], facts, now);
    return windowsOf(policy, query, instants, now).map((window) => ({ query: name, ...window }));
  });
}

/** Of periods those that hold the rows; what reaches back from now, or has no window, is looked at now. */
function windowsOf(policy: CompiledPolicy, { window }: CompiledQuery, instants: readonly string[], now: string): readonly Omit<TouchedCount, 'query'>[] {
  if (instants.length === 0) return [];
  if (window === 'ever' || 'back' in window) return [{ at: now, window: window === 'ever' ? window : window.back }];
  const named = instants.map((at) => ({ at, window: windowAround(window, at, policy.calendar)!.start }));
  return [...new Map(named.map((each) => [each.window, each])).values()];
}

function watched(policy: CompiledPolicy): readonly string[] {
  return [...new Set([...policy.thresholds.values()].map(({ pack, threshold }) => policy.queryKey(pack, threshold!.query)))];
}

/** When each row counts, as `answerQuery` takes it. */
function instantsOf(policy: CompiledPolicy, query: CompiledQuery, rows: QueryRows, facts: Facts, now: string): readonly string[] {
  const scope = scopeOf(policy, { facts }, now);
  return rowsOf(policy, query.source, rows, scope).flatMap((row) => {
    if (!query.on) return [row.at];
    scope.names['it'] = row.view;
    const counted = countedOn(query.on, row, scope);
    return typeof counted === 'string' ? [counted] : [];
  });
}
