import { plain } from '../cel/plain.ts';
import { magnitude } from '../cel/magnitudes.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledCycle } from '../compile/compile-cycles.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { EVERYWHERE } from '../compile/merge-kinds.ts';
import { COUNTING_SERVICE } from '../compile/compile-queries.ts';
import type { FactValue } from '../matter/matter.ts';
import { matterIdOf } from '../react/matter-id.ts';
import type { Facts } from '../run/outcome.ts';
import type { OwedMatter } from '../run/owed-matter.ts';
import { scopeOf } from '../queries/answer-query.ts';
import { figureOf } from '../scope/values-view.ts';
import { subjectsOf } from './cycle-subjects.ts';
import type { CycleSubject } from './cycle-subjects.ts';
import { periodsDue } from './periods.ts';
import type { CyclePeriod } from './periods.ts';

/** A matter that a cycle owes. */
export interface CycleMatter extends OwedMatter {
  /** `pack/name`. */
  readonly cycle: string;
  /** A person, a matter, or who stands for the post; absent where nobody is employed. */
  readonly subject?: string;
  readonly period: CyclePeriod;
}

/**
 * Matters that the cycles owe by now and that `exists` does not know: one per cycle, subject (or post) and period. `since` is the later of the
 * last look and the instant the policy came into force: every period that ended after it, the running one included (adoption opens it), or, of
 * cycles that open at the end, every one that has ended since. Left out: the period at hand alone. Queries that cycles read must be answered in
 * `facts.queries` (see `needsOfCycles`). Throws EvaluationFault where a subject or `joins` cannot be evaluated.
 */
export function cycleDues(policy: CompiledPolicy, now: string, facts: Facts, exists: (id: string) => boolean, since?: string): readonly CycleMatter[] {
  return [...policy.cycles.values()].flatMap((cycle) => periodsDue(cycle, since, now, policy.calendar).flatMap((period) => subjectsOf(policy, cycle, period, facts, now).map((subject) => owedMatter(policy, cycle, subject, period, facts)))).filter(({ id }) => !exists(id));
}

/** Id of the matter of a cycle, subject (or post) and period: what meets it finds it without a look-up. */
export function cycleMatterId(cycle: Pick<CompiledCycle, 'id' | 'service'>, key: string, period: CyclePeriod): string {
  return matterIdOf(`${cycle.id}:${key}:${period.start}`, period.start, hostOf(cycle));
}

export function hostOf({ service }: Pick<CompiledCycle, 'service'>): string {
  return service === EVERYWHERE ? COUNTING_SERVICE : service;
}

function owedMatter(policy: CompiledPolicy, cycle: CompiledCycle, subject: CycleSubject, period: CyclePeriod, facts: Facts): CycleMatter {
  const scope = scopeOf(policy, { facts }, period.start);
  scope.names['it'] = subject.view;
  const given = Object.fromEntries(cycle.set.map(({ field, value }): [string, FactValue] => [field, 'literal' in value ? value.literal : plain(value.expression.evaluate(scope))]));
  const { start, end, label } = period;
  return {
    id: cycleMatterId(cycle, subject.key, period), cycle: cycle.id, service: hostOf(cycle), kind: cycle.kind, act: cycle.act, period: { start, end, label }, citation: cycle.citation,
    ...(subject.id !== undefined && { subject: subject.id }),
    input: { ...given, cycle: cycle.id, ...(subject.id !== undefined && { subject: subject.id }), period: { start, end, label }, required: required(policy, cycle, scope), met: 0 },
  };
}

function required(policy: CompiledPolicy, { n, pack }: CompiledCycle, scope: ReturnType<typeof scopeOf>): number {
  if ('literal' in n) return n.literal;
  const value = policy.valueOf(pack, n.value);
  if (!value) throw new EvaluationFault(`value:${n.value}`, 'no such value');
  return Number(magnitude(figureOf(value, scope)));
}

/** When the next period begins: when to look again. Undefined: there are no cycles. */
export function nextCycleAt(policy: CompiledPolicy, now: string): string | undefined {
  return [...policy.cycles.values()].map((cycle) => periodsDue({ ...cycle, opens: 'start' }, undefined, now, policy.calendar)[0]!.end).reduce<string | undefined>((first, at) => (first !== undefined && first <= at ? first : at), undefined);
}
