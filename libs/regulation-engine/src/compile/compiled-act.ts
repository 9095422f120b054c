import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledException, CompiledItem, CompiledPersons } from './compiled-item.ts';
import type { FieldType } from '../language/field-document.ts';
import type { LocalisedText } from '../language/pack-document.ts';
import type { FactValue } from '../matter/matter.ts';
import type { Citation } from '../matter/matter.ts';

export interface CompiledField extends CompiledItem {
  readonly name: string;
  readonly type: FieldType;
  readonly core: boolean;
  readonly choices?: ReadonlyMap<string, Citation | undefined>;
  readonly to?: string;
  readonly of?: FieldType;
  readonly lineKey?: string;
  readonly lineFields?: ReadonlyMap<string, CompiledField>;
  /** Acts after which it must be present, with the item that demands it. */
  readonly requiredIn: ReadonlyMap<string, Citation>;
  readonly optionalIn: ReadonlySet<string>;
  /** Acts after which a pack that only watches would demand it. */
  readonly watchedIn: ReadonlyMap<string, Citation>;
  readonly default?: { readonly literal: FactValue } | { readonly expression: CompiledExpression };
  readonly check?: CompiledExpression;
  readonly min?: number;
  readonly max?: number;
  readonly scale?: number;
  readonly unit?: string;
  readonly typed?: 'past' | 'planned';
  readonly stamped: boolean;
  readonly derived: boolean;
  readonly personal: boolean;
  readonly period: boolean;
  readonly group?: string;
  readonly label?: LocalisedText;
}

export interface CompiledGate extends CompiledItem {
  readonly if?: CompiledExpression;
  readonly that: CompiledExpression;
  readonly refuse: string;
  readonly field?: string;
  readonly unless: readonly CompiledException[];
  /** `mode: watch`: recorded, never refuses. */
  readonly watch: boolean;
}

export interface CompiledTarget {
  readonly if?: CompiledExpression;
  readonly state: string;
  readonly citation: Citation;
}

export interface CompiledAct extends CompiledItem {
  readonly name: string;
  /** Event it raises: `workOrder.take`. */
  readonly event: string;
  readonly creating: boolean;
  readonly from?: ReadonlySet<string>;
  readonly to: readonly CompiledTarget[];
  readonly by?: CompiledPersons;
  readonly sign?: readonly CompiledPersons[];
  /** What a refusal of who tried cites: the rule that says who may. */
  readonly whoMay: Citation;
  readonly turn: boolean;
  readonly gates: readonly CompiledGate[];
  readonly line?: string;
  readonly permit?: { readonly by: CompiledPersons; readonly uses: number };
  readonly keepRefused: boolean;
  readonly set: readonly { readonly field: string; readonly expression: CompiledExpression; readonly item: string; readonly citation: Citation }[];
  /** Fields it takes, required first as declared; for a line act, fields of the line. */
  readonly takes: ReadonlyMap<string, CompiledField>;
  readonly requires: ReadonlySet<string>;
  /** What it takes and demands of each line of a list that it may be given whole, or that must be complete for it. */
  readonly lines: ReadonlyMap<string, LineTakes>;
  readonly log: boolean;
  /** `read list print export forward`: looking at a matter, whatever its state; it moves nothing. */
  readonly access: boolean;
  /** An act the language makes: an extension of a step's due, a licence for an act. */
  readonly special?: { readonly extend: string } | { readonly permit: string };
  readonly together: readonly CompiledCompanion[];
  readonly watching: readonly WatchingLayer[];
}

/** What a pack or act that only watches would demand of whoever acts, and of the state. */
export interface WatchingLayer extends CompiledItem {
  readonly by?: CompiledPersons;
  readonly from?: ReadonlySet<string>;
}

export interface LineTakes {
  readonly takes: ReadonlyMap<string, CompiledField>;
  readonly requires: ReadonlySet<string>;
}

/** An act on a linked matter that happens with this one or not at all. */
export interface CompiledCompanion extends CompiledItem {
  readonly act: string;
  readonly on: { readonly field: string } | { readonly expression: CompiledExpression };
  readonly if?: CompiledExpression;
  readonly set: readonly { readonly field: string; readonly value: { readonly literal: FactValue } | { readonly expression: CompiledExpression } }[];
}
