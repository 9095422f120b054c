import type { CompiledCycle } from '../compile/compile-cycles.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { queriesAsked } from '../run/needs.ts';
import type { Needs } from '../run/outcome.ts';
import { keysOf } from '../run/query-needs.ts';
import { ofPersons, ofValue } from '../run/query-reads.ts';
import type { Expressions } from '../run/query-reads.ts';

/** Queries that must be answered before `cycleDues`: those that cycles run for, and all that `for`, `joins`, `set` and `n` read; in the order to be answered. */
export function needsOfCycles(policy: CompiledPolicy): Needs['queries'] {
  const keys = [...policy.cycles.values()].flatMap((cycle) => [
    ...('query' in cycle.subjects ? [policy.queryKey(cycle.pack, cycle.subjects.query)] : []),
    ...keysOf(policy, dueExpressions(policy, cycle)),
  ]);
  return queriesAsked(policy, keys, undefined, {});
}

/** Queries that must be answered before `cycleCounts` looks at an event of this type: what its `met.if` and `met.subject` read. */
export function needsOfCycleCounts(policy: CompiledPolicy, type: string): Needs['queries'] {
  const listening = [...policy.cycles.values()].filter(({ met }) => met?.events.includes(type));
  return queriesAsked(policy, listening.flatMap(({ met }) => keysOf(policy, [met?.if, met?.subject])), undefined, {});
}

function dueExpressions(policy: CompiledPolicy, { pack, joins, set, n, subjects }: CompiledCycle): Expressions {
  const figure = 'value' in n ? policy.valueOf(pack, n.value) : undefined;
  const named = 'persons' in subjects ? subjects.persons : 'post' in subjects ? subjects.post : undefined;
  return [joins, ...set.flatMap(({ value }) => ofValue(value)), ...(figure?.unless ?? []).flatMap(({ if: condition, then }) => [condition, ...ofValue(then)]), ...ofPersons(named)];
}
