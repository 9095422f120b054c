import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { namesOf } from '../react/event-names.ts';
import { ofAct, ofAction, ofEffect, ofEnding, ofEveryEvent, ofStep } from './query-reads.ts';
import type { Expressions } from './query-reads.ts';

interface Needed {
  readonly always: ReadonlySet<string>;
  readonly byAct: Map<string, ReadonlySet<string>>;
  readonly byEvent: Map<string, ReadonlySet<string>>;
}

const known = new WeakMap<CompiledKind, Needed>();

/** Keys of the queries that an act may come to read: its gates and targets, what its event opens and sets off, acts that follow on the same matter. */
export function queriesOfAct(policy: CompiledPolicy, kind: CompiledKind, act: CompiledAct): ReadonlySet<string> {
  return remembered(neededBy(policy, kind).byAct, act.name, () => new Walk(policy, kind).act(act.name).keys);
}

/** Keys of the queries that an event (an alarm's, or one heard of a linked matter) may come to read. */
export function queriesOfEvent(policy: CompiledPolicy, kind: CompiledKind, type: string): ReadonlySet<string> {
  return remembered(neededBy(policy, kind).byEvent, type, () => new Walk(policy, kind).event(type).keys);
}

/** Keys that an item's expressions read. */
export function keysOf(policy: CompiledPolicy, expressions: Expressions): readonly string[] {
  return expressions.flatMap((expression) => (expression?.reads ?? []).flatMap((path) => (path.startsWith('facts.') ? [policy.queryKey(expression!.pack, path.split('.')[1]!)] : [])));
}

/** Keys that a posted item reads while it follows its facts. */
export function queriesOfFollowing(policy: CompiledPolicy, kind: CompiledKind, item: string): readonly string[] {
  const found = kind.actions.get(item);
  return found ? keysOf(policy, [...ofAction(found.action), found.effect.each]) : [];
}

function neededBy(policy: CompiledPolicy, kind: CompiledKind): Needed {
  const before = known.get(kind);
  if (before) return before;
  const principles = kind.distributions.flatMap(({ principles: all }) => all.flatMap((principle) => ((principle.type === 'lowest' || principle.type === 'highest') && 'query' in principle.of ? [principle.of.query] : [])));
  const needed: Needed = { always: new Set([...keysOf(policy, ofEveryEvent(kind)), ...principles]), byAct: new Map(), byEvent: new Map() };
  known.set(kind, needed);
  return needed;
}

function remembered(map: Map<string, ReadonlySet<string>>, name: string, make: () => ReadonlySet<string>): ReadonlySet<string> {
  const before = map.get(name);
  if (before) return before;
  const made = make();
  map.set(name, made);
  return made;
}

class Walk {
  readonly keys: Set<string>;
  readonly #policy: CompiledPolicy;
  readonly #kind: CompiledKind;
  readonly #seen = new Set<string>();
  constructor(policy: CompiledPolicy, kind: CompiledKind) {
    this.#policy = policy;
    this.#kind = kind;
    this.keys = new Set(neededBy(policy, kind).always);
  }

  act(name: string): this {
    const act = this.#kind.acts.get(name);
    if (!act || !this.#first(`act:${name}`)) return this;
    this.#read(ofAct(act));
    for (const step of this.#kind.becoming) this.#stepEvents(step.name);
    return this.event(act.event).event(`${act.event}.refused`);
  }

  event(type: string): this {
    if (!this.#first(type)) return this;
    for (const each of namesOf(this.#policy, type)) {
      for (const step of this.#kind.opened.get(each) ?? []) {
        this.#read(ofStep(step));
        this.#stepEvents(step.name);
      }
      for (const step of this.#kind.ended.get(each) ?? []) {
        this.#read(ofEnding(step));
        this.#stepEvents(step.name);
      }
      for (const effect of this.#kind.effects.get(each) ?? []) {
        this.#read(ofEffect(effect));
        for (const action of effect.actions) if (action.act !== undefined && (!action.on || 'self' in action.on)) this.act(action.act);
      }
    }
    return this;
  }

  #stepEvents(step: string): void {
    for (const event of ['opened', 'met', 'missed', 'dropped', 'extended']) this.event(`${this.#kind.name}.${step}.${event}`);
  }

  #read(expressions: Expressions): void {
    for (const key of keysOf(this.#policy, expressions)) this.keys.add(key);
  }

  #first(name: string): boolean {
    if (this.#seen.has(name)) return false;
    this.#seen.add(name);
    return true;
  }
}
