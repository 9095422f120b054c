import type { CompiledExpression } from '../cel/expression.ts';
import type { DuePolicy } from '@huiyin/deadline-rules';
import type { CompiledAct, CompiledField, CompiledGate } from './compiled-act.ts';
import type { CompiledException, CompiledItem, CompiledPersons, CompiledValue } from './compiled-item.ts';
import type { Literal } from '../language/pack-document.ts';
import type { FactValue } from '../matter/matter.ts';

export type CompiledDue =
  | { readonly type: 'value'; readonly value: CompiledValue; readonly policy?: DuePolicy }
  | { readonly type: 'text'; readonly text: string; readonly policy?: DuePolicy }
  | { readonly type: 'expression'; readonly expression: CompiledExpression }
  | { readonly type: 'earliest'; readonly members: readonly CompiledDue[] }
  | { readonly type: 'before'; readonly of: CompiledExpression; readonly by: string | CompiledValue; readonly policy?: DuePolicy }
  | { readonly type: 'unless'; readonly is: CompiledDue; readonly unless: readonly CompiledException[] };

/** When a promise is announced: as a due counted from where its window begins, or so long before its own due. */
export type CompiledWarn = CompiledDue | { readonly type: 'ahead'; readonly by: string | CompiledValue };

/** What sets something off: event names of which one must come, and a condition. */
export interface CompiledTrigger {
  readonly events: readonly string[];
  readonly if?: CompiledExpression;
}

export interface CompiledStep extends CompiledItem {
  readonly name: string;
  readonly opens: CompiledTrigger & { readonly becomes?: CompiledExpression; readonly since?: CompiledExpression };
  readonly who?: CompiledPersons;
  /** Act that ends it, with its kind where another's. */
  readonly act: { readonly kind?: string; readonly name: string };
  readonly done: readonly CompiledTrigger[];
  readonly due: CompiledDue;
  /** Every rule that it carries out; the first is its citation. */
  readonly rules: ReadonlySet<string>;
  readonly warn?: CompiledWarn;
  readonly whole: boolean;
  readonly series: readonly { readonly due: CompiledDue; readonly item: CompiledItem }[];
  readonly pausedWhile?: CompiledExpression;
  readonly excuse?: 'outage' | 'leave';
  readonly reopens: readonly string[];
  readonly restarts: readonly string[];
  readonly drops: readonly string[];
  readonly extend?: CompiledItem & { readonly by: CompiledPersons; readonly most?: string | CompiledValue; readonly times: number; readonly gates: readonly CompiledGate[] };
  readonly each?: string;
  readonly silent: boolean;
  readonly quiet: boolean;
  readonly watch: boolean;
}

export interface CompiledRow extends CompiledItem {
  readonly index: number;
  /** Input → test; an input left out matches anything. */
  readonly cells: readonly { readonly input: string; readonly source: string; matches(value: FactValue, figure: (name: string) => FactValue): boolean }[];
  readonly then: { readonly literal: Literal } | { readonly expression: CompiledExpression };
  readonly unless: readonly CompiledException[];
}

export interface CompiledTable extends CompiledItem {
  readonly name: string;
  readonly sets: string;
  readonly policy: 'unique' | 'first' | 'collect';
  /** Its pack only watches: what it derives is read by that pack's own items and never becomes a fact. */
  readonly watch: boolean;
  readonly inputs: readonly { readonly name: string; readonly expression: CompiledExpression }[];
  readonly rows: readonly CompiledRow[];
}

export interface CompiledAction extends CompiledItem {
  readonly index: number;
  /** Derived fact whose row is cited instead. */
  readonly ruleOf?: string;
  readonly tell?: CompiledPersons;
  readonly once: boolean;
  readonly instead: boolean;
  readonly channels: readonly string[];
  readonly proof: boolean;
  /** Of a decision: what each choice does. */
  readonly options?: ReadonlyMap<string, readonly CompiledAction[]>;
  readonly text?: string;
  readonly open?: string;
  readonly as?: string;
  readonly owner?: CompiledPersons;
  readonly act?: string;
  readonly on?: { readonly self: true } | { readonly field: string } | { readonly expression: CompiledExpression };
  readonly refused?: CompiledAction;
  readonly set: readonly { readonly field: string; readonly value: { readonly literal: FactValue } | { readonly expression: CompiledExpression } }[];
  readonly post?: {
    readonly ledger: 'points' | 'money' | 'stock' | 'evidence';
    readonly to?: Resolvable; readonly from?: Resolvable; readonly account?: Resolvable;
    readonly amount: CompiledExpression; readonly on?: Resolvable; readonly evidence?: Resolvable;
    readonly split: readonly CompiledPart[];
  };
  readonly hold?: { readonly of: CompiledExpression; readonly release: CompiledPersons };
  readonly publish?: string;
}

