import type { ExceptionDocument, Expression, PersonsDocument, RuleReference } from './pack-document.ts';

/** An act raises the event `kind.act`. */
export interface ActDocument {
  /** Who may. `nobody`: only with a permit; `system`: only effects. */
  readonly by?: PersonsDocument;
  /** Left out: any state not final. `[new]` creates. */
  readonly from?: readonly string[];
  /** Left out: the state stays. Rows may read `after`; no row fits: stays. */
  readonly to?: string | readonly { readonly if?: Expression; readonly state: string; readonly rule?: RuleReference }[];
  /** One signature per entry on the same content; the last completes the act. */
  readonly sign?: readonly PersonsDocument[];
  /** Only while a step asks for it. */
  readonly turn?: boolean;
  readonly require?: readonly GateDocument[];
  /** Works on one line of this `lines` field (creates a missing line). */
  readonly line?: string;
  readonly permit?: { readonly by: PersonsDocument; readonly uses?: number };
  /** A refused attempt is the event `kind.act.refused`. */
  readonly keepRefused?: boolean;
  /** Assignments made by the act itself: field → CEL over matter, act, actor, now. */
  readonly set?: Readonly<Record<string, Expression>>;
  readonly log?: boolean;
  readonly offline?: string;
  readonly rule?: RuleReference;
}

export interface GateDocument {
  readonly if?: Expression;
  readonly that: Expression;
  /** Refusal code; its sentence stands in `texts`. */
  readonly refuse: string;
  readonly field?: string;
  readonly unless?: readonly ExceptionDocument[];
  readonly rule: RuleReference;
}
