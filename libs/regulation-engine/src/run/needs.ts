import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { EngineEvent } from '../matter/event.ts';
import { dueCountsFor, eventCountsFor } from '../queries/counts-for.ts';
import { alarmsOf, nextAlarmAt } from '../settle/next-alarm.ts';
import { rowsNeeded } from '../queries/query-row.ts';
import { kindOfMatter, leadingKind } from './kind-of.ts';
import { askingAction } from '../react/asking-action.ts';
import { REACHED } from '../thresholds/threshold-kind.ts';
import { keysOf, queriesOfAct, queriesOfEvent, queriesOfFollowing } from './query-needs.ts';
import { ofAction, ofEffect } from './query-reads.ts';
import type { Needs } from './outcome.ts';

/** What must be fetched before an act can be decided: links of the matter, references of the input, and those of its lines. */
export function needs(policy: CompiledPolicy, matter: Matter | undefined, kindName: string, act: string, input: FactMap): Needs {
  const kind = matter ? kindOfMatter(policy, matter) : leadingKind(policy, kindName);
  const wanted = kind.acts.get(act);
  const references = new Map<string, { id: string; kind: string; service: string }>();
  const add = (field: CompiledField, value: FactValue): void => {
    for (const id of idsOf(field, value)) references.set(id, { id, kind: field.to ?? 'any', service: serviceOfKind(policy, kind, field.to) });
  };
  for (const field of kind.fields.values()) {
    add(field, matter?.facts[field.name] ?? null);
    if (wanted?.line === undefined) add(field, input[field.name] ?? null);
  }
  if (wanted?.line !== undefined) for (const field of wanted.takes.values()) add(field, input[field.name] ?? null);
  return { matters: [...references.values()], queries: queriesOf(policy, kind, wanted, matter, input) };
}

function idsOf(field: CompiledField, value: FactValue): readonly string[] {
  if (value === null) return [];
  if (field.type === 'ref' && typeof value === 'string') return [value];
  if (field.type === 'list' && field.of === 'ref' && Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === 'string');
  if (field.type !== 'lines' || !Array.isArray(value)) return [];
  return value.flatMap((line) => [...(field.lineFields ?? [])].flatMap(([name, sub]) => idsOf(sub, (line as FactMap)[name] ?? null)));
}

function serviceOfKind(policy: CompiledPolicy, own: CompiledKind, kind: string | undefined): string {
  return (kind === undefined ? undefined : policy.kinds.get(kind)?.plain.service) ?? own.service;
}

/**
 * What an alarm may come to read: whatever its open promises set off when they run out. Its queries count for the promise that runs out first:
 * fired at its own instant (`nextAlarmAt`), each alarm counts for its own period.
 */
export function needsOfAlarm(policy: CompiledPolicy, matter: Matter): Needs {
  const kind = kindOfMatter(policy, matter);
  const first = nextAlarmAt(matter);
  const running = matter.steps.find((step) => first !== undefined && alarmsOf(step).includes(first));
  const events = matter.steps.filter((step) => step.open).flatMap((step) => ['missed', 'reached', 'warned'].map((event) => `${kind.name}.${step.name}.${event}`));
  return needsOfEvents(policy, kind, matter, events, running?.dueAt === first && running?.inclusive === false ? dueCountsFor(running) : first);
}

/** What an event heard of a linked matter may come to read. Of the whole event its queries count for its instant, of its type alone for now. */
export function needsOfEvent(policy: CompiledPolicy, matter: Matter, event: string | Pick<EngineEvent, 'type' | 'at' | 'countsAt'>): Needs {
  const [type, at] = typeof event === 'string' ? [event, undefined] : [event.type, eventCountsFor(event)];
  return needsOfEvents(policy, kindOfMatter(policy, matter), matter, [type, `${matter.kind}.linkChanged`], at);
}

function needsOfEvents(policy: CompiledPolicy, kind: CompiledKind, matter: Matter, events: readonly string[], at: string | undefined): Needs {
  const { matters } = needs(policy, matter, matter.kind, '', {});
  const queries = queriesAsked(policy, [...events.flatMap((event) => [...queriesOfEvent(policy, kind, event)]), ...decided(policy, kind, matter), ...followed(policy, kind, matter)], matter, {});
  return { matters, queries: at === undefined ? queries : queries.map((query) => ({ ...query, at })) };
}

function queriesOf(policy: CompiledPolicy, kind: CompiledKind, act: CompiledAct | undefined, matter: Matter | undefined, input: FactMap): Needs['queries'] {
  return queriesAsked(policy, [...(act ? queriesOfAct(policy, kind, act) : []), ...reaching(policy, act, input), ...followed(policy, kind, matter)], matter, input);
}

/** What follows a count that is reached. */
function reaching(policy: CompiledPolicy, act: CompiledAct | undefined, { item }: FactMap): readonly string[] {
  const effect = act?.event === REACHED ? policy.thresholds.get(String(item)) : undefined;
  return effect ? keysOf(policy, ofEffect(effect)) : [];
}

/** What the choice of a decision that the matter asked for may do. */
function decided(policy: CompiledPolicy, kind: CompiledKind, { asked }: Matter): readonly string[] {
  return Object.values(asked ?? {}).flatMap(({ item }) => {
    const found = askingAction({ policy, kind }, item);
    return found ? keysOf(policy, [...ofAction(found.action), found.effect.each]) : [];
  });
}

function followed(policy: CompiledPolicy, kind: CompiledKind, matter: Matter | undefined): readonly string[] {
  return (matter?.follows ?? []).flatMap(({ item }) => queriesOfFollowing(policy, kind, item));
}

/** Queries with those that they read themselves, these first. */
export function queriesAsked(policy: CompiledPolicy, keys: readonly string[], matter: Matter | undefined, input: FactMap): Needs['queries'] {
  const found = new Map<string, Needs['queries'][number]>();
  const add = (key: string, depth: number): void => {
    const query = policy.queries.get(key);
    if (!query || found.has(key) || depth > MOST_NESTED) return;
    for (const name of query.reads) add(policy.queryKey(query.pack, name), depth + 1);
    found.set(key, { name: key, of: query.of, service: query.service, rows: rowsNeeded(query), parameters: { ...(matter && { matter: { ...matter.facts, id: matter.id } }), act: input } });
  };
  for (const key of keys) add(key, 0);
  return [...found.values()];
}

const MOST_NESTED = 4;
