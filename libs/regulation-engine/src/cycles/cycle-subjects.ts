import { zonedText } from '@huiyin/deadline-rules';
import { plain } from '../cel/plain.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledCycle } from '../compile/compile-cycles.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { isPresentAtAll } from '../parties/presence.ts';
import { everyone } from '../parties/resolve-persons.ts';
import { candidateOf } from '../react/distribute.ts';
import type { Facts } from '../run/outcome.ts';
import { expressed } from '../scope/expressed.ts';
import { scopeOf } from '../queries/answer-query.ts';
import type { CyclePeriod } from './periods.ts';

export interface CycleSubject {
  readonly id: string;
  /** What expressions read as `it`. */
  readonly view: unknown;
}

/** Whom or what a cycle runs for in a period: persons employed at some time in it, or the rows of a query; those who do not join yet are left out. */
export function subjectsOf(policy: CompiledPolicy, cycle: CompiledCycle, period: CyclePeriod, facts: Facts, now: string): readonly CycleSubject[] {
  const subjects = 'query' in cycle.subjects ? rowsOf(policy, cycle, cycle.subjects.query, facts) : personsOf(policy, cycle, period, facts, now);
  return subjects.filter((subject) => joins(policy, cycle, subject, period, facts));
}

function personsOf(policy: CompiledPolicy, cycle: CompiledCycle, period: CyclePeriod, facts: Facts, now: string): readonly CycleSubject[] {
  if (!('persons' in cycle.subjects)) return [];
  const scope = scopeOf(policy, { facts }, now);
  const named = everyone(cycle.subjects.persons, { scope, directory: facts.directory, at: now, zone: policy.zone, matter: undefined });
  return named.flatMap((id) => {
    const person = facts.directory.person(id);
    return person && isPresentAtAll(person, period.start, period.end) ? [{ id, view: candidateOf(person) }] : [];
  });
}

/** Rows are matters (`id`), or groups of a query with `per`: the first of their names is the subject. */
function rowsOf(policy: CompiledPolicy, cycle: CompiledCycle, name: string, facts: Facts): readonly CycleSubject[] {
  const key = policy.queryKey(cycle.pack, name);
  const answer = facts.queries?.[key];
  if (!Array.isArray(answer)) throw new EvaluationFault(`facts.${key}`, 'is not answered');
  return (answer as readonly FactValue[]).flatMap((row) => {
    if (typeof row === 'string') return [{ id: row, view: row }];
    if (row === null || typeof row !== 'object' || Array.isArray(row)) return [];
    const members = row as FactMap;
    const id = members['id'] ?? Object.entries(members).find(([member]) => member !== 'value')?.[1] ?? null;
    return typeof id === 'string' ? [{ id, view: expressed(members) }] : [];
  });
}

/** `joins` gives whether, or from when: then the first period that begins at or after it. */
function joins(policy: CompiledPolicy, cycle: CompiledCycle, { view }: CycleSubject, period: CyclePeriod, facts: Facts): boolean {
  if (!cycle.joins) return true;
  const scope = scopeOf(policy, { facts }, period.start);
  scope.names['it'] = view;
  const from = plain(cycle.joins.evaluate(scope));
  if (typeof from === 'boolean') return from;
  if (from === null) return true;
  if (typeof from !== 'string') throw new EvaluationFault(cycle.joins.source, 'gives neither yes or no nor a time');
  return from.length === 10 ? from <= zonedText(period.start, policy.zone).slice(0, 10) : from <= period.start;
}
