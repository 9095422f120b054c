import type { Expression, ExceptionDocument, Literal, PersonsDocument, RuleReference } from './pack-document.ts';

/** A decision table (DMN). One row without inputs is a plain formula. */
export interface TableDocument {
  readonly sets: string;
  readonly policy?: 'unique' | 'first' | 'collect';
  readonly in?: Readonly<Record<string, Expression>>;
  readonly rows: readonly TableRowDocument[];
  readonly never?: readonly { readonly if: Expression; readonly why: string }[];
  readonly rule?: RuleReference;
}
/** Input name → cell (literal, list, comparison such as `>= 3`, `value:x`, `-`), plus `then` and `rule`. */
export type TableRowDocument = {
  readonly then: Literal | Expression;
  readonly rule?: RuleReference;
  readonly unless?: readonly ExceptionDocument[];
} & { readonly [input: string]: unknown };

export interface QueryDocument {
  /** kind | kind.steps | kind.<lines> | ledger.<name> */
  readonly of: string;
  /** CEL over `it`, and `matter`, `act`, `actor` of the asking matter. */
  readonly where?: Expression;
  readonly per?: readonly string[];
  readonly window?: string;
  readonly at?: Expression;
  readonly take: 'list' | 'count' | 'sum' | 'min' | 'max' | 'mean' | 'latest' | 'exists';
  readonly field?: string;
  readonly max?: number;
  readonly rule?: RuleReference;
}

/** Registers, live lists, year books, report content. */
export interface ViewDocument {
  readonly of: string;
  readonly title?: { readonly 'zh-CN': string; readonly en: string };
  readonly where?: Expression;
  readonly per?: readonly string[];
  readonly columns: readonly (string | { readonly name: string; readonly is: Expression })[];
  readonly order?: string;
  readonly number?: string;
  readonly window?: string;
  /** Who may open it; left out: every member of staff. */
  readonly by?: PersonsDocument;
  /** Those named here see only the rows for which `only` holds (`it`, `actor`). */
  readonly only?: readonly { readonly by: PersonsDocument; readonly where: Expression }[];
  readonly rule: RuleReference;
}

export interface IndicatorDocument {
  readonly is: Expression;
  readonly notApplicable?: Expression;
  readonly target?: string;
  readonly points?: Literal;
  readonly bands?: readonly Readonly<Record<string, unknown>>[];
  readonly rank?: { readonly ties?: 'share' };
  readonly shares?: Readonly<Record<string, unknown>>;
  readonly closes?: string;
  readonly appeal?: string;
  readonly rule: RuleReference;
}

export interface DistributionDocument {
  readonly of: Expression;
  readonly among: Expression;
  readonly sets: string;
  readonly by: readonly Readonly<Record<string, unknown>>[];
  readonly rule: RuleReference;
}
