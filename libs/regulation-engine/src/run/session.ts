import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledItem } from '../compile/compiled-item.ts';
import { RunScope } from '../scope/run-scope.ts';
import type { ScopeNames } from '../scope/run-scope.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PeopleContext } from '../parties/resolve-persons.ts';
import type { EngineEvent } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import type { Consequences } from '../react/effect-context.ts';
import { keyOfThreshold } from '../thresholds/threshold-kind.ts';
import type { Facts, NumberRequest } from './outcome.ts';

/** Who acts where nobody does: alarms and effects. */
export const SYSTEM: Actor = Object.freeze({ id: 'system', kind: 'system', name: 'system', roles: [] });

/** An act the engine owes itself: an effect on the own matter, performed after the present one. */
export interface PendingAct {
  readonly act: string;
  readonly input: Matter['facts'];
  readonly line?: string;
  readonly onRefused: (rules: readonly string[]) => void;
}

/** One update of one matter: what has happened so far, and what the pass may ask. */
export class Session {
  readonly policy: CompiledPolicy;
  readonly kind: CompiledKind;
  readonly facts: Facts;
  /** `act`: a fault refuses. `timer`: nothing can be refused, the item is held and a task names it. */
  mode: 'act' | 'timer';
  matter: Matter;
  /** The matter when its conditions were last looked at, all of them without a fault. */
  lookedAt: Matter | undefined;
  /** Set while what ran out at an exclusive end is reacted to: all of it belongs to the period that ended. */
  countsAt?: string;
  readonly events: EngineEvent[] = [];
  readonly numbers: NumberRequest[] = [];
  readonly pending: PendingAct[] = [];
  /** What refused effects on the own matter brought about; told by the last event of the update. */
  readonly aftermath: Consequences[] = [];
  /** Items that could not be evaluated where nothing can be refused; the head of the matter asks for help with each. */
  readonly held = new Map<string, { readonly item: CompiledItem; readonly reason: string }>();

  constructor(policy: CompiledPolicy, kind: CompiledKind, matter: Matter, facts: Facts, mode: 'act' | 'timer') {
    this.policy = policy;
    this.kind = kind;
    this.matter = matter;
    this.facts = facts;
    this.mode = mode;
  }

  /** A fresh scope at an instant, over the matter given (default: as it stands). */
  scope(at: string, names: ScopeNames = {}): RunScope {
    // Lists are looked at without any matter.
    const own: Matter | undefined = names.matter ?? this.matter;
    const scope = new RunScope(this.policy, this.facts, at, own, names);
    const key = names.key === undefined && own ? keyOfThreshold(own) : undefined;
    return key ? scope.set({ key }) : scope;
  }

  /** What `evaluate` gives. A fault refuses the act; where nothing can be refused the item is held, and `meanwhile` stands. */
  attempt<T>(item: CompiledItem, evaluate: () => T, meanwhile: T): T {
    try {
      return evaluate();
    } catch (error) {
      if (!(error instanceof EvaluationFault) || this.mode === 'act') throw error;
      this.held.set(item.item, { item, reason: error.message });
      return meanwhile;
    }
  }

  people(scope: RunScope, at: string, matter: Matter = this.matter, starter?: string): PeopleContext {
    const { facts } = this;
    return {
      scope, at, matter,
      directory: facts.directory,
      zone: this.policy.zone,
      linked: (id) => facts.matter(id),
      ...(starter !== undefined && { starter }),
      ...(facts.load && { load: (person: string) => facts.load!(person) }),
    };
  }
}
