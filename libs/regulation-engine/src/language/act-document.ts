import type { ExceptionDocument, Expression, Literal, PersonsDocument, RuleReference } from './pack-document.ts';

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
  /** A licence: those named here let somebody else do it, so often (default once). They give it with the act `permit<Act>`. */
  readonly permit?: { readonly by: PersonsDocument; readonly uses?: number };
  /** Acts on linked matters of the same service that happen with this one or not at all: `link.act`, or an act with its target and input. */
  readonly together?: readonly (string | TogetherDocument)[];
  readonly mode?: 'enforce' | 'watch';
  /** A refused attempt is the event `kind.act.refused`. */
  readonly keepRefused?: boolean;
  /** Assignments made by the act itself: field → CEL over matter, act, actor, now. */
  readonly set?: Readonly<Record<string, Expression>>;
  readonly log?: boolean;
  readonly offline?: string;
  readonly rule?: RuleReference;
}

export interface TogetherDocument {
  readonly act: string;
  /** A ref field, or CEL giving an id. */
  readonly on: Expression;
  readonly set?: Readonly<Record<string, Expression | Literal>>;
  readonly if?: Expression;
}

export interface GateDocument {
  readonly mode?: 'enforce' | 'watch';
  readonly if?: Expression;
  readonly that: Expression;
  /** Refusal code; its sentence stands in `texts`. */
  readonly refuse: string;
  readonly field?: string;
  readonly unless?: readonly ExceptionDocument[];
  readonly rule: RuleReference;
}
