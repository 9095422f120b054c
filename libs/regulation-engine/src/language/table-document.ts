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
  /** A period, a duration back from `at`, or `ever` (default). */
  readonly window?: string;
  /** The window is the one that holds this; default the act's instant. */
  readonly at?: Expression;
  /** CEL over `it`: instant or date by which a row falls into a window. Default: an entry's date, a step's due, else when it was opened. */
  readonly on?: Expression;
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
  /** `ratio(a, b)` over queries of the pack, one query, or CEL over `facts` and `it` (the subject). */
  readonly is: Expression;
  /** What its value is, and to how many decimals it is kept, as of a field: half up before target, rank and bands look at it. */
  readonly type?: 'int' | 'decimal' | 'money' | 'percent';
  readonly scale?: number;
  /** CEL: then there is no result. A division by nothing gives none either. */
  readonly notApplicable?: Expression;
  /** `value:x`; its word says which side is reached. */
  readonly target?: string;
  /** For a target reached: points, `value:x`, or CEL over `value`. */
  readonly points?: Literal;
  /** First that fits, by rank where there is one, else by the value. */
  readonly bands?: readonly BandDocument[];
  /** Highest first (`order: up`: lowest first). `ties: share`: equal values share the rank, the next is skipped. */
  readonly rank?: { readonly ties?: 'share'; readonly order?: 'up' | 'down' };
  /** An amount split by the values (or `by`), so that the parts add up. */
  readonly shares?: { readonly of: Expression; readonly by?: Expression };
  readonly closes?: string;
  readonly appeal?: string;
  readonly rule: RuleReference;
}

/** `upTo`, `below`, `from`, `over`: figures or `value:x`; what it gives stands in `points`, `pay` or `then`. */
export interface BandDocument {
  readonly upTo?: string | number;
  readonly below?: string | number;
  readonly from?: string | number;
  readonly over?: string | number;
  readonly if?: Expression;
  readonly points?: Literal | Expression;
  readonly pay?: Literal | Expression;
  readonly then?: Literal | Expression;
  readonly rule?: RuleReference;
}

/** Chooses a person for each line, principle by principle; each choice counts for the next and records its principle. */
export interface DistributionDocument {
  /** `kind.<lines>`. */
  readonly of: Expression;
  /** Persons to choose among: a post, or CEL. */
  readonly among: Expression;
  /** Field of the line that gets the person. */
  readonly sets: string;
  readonly by: readonly PrincipleDocument[];
  readonly rule: RuleReference;
}

/** One principle. Expressions read `line`, and `it`: a candidate with `given`, what he got so far. */
export interface PrincipleDocument {
  /** This person, if he is a candidate. */
  readonly keep?: Expression;
  /** Only these candidates, if there are any. */
  readonly only?: Expression;
  /** `value:x`: those of `to` get this share of the lines (rounded down), then leave the candidates. */
  readonly share?: string;
  readonly to?: Expression;
  /** Fewest, counting what was given already: CEL over `it`, or `query:name` grouped by person. */
  readonly lowest?: Expression;
  readonly highest?: Expression;
  readonly rule?: RuleReference;
}

/** How long something is kept (`always` or a duration), or when it is erased, counted from `after`. */
export interface RetentionDocument {
  readonly kind?: string;
  /** `kind.field`, or a field of `kind`. */
  readonly field?: string;
  readonly keep?: string;
  readonly erase?: string;
  /** An act (`close`), a fact or CEL; default: when the matter became final. */
  readonly after?: string;
  readonly rule: RuleReference;
}