/** Part of a posted amount. */
export interface CompiledPart {
  readonly to: Resolvable;
  readonly account?: Resolvable;
  readonly size: { readonly share: CompiledExpression } | { readonly amount: CompiledExpression } | { readonly rest: true };
}

/** A count that is reached: fired by the service that counts. */
export interface CompiledThreshold {
  readonly query: string;
  readonly value: string;
  readonly every: boolean;
}

/** A name of somebody, else an expression. */
export type Resolvable = { readonly persons: CompiledPersons } | { readonly expression: CompiledExpression };

export interface CompiledEffect extends CompiledItem {
  readonly events: readonly string[];
  readonly changed?: string;
  readonly threshold?: CompiledThreshold;
  readonly if?: CompiledExpression;
  readonly each?: CompiledExpression;
  readonly actions: readonly CompiledAction[];
  readonly watch: boolean;
}

/** Chooses a person for each line that has none. */
export interface CompiledDistribution extends CompiledItem {
  readonly name: string;
  readonly lines: string;
  readonly among: CompiledPersons;
  readonly sets: string;
  readonly principles: readonly CompiledPrinciple[];
}

export type CompiledPrinciple = CompiledItem & (
  | { readonly type: 'keep'; readonly expression: CompiledExpression }
  | { readonly type: 'only'; readonly expression: CompiledExpression }
  | { readonly type: 'share'; readonly share: string; readonly to: CompiledExpression }
  | ({ readonly type: 'lowest' } & CompiledMeasure)
  | ({ readonly type: 'highest' } & CompiledMeasure)
);

/** A count of a query grouped by person, or CEL over the candidate. */
export interface CompiledMeasure {
  readonly of: { readonly query: string } | { readonly expression: CompiledExpression };
}

export interface CompiledOwnerRow extends CompiledItem {
  readonly if?: CompiledExpression;
  readonly is: CompiledPersons;
}

export interface CompiledNumber extends CompiledItem {
  readonly format: string;
  readonly at: ReadonlySet<string>;
  readonly into?: string;
}

export interface CompiledUnique extends CompiledItem {
  readonly key: readonly string[];
  readonly while?: ReadonlySet<string>;
  readonly refuse: string;
}

/** A kind as one governing pack shapes it (`governor` undefined: the core alone). */
export interface CompiledKind {
  readonly name: string;
  readonly is?: string;
  readonly service: string;
  readonly record: boolean;
  readonly core: boolean;
  readonly governor?: string;
  /** Plural in paths, where a pack spells it out. */
  readonly plural?: string;
  readonly states: readonly string[];
  readonly final: ReadonlySet<string>;
  readonly resting: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly acts: ReadonlyMap<string, CompiledAct>;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  /** By event type; what listens to `kind.*.missed` stands under that name too. */
  readonly opened: ReadonlyMap<string, readonly CompiledStep[]>;
  readonly ended: ReadonlyMap<string, readonly CompiledStep[]>;
  readonly becoming: readonly CompiledStep[];
  readonly pausing: readonly CompiledStep[];
  /** Conditions of the two above that only the matter's own facts, state and acts can change. */
  readonly steady: ReadonlySet<CompiledExpression>;
  readonly tables: readonly CompiledTable[];
  readonly effects: ReadonlyMap<string, readonly CompiledEffect[]>;
  readonly changeEffects: readonly CompiledEffect[];
  readonly thresholdEffects: readonly CompiledEffect[];
  /** Every action by its item, for entries that go on following and decisions that come back. */
  readonly actions: ReadonlyMap<string, { readonly action: CompiledAction; readonly effect: CompiledEffect }>;
  /** Instant or date that says which version of the policy binds a new matter; left out: now. */
  readonly policyAt?: CompiledExpression;
  readonly distributions: readonly CompiledDistribution[];
  readonly waits: ReadonlyMap<string, string>;
  readonly owner: readonly CompiledOwnerRow[];
  readonly numbers: readonly CompiledNumber[];
  readonly unique: readonly CompiledUnique[];
  readonly fallback: { readonly due: CompiledDue } & CompiledItem;
}

/** A kind with everything its packs make of it. */
export interface CompiledKindFamily {
  readonly name: string;
  readonly plain: CompiledKind;
  /** In the order of adoption; the one whose condition holds governs a new matter, two refuse it. */
  readonly governed: readonly { readonly pack: string; readonly if?: CompiledExpression; readonly kind: CompiledKind }[];
}
