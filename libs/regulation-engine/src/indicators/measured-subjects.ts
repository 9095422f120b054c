import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { candidateOf } from '../react/distribute.ts';
import { queriesAsked } from '../run/needs.ts';
import type { Facts, Needs } from '../run/outcome.ts';
import { perSubject } from './per-subject.ts';
import type { Measured } from './score-indicator.ts';

/** Whom a figure is about that nobody in particular has. */
export const EVERYBODY = 'operator';

/** Queries that an indicator reads, in the order to be answered, over the period that closes. Throws for an unknown indicator. */
export function needsOfIndicator(policy: CompiledPolicy, name: string): Needs['queries'] {
  const indicator = policy.indicators.get(name);
  if (!indicator) throw new Error(`no indicator ${name}`);
  return queriesAsked(policy, indicator.queries, undefined, {});
}

/** Who is measured: everyone whom a grouped answer names (in order of first appearance), each with his part of every answer; without groups the operator as a whole. */
export function measuredSubjects(policy: CompiledPolicy, name: string, facts: Facts): readonly Measured[] {
  const keys = policy.indicators.get(name)?.queries ?? [];
  const answers = keys.map((key): readonly [string, FactValue] => [key, facts.queries?.[key] ?? null]);
  const named = [...new Set(answers.flatMap(([, answer]) => subjectsIn(answer)))];
  if (named.length === 0 && answers.some(([, answer]) => Array.isArray(answer))) return [];
  return (named.length > 0 ? named : [EVERYBODY]).map((subject): Measured => {
    const person = facts.directory.person(subject);
    const nothing = (key: string): FactValue => (['count', 'sum'].includes(policy.queries.get(key)?.take ?? '') ? 0 : null);
    return { subject, answers: Object.fromEntries(answers.map(([key, answer]) => [key, perSubject(answer, subject, nothing(key))])), ...(person && { it: factsOf(candidateOf(person)) }) };
  });
}

/** A person as a fact: ints are figures. */
function factsOf(person: Readonly<Record<string, unknown>>): FactMap {
  return Object.fromEntries(Object.entries(person).map(([name, value]) => [name, (typeof value === 'bigint' ? Number(value) : value) as FactValue]));
}

function subjectsIn(answer: FactValue): readonly string[] {
  if (!Array.isArray(answer)) return [];
  return (answer as readonly FactMap[]).flatMap((row) => {
    const first = row !== null && typeof row === 'object' ? Object.entries(row).find(([member]) => member !== 'value')?.[1] : undefined;
    return typeof first === 'string' ? [first] : [];
  });
}
