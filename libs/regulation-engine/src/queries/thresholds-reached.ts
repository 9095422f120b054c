import { magnitude } from '../cel/magnitudes.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledEffect, CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { blankMatter } from '../evolve/evolve.ts';
import type { ResolvedEffect } from '../matter/event.ts';
import type { Citation, FactMap, FactValue } from '../matter/matter.ts';
import { carryOut } from '../react/carry-out.ts';
import type { Consequences } from '../react/effect-context.ts';
import type { Facts } from '../run/outcome.ts';
import { Session, SYSTEM } from '../run/session.ts';
import { figureOf } from '../scope/values-view.ts';
import { holdsFor } from './holds-for.ts';
import { windowAround } from './window.ts';

export interface ReachedThreshold {
  /** Stable per item, key and window (and count, where it fires at each): told twice, done once. */
  readonly id: string;
  readonly item: string;
  readonly citation: Citation;
  readonly key: FactMap;
  readonly count: number;
  readonly effects: readonly ResolvedEffect[];
}

/** Two answers of one query: before and after whatever was counted. */
export interface CountedTwice {
  readonly query: string;
  readonly before: FactValue;
  readonly after: FactValue;
}

/**
 * Effects whose threshold a count has just reached (`when: { query, reaches }`), resolved, for the service that counts: it relays them once by id.
 * In them `key` is the group (`key.person`), `matter` is nobody's. `at`: the instant whose window was counted; `tenant`: the operator's id.
 */
export function thresholdsReached(policy: CompiledPolicy, counted: CountedTwice, facts: Facts, at: string, tenant: string): readonly ReachedThreshold[] {
  const query = policy.queries.get(counted.query);
  if (!query) return [];
  const window = windowAround(query.window, at, policy.calendar)?.start ?? 'ever';
  const before = new Map(groupsOf(counted.before).map(({ key, count }) => [JSON.stringify(key), count]));
  return effectsOf(policy, counted.query).flatMap(({ kind, effect }) => {
    const session = new Session(policy, kind, blankMatter('', tenant, kind.name, kind.service, policy.hash, at, SYSTEM.id), facts, 'timer');
    const reaches = comparing(session, effect, at);
    const every = effect.threshold!.every;
    const crossed = (count: number, was: number): boolean => reaches(count) && (!reaches(was) || (every && count > was));
    return groupsOf(counted.after).filter(({ key, count }) => crossed(count, before.get(JSON.stringify(key)) ?? 0)).map(({ key, count }): ReachedThreshold => {
      const id = ['threshold', effect.item, JSON.stringify(key), window, ...(every ? [String(count)] : [])].join(':');
      return { id, item: effect.item, citation: effect.citation, key, count, effects: carriedOut(session, effect, key, id, at) };
    });
  });
}

function effectsOf(policy: CompiledPolicy, query: string): readonly { readonly kind: CompiledKind; readonly effect: CompiledEffect }[] {
  const kinds = [...policy.kinds.values()].flatMap(({ plain, governed }) => [plain, ...governed.map(({ kind }) => kind)]);
  const found = kinds.flatMap((kind) => kind.thresholdEffects.filter((effect) => !effect.watch && policy.queryKey(effect.pack, effect.threshold!.query) === query).map((effect) => [effect.item, { kind, effect }] as const));
  return [...new Map(found).values()];
}

/** `{ …key, value }` per group; an answer without groups is one group without key. */
function groupsOf(answer: FactValue): readonly { readonly key: FactMap; readonly count: number }[] {
  if (!Array.isArray(answer)) return [{ key: {}, count: typeof answer === 'number' ? answer : 0 }];
  return (answer as readonly FactMap[]).map(({ value, ...key }) => ({ key, count: typeof value === 'number' ? value : 0 }));
}

/** Whether a count reaches the figure, itself included or not as its word says. */
function comparing(session: Session, { pack, threshold }: CompiledEffect, at: string): (count: number) => boolean {
  const { value } = threshold!;
  const figure = session.policy.valueOf(pack, value);
  if (!figure) throw new EvaluationFault(`value:${value}`, 'no such value');
  const limit = Number(magnitude(figureOf(figure, session.scope(at))));
  return (count) => holdsFor(session.policy.comparisonOf(pack, value), count, limit);
}

function carriedOut(session: Session, effect: CompiledEffect, key: FactMap, id: string, at: string): readonly ResolvedEffect[] {
  const type = `query.${effect.threshold!.query}.reached`;
  const event = { type, kind: session.kind.name, at, by: SYSTEM.id, countsAt: at };
  const scope = session.scope(at, { event, actor: SYSTEM.id, key });
  const into: Consequences = { effects: [], change: {} };
  if (effect.if && !effect.if.test(scope)) return [];
  for (const action of effect.actions) carryOut({ session, scope, matter: session.matter, at, type, eventId: id, event }, action, into);
  return into.effects;
}
