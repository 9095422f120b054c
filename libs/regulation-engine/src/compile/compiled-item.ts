import type { CompiledExpression } from '../cel/expression.ts';
import type { FactValue } from '../matter/matter.ts';
import type { Citation } from '../matter/matter.ts';

/** What every compiled item carries: where it stands and what it cites. */
export interface CompiledItem {
  /** `s2.4/kinds.workOrder.acts.price.require[0]` */
  readonly item: string;
  readonly pack: string;
  readonly citation: Citation;
}

/** An exception to a value, due, gate or row: an item of its own. */
export interface CompiledException extends CompiledItem {
  readonly if: CompiledExpression;
  readonly then: { readonly literal: FactValue } | { readonly expression: CompiledExpression };
  readonly unless: readonly CompiledException[];
}

export interface CompiledValue extends CompiledItem {
  readonly name: string;
  readonly is: FactValue;
  readonly word?: string;
  readonly open: boolean;
  /** `text`: the source's figure; `setting`: the operator's, where the text gives none; `override`: changed at adoption. */
  readonly origin: 'text' | 'setting' | 'override';
  readonly roll?: 'none' | 'forward' | 'back';
  readonly firstDay?: 'excluded' | 'included';
  readonly hour?: string;
  readonly unless: readonly CompiledException[];
}

/** One way of naming persons. */
export type PersonEntry =
  | { readonly type: 'party'; readonly party: CompiledParty }
  | { readonly type: 'builtin'; readonly name: 'anyone' | 'customer' | 'system' | 'nobody' | 'starter' }
  | { readonly type: 'field'; readonly field: string }
  | { readonly type: 'expression'; readonly expression: CompiledExpression };

/** Whoever is named, with how one is picked where one is needed. */
export interface CompiledPersons {
  readonly entries: readonly PersonEntry[];
  /** As the pack wrote them. */
  readonly names: readonly string[];
  readonly pick?: 'first' | 'onDuty' | 'leastLoaded';
  readonly excludes: readonly PersonEntry[];
  /** What says who may, where that is another rule than that of the act. */
  readonly citation?: Citation;
}

export interface CompiledParty extends CompiledItem {
  readonly name: string;
  /** Platform roles in kebab-case; `anyone`: every member of staff. */
  readonly roles: readonly string[];
  readonly place?: { readonly literal: string } | { readonly expression: CompiledExpression };
  readonly rank?: number;
  /** In kebab-case, as roles. */
  readonly qualified?: string;
  readonly pick?: 'first' | 'onDuty' | 'leastLoaded';
}
