import type { WorkCalendar } from '@huiyin/deadline-rules';
import type { CompiledParty, CompiledPersons, CompiledValue } from './compiled-item.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { Comparison } from '../cel/strict-text.ts';
import type { CompiledCycle } from './compile-cycles.ts';
import type { CompiledIndicator } from './compile-indicators.ts';
import type { CompiledEffect, CompiledKind, CompiledKindFamily } from './compiled-kind.ts';
import type { CompiledQuery, QueryWindow, RowSource } from './compiled-query.ts';
import type { CompiledRetention } from './compile-retention.ts';
import type { FormDescription, ViewDescription } from '../describe/kind-description.ts';
import type { LocalisedText, RuleReference } from '../language/pack-document.ts';
import type { Citation } from '../matter/matter.ts';
import type { ViewConstructor } from '../scope/view-class.ts';
import type { ViewFactory } from '../scope/view-factory.ts';

/** What compiling found wrong. A policy with problems of severity `error` must not be adopted. */
export interface CompileProblem {
  readonly severity: 'error' | 'warning';
  /** Stable code: `conflict`, `unknownName`, `syntax`, `prototypeName`, `cycle`, `unknownKind`, … */
  readonly code: string;
  readonly pack: string;
  /** Where: `kinds.workOrder.acts.price.require[0].that`. */
  readonly item: string;
  readonly message: string;
}

/** An adopted policy, compiled once; immutable and addressed by the hash of its content. */
export interface CompiledPolicy {
  readonly hash: string;
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly problems: readonly CompileProblem[];
  readonly texts: ReadonlyMap<string, LocalisedText>;
  readonly kinds: ReadonlyMap<string, CompiledKindFamily>;
  readonly packs: readonly string[];
  readonly forms: ReadonlyMap<string, FormDescription>;
  /** Act (`kind.act`) → forms it seals. */
  readonly sealedBy: ReadonlyMap<string, readonly string[]>;
  readonly views: ReadonlyMap<string, CompiledView>;
  /** By key: the name, or `pack:name` of a later pack's query of the same name. */
  readonly queries: ReadonlyMap<string, CompiledQuery>;
  /** By `pack/name`. */
  readonly cycles: ReadonlyMap<string, CompiledCycle>;
  /** By name; a later pack's of the same name as `pack:name`. */
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  /** Effects that wait for a count, by their item. */
  readonly thresholds: ReadonlyMap<string, CompiledEffect>;
  readonly retention: readonly CompiledRetention[];
  /** Packs that name a query otherwise than its key: name → key. */
  readonly shadowedQueries: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Key of the query that `facts.<name>` means in a pack. */
  queryKey(pack: string, name: string): string;
  /** Which comparison a value's word fixes. */
  comparisonOf(pack: string, name: string): Comparison | undefined;
  /** Figures by pack; a pack sees its own, then the core's, then the other packs' in order. */
  valueOf(pack: string, name: string): CompiledValue | undefined;
  partyOf(pack: string, name: string): CompiledParty | undefined;
  cite(pack: string, rule: RuleReference | undefined, fallback?: string): Citation;
  readonly factory: ViewFactory;
  /** Class of the `values` that a pack's expressions see. */
  valuesClass(pack: string): ViewConstructor<(name: string) => unknown>;
  /** Compiles a further expression of a pack (columns, filters); cached. */
  expression(pack: string, source: string): CompiledExpression;
}

export interface CompiledView extends ViewDescription {
  readonly item: string;
  readonly source: RowSource;
  readonly within: QueryWindow;
  readonly groups: readonly { readonly name: string; readonly expression: CompiledExpression }[];
  readonly filter?: CompiledExpression;
  readonly computed: readonly { readonly name: string; readonly field?: string; readonly expression?: CompiledExpression }[];
  readonly openTo?: CompiledPersons;
  readonly narrowed: readonly { readonly by: CompiledPersons; readonly where: CompiledExpression }[];
}

/** The kind as it governs this matter. */
export type KindOfMatter = (kind: string, governor: string | undefined) => CompiledKind;
