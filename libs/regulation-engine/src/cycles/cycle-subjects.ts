import { zonedText } from '@huiyin/deadline-rules';
import { plain } from '../cel/plain.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledCycle } from '../compile/compile-cycles.ts';
import type { CompiledPersons } from '../compile/compiled-item.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { lastResort } from '../parties/last-resort.ts';
import { mayAct } from '../parties/may-act.ts';
import { isPresentAtAll } from '../parties/presence.ts';
import { everyone, responsible } from '../parties/resolve-persons.ts';
import type { PeopleContext } from '../parties/resolve-persons.ts';
import { candidateOf } from '../react/distribute.ts';
import type { Facts } from '../run/outcome.ts';
import { expressed } from '../scope/expressed.ts';
import { scopeOf } from '../queries/answer-query.ts';
import type { CyclePeriod } from './periods.ts';

export interface CycleSubject {
  /** What tells one matter of a period from another: the subject's id, or the post. */
  readonly key: string;
  /** Fact `subject`: the person, the row's id, or who stood for the post at opening; absent where nobody at all is employed. */
  readonly id?: string;
  /** What expressions read as `it`. */
  readonly view: unknown;
}

/** Whom or what a cycle runs for in a period: persons employed in it, a post, or the rows of a query; those who do not join yet are left out. */
export function subjectsOf(policy: CompiledPolicy, cycle: CompiledCycle, period: CyclePeriod, facts: Facts, now: string): readonly CycleSubject[] {
  return candidatesOf(policy, cycle, period, facts, now).filter((subject) => joins(policy, cycle, subject, period, facts));
}

function candidatesOf(policy: CompiledPolicy, cycle: CompiledCycle, period: CyclePeriod, facts: Facts, now: string): readonly CycleSubject[] {
  const { subjects } = cycle;
  if ('query' in subjects) return rowsOf(policy, cycle, subjects.query, facts);
  return 'post' in subjects ? [postOf(policy, subjects.post, facts, now)] : personsOf(policy, subjects.persons, period, facts, now);
}

/** Of a period that is running those employed now; of one that has ended those employed at some time in it, though they have left since. */
function personsOf(policy: CompiledPolicy, persons: CompiledPersons, period: CyclePeriod, facts: Facts, now: string): readonly CycleSubject[] {
  const ended = period.end <= now;
  return everyone(persons, { ...people(policy, facts, now), ...(ended && { during: period }) }).flatMap((id) => {
    const person = facts.directory.person(id);
    return person && isPresentAtAll(person, period.start, period.end) ? [{ key: id, id, view: candidateOf(person) }] : [];
  });
}

/** The post owes one, also while nobody holds it: then whoever the operator has stands for it. */
function postOf(policy: CompiledPolicy, post: CompiledPersons, facts: Facts, now: string): CycleSubject {
  const id = responsible(post, people(policy, facts, now)) ?? lastResort(facts.directory, now, undefined);
  const person = id === undefined ? undefined : facts.directory.person(id);
  return { key: postKey(post), ...(id !== undefined && { id }), view: person ? candidateOf(person) : null };
}

export function postKey({ names }: CompiledPersons): string {
  return `post:${names.join('+')}`;
}

/** Does somebody hold the post at that instant, or stand in for a holder? */
export function isOfThePost(policy: CompiledPolicy, post: CompiledPersons, id: string, facts: Facts, at: string): boolean {
  const person = facts.directory.person(id);
  return person !== undefined && mayAct(post, { id, kind: 'staff', name: person.name, roles: person.roles }, undefined, people(policy, facts, at)) === 'allowed';
}

function people(policy: CompiledPolicy, facts: Facts, at: string): PeopleContext {
  return { scope: scopeOf(policy, { facts }, at), directory: facts.directory, at, zone: policy.zone, matter: undefined, ...(facts.load && { load: (person: string) => facts.load!(person) }) };
}

/** Rows are matters (`id`), or groups of a query with `per`: the first of their names is the subject. */
function rowsOf(policy: CompiledPolicy, cycle: CompiledCycle, name: string, facts: Facts): readonly CycleSubject[] {
  const key = policy.queryKey(cycle.pack, name);
  const answer = facts.queries?.[key];
  if (!Array.isArray(answer)) throw new EvaluationFault(`facts.${key}`, 'is not answered');
  return (answer as readonly FactValue[]).flatMap((row) => {
    if (typeof row === 'string') return [{ key: row, id: row, view: row }];
    if (row === null || typeof row !== 'object' || Array.isArray(row)) return [];
    const members = row as FactMap;
    const id = members['id'] ?? Object.entries(members).find(([member]) => member !== 'value')?.[1] ?? null;
    return typeof id === 'string' ? [{ key: id, id, view: expressed(members) }] : [];
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
