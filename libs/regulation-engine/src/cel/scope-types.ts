/** Types of the pack language as expressions see them. */
export type BaseType =
  | 'text' | 'int' | 'decimal' | 'bool' | 'date' | 'time' | 'instant' | 'duration' | 'person' | 'any' | 'object' | 'list';

/** The declared type of a name in an expression's scope. */
export interface TypeSpec {
  readonly base: BaseType;
  /** May be absent (null): anything but `==`, `!=`, `in`, `has()` needs a guard. */
  readonly optional?: boolean;
  /** `object`: its members. */
  readonly fields?: Readonly<Record<string, TypeSpec>>;
  /** `list`: its entries, and how many at most (cost bound). */
  readonly of?: TypeSpec;
  readonly max?: number;
  /** `text`: the only words it ever is. */
  readonly options?: readonly string[];
  /** `object`: a name for error texts and type identity (`workOrder`, `workOrder.parts`). */
  readonly name?: string;
}

/** Names in scope: `matter`, `after`, `act`, `values` … */
export type ScopeTypes = Readonly<Record<string, TypeSpec>>;

export interface ExpressionProblem {
  readonly message: string;
  /** Offset in the source. */
  readonly at: number;
  /** `syntax`, `type`, `unknownName`, `option`, `function`, `unguarded`, `cost`, `literal`. */
  readonly code: string;
  /** `option`: the word that was found, and those that there are. */
  readonly found?: string;
  readonly allowed?: readonly string[];
}

/** What the linter learns about one expression. */
export interface CheckedExpression {
  readonly errors: readonly ExpressionProblem[];
  /** Base type of the result; undefined when it does not check. */
  readonly type?: string;
  /** Paths read, such as `matter.price`, `values.marginLow`, `facts.ticketsOfMonth`. */
  readonly reads: readonly string[];
  /** Upper bound of evaluation steps, from each list's `max`. */
  readonly cost: number;
  /** Number literals other than 0 and 1, which belong in `values`. */
  readonly literals: readonly string[];
}
