import { magnitude } from '../cel/magnitudes.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledEffect } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { COUNTING_SERVICE } from '../compile/compile-queries.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { scopeOf } from '../queries/answer-query.ts';
import { holdsFor } from '../queries/holds-for.ts';
import { windowAround } from '../queries/window.ts';
import type { Window } from '../queries/window.ts';
import { matterIdOf } from '../react/matter-id.ts';
import type { Facts } from '../run/outcome.ts';
import type { OwedMatter } from '../run/owed-matter.ts';
import { SYSTEM } from '../run/session.ts';
import { expressed } from '../scope/expressed.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { figureOf } from '../scope/values-view.ts';
import { keyLines, personOfKey, REACH, REACHED, THRESHOLD } from './threshold-kind.ts';

/** A threshold that a count has just reached: a matter to be opened once, under this id; everything that follows is its reaction. */
export interface ReachedThreshold extends OwedMatter {
  /** The effect that waited for it. */
  readonly item: string;
  readonly key: FactMap;
  readonly count: number;
}

/** Two answers of one query over one window: before and after whatever was counted. */
export interface CountedTwice {
  readonly query: string;
  readonly before: FactValue;
  readonly after: FactValue;
}

/** Start of a window that has none. */
const EVER = '1970-01-01T00:00:00.000Z';

/**
 * Thresholds that a count has just reached (`when: { query, reaches }`), for the service that counts. The id is one per item, key and window (and
 * count, where it fires at each): told twice, opened once; a count that falls back below by a correction and rises again is the same matter.
 * `before` may be left empty where nothing was kept: whatever is reached already is told again, under the same id. `at`: an instant of the window
 * counted (`countsTouched`). Throws EvaluationFault where a figure or `if` cannot be evaluated.
 */
export function thresholdsReached(policy: CompiledPolicy, counted: CountedTwice, facts: Facts, at: string): readonly ReachedThreshold[] {
  const query = policy.queries.get(counted.query);
  if (!query) return [];
  const window = windowAround(query.window, at, policy.calendar);
  const [before, after] = [counted.before, counted.after].map(groupsOf) as [Groups, Groups];
  const keys = new Map([...before, ...after].map(([id, { key }]) => [id, key]));
  return [...policy.thresholds.values()].filter(({ pack, threshold }) => policy.queryKey(pack, threshold!.query) === counted.query).flatMap((effect) => {
    const scope = scopeOf(policy, { facts, actor: SYSTEM.id }, at);
    const { reaches, limit } = comparing(policy, effect, scope);
    const every = effect.threshold!.every;
    return [...keys].flatMap(([id, key]) => {
      const [was, count] = [before.get(id)?.count ?? 0, after.get(id)?.count ?? 0];
      const crossed = reaches(count) && (!reaches(was) || (every && count > was));
      return crossed && applies(effect, scope, key, at) ? [reached(effect, { key, count, limit, window: typeof query.window === 'object' && 'period' in query.window ? window : undefined, id: windowId(window, every, count) }, facts)] : [];
    });
  });
}

type Groups = ReadonlyMap<string, { readonly key: FactMap; readonly count: number }>;

/** `{ …key, value }` per group; an answer without groups is one group without key. */
function groupsOf(answer: FactValue): Groups {
  const groups = Array.isArray(answer) ? (answer as readonly FactMap[]).map(({ value, ...key }) => ({ key, value })) : [{ key: {}, value: answer }];
  return new Map(groups.map(({ key, value }) => [JSON.stringify(key), { key, count: typeof value === 'number' ? value : 0 }]));
}

/** Whether a count reaches the figure, itself included or not as its word says. */
function comparing(policy: CompiledPolicy, { pack, threshold }: CompiledEffect, scope: RunScope): { readonly limit: number; reaches(count: number): boolean } {
  const { value } = threshold!;
  const figure = policy.valueOf(pack, value);
  if (!figure) throw new EvaluationFault(`value:${value}`, 'no such value');
  const limit = Number(magnitude(figureOf(figure, scope)));
  return { limit, reaches: (count) => holdsFor(policy.comparisonOf(pack, value), count, limit) };
}

function applies(effect: CompiledEffect, scope: RunScope, key: FactMap, at: string): boolean {
  if (!effect.if) return true;
  scope.set({ key: expressed(key) as Readonly<Record<string, unknown>>, event: { type: REACHED, kind: THRESHOLD, at, by: SYSTEM.id, countsAt: at } });
  return effect.if.test(scope);
}

function windowId(window: Window | undefined, every: boolean, count: number): { readonly text: string; readonly at: string } {
  return { text: [window?.start ?? 'ever', ...(every ? [String(count)] : [])].join(':'), at: window?.start ?? EVER };
}

interface Reached {
  readonly key: FactMap;
  readonly count: number;
  readonly limit: number;
  readonly window: Window | undefined;
  readonly id: ReturnType<typeof windowId>;
}

function reached({ item, citation, threshold }: CompiledEffect, { key, count, limit, window, id }: Reached, { directory }: Facts): ReachedThreshold {
  const subject = personOfKey(key, directory);
  return {
    id: matterIdOf(`${THRESHOLD}:${item}:${JSON.stringify(key)}:${id.text}`, id.at, COUNTING_SERVICE),
    service: COUNTING_SERVICE, kind: THRESHOLD, act: REACH, item, citation, key, count,
    input: {
      item, query: threshold!.query, key: keyLines(key), count, limit, rule: citation.rule, ...(subject !== undefined && { subject }),
      ...(window && { start: window.start, end: window.end }),
    },
  };
}
