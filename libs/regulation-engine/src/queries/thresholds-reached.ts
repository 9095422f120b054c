import type { Comparison } from '../cel/strict-text.ts';
import { magnitude } from '../cel/magnitudes.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledEffect, CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { blankMatter } from '../evolve/evolve.ts';
import type { ResolvedEffect } from '../matter/event.ts';
import type { Citation, FactMap, FactValue } from '../matter/matter.ts';
import { carryOut } from '../react/carry-out.ts';
import type { ActionContext, Consequences } from '../react/effect-context.ts';
import type { Facts } from '../run/outcome.ts';
import { Session, SYSTEM } from '../run/session.ts';
import { figureOf } from '../scope/values-view.ts';
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
  const window = windowAround(query.window, at, policy.calendar);
  const groups = groupsOf(counted.after);
  const before = new Map(groupsOf(counted.before).map(({ key, count }) => [JSON.stringify(key), count]));
  return effectsOf(policy, counted.query).flatMap(({ kind, effect }) => groups.flatMap(({ key, count }) => {
    const reached = new Reaching(policy, kind, effect, facts, at, tenant).reached(key, before.get(JSON.stringify(key)) ?? 0, count);
    return reached ? [{ ...reached, id: `${reached.id}:${window ? window.start : 'ever'}` }].map((each) => withEffects(policy, kind, effect, facts, at, tenant, each)) : [];
  }));
}

function effectsOf(policy: CompiledPolicy, query: string): readonly { readonly kind: CompiledKind; readonly effect: CompiledEffect }[] {
  const seen = new Set<string>();
  return [...policy.kinds.values()].flatMap(({ plain, governed }) => [plain, ...governed.map(({ kind }) => kind)]).flatMap((kind) => kind.thresholdEffects.flatMap((effect) => {
    if (effect.watch || seen.has(effect.item) || policy.queryKey(effect.pack, effect.threshold!.query) !== query) return [];
    seen.add(effect.item);
    return [{ kind, effect }];
  }));
}

/** `{ …key, value }` per group; an answer without groups is one group without key. */
function groupsOf(answer: FactValue): readonly { readonly key: FactMap; readonly count: number }[] {
  if (!Array.isArray(answer)) return [{ key: {}, count: typeof answer === 'number' ? answer : 0 }];
  return (answer as readonly FactMap[]).map(({ value, ...key }) => ({ key, count: typeof value === 'number' ? value : 0 }));
}

const HOLDS: Readonly<Record<Comparison, (count: number, limit: number) => boolean>> = { '>=': (a, b) => a >= b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '<': (a, b) => a < b, '==': (a, b) => a === b };

class Reaching {
  readonly #limit: number;
  readonly #holds: (count: number, limit: number) => boolean;
  readonly #effect: CompiledEffect;
  constructor(policy: CompiledPolicy, kind: CompiledKind, effect: CompiledEffect, facts: Facts, at: string, tenant: string) {
    this.#effect = effect;
    const { value } = effect.threshold!;
    const figure = policy.valueOf(effect.pack, value);
    if (!figure) throw new EvaluationFault(`value:${value}`, 'no such value');
    this.#limit = Number(magnitude(figureOf(figure, sessionOf(policy, kind, facts, at, tenant).scope(at))));
    this.#holds = HOLDS[policy.comparisonOf(effect.pack, value) ?? '>='];
  }

  reached(key: FactMap, before: number, count: number): Omit<ReachedThreshold, 'effects'> | undefined {
    const now = this.#holds(count, this.#limit);
    const again = this.#effect.threshold!.every && count > before;
    if (!now || (this.#holds(before, this.#limit) && !again)) return undefined;
    const id = ['threshold', this.#effect.item, JSON.stringify(key), ...(this.#effect.threshold!.every ? [String(count)] : [])].join(':');
    return { id, item: this.#effect.item, citation: this.#effect.citation, key, count };
  }
}

function sessionOf(policy: CompiledPolicy, kind: CompiledKind, facts: Facts, at: string, tenant: string): Session {
  return new Session(policy, kind, blankMatter('', tenant, kind.name, kind.service, policy.hash, at, SYSTEM.id), facts, 'timer');
}

function withEffects(policy: CompiledPolicy, kind: CompiledKind, effect: CompiledEffect, facts: Facts, at: string, tenant: string, reached: Omit<ReachedThreshold, 'effects'>): ReachedThreshold {
  const session = sessionOf(policy, kind, facts, at, tenant);
  const scope = session.scope(at, { event: { type: `query.${effect.threshold!.query}.reached`, kind: kind.name, at, by: SYSTEM.id, countsAt: at }, actor: SYSTEM.id, key: reached.key });
  const into: Consequences = { effects: [], change: {} };
  const context: ActionContext = { session, scope, matter: session.matter, at, type: `query.${effect.threshold!.query}.reached`, eventId: reached.id };
  if (!effect.if || effect.if.test(scope)) for (const action of effect.actions) carryOut(context, action, into);
  return { ...reached, effects: into.effects };
}
