import type { Expression, ExceptionDocument, Literal, PersonsDocument, RuleReference } from './pack-document.ts';

/** Event names: `act` of the own kind, `kind.act`, `kind.step.missed`, `kind.*.missed`. */
export interface TriggerDocument {
  readonly when?: string | readonly string[];
  readonly if?: Expression;
  /** CEL whose rising edge opens (and falling edge drops). */
  readonly becomes?: Expression;
  /** Instant the clock starts at, instead of the event's. */
  readonly since?: Expression;
}

export type DueDocument =
  | string
  | { readonly earliest: readonly DueDocument[] }
  | { readonly before: { readonly of: Expression; readonly by: string } }
  | { readonly is: DueDocument; readonly unless?: readonly ExceptionDocument[] };

/** A promise: who owes what by when. */
export interface StepDocument {
  readonly opens: TriggerDocument;
  /** Default: the `by` of its act. */
  readonly who?: PersonsDocument;
  /** Default: the step's name. `callback.reach` names an act of a linked kind. */
  readonly act?: string;
  /** Ends the step: default the act's event. */
  readonly done?: string | TriggerDocument | readonly (string | TriggerDocument)[];
  readonly due?: DueDocument;
  readonly warn?: DueDocument;
  /** A limit on the whole matter: owed by whoever has the next step, never itself the next. */
  readonly whole?: boolean;
  readonly series?: readonly { readonly due: DueDocument; readonly rule?: RuleReference }[];
  readonly pausedWhile?: Expression;
  readonly excuse?: 'outage' | 'leave';
  readonly reopens?: string | readonly string[];
  readonly restarts?: string | readonly string[];
  readonly drops?: string | readonly string[];
  readonly extend?: { readonly by: PersonsDocument; readonly most?: string; readonly before?: 'due'; readonly times?: number; readonly require?: Expression };
  /** One run per line of this field. */
  readonly each?: string;
  readonly verdict?: 'none';
  readonly missed?: 'quiet';
  readonly rule: RuleReference;
}

export interface EffectDocument {
  readonly when?: string | readonly string[];
  readonly changed?: string;
  readonly threshold?: { readonly query: string; readonly reaches: string };
  readonly if?: Expression;
  readonly each?: Expression;
  readonly do: EffectActionDocument | readonly EffectActionDocument[];
  readonly rule?: RuleReference;
}

export interface EffectActionDocument {
  readonly tell?: PersonsDocument;
  readonly once?: boolean;
  /** With a step's `missed`: replaces the default telling. */
  readonly instead?: boolean;
  readonly channels?: readonly string[];
  readonly text?: string;
  /** Opens a matter of this kind; `as` stores its id in that ref field. */
  readonly open?: string;
  readonly as?: string;
  readonly owner?: PersonsDocument;
  /** Performs this act … */
  readonly act?: string;
  /** … on: `self` (default), a ref field, or CEL giving an id. */
  readonly on?: Expression;
  readonly refused?: EffectActionDocument;
  readonly set?: Readonly<Record<string, Expression | Literal>>;
  readonly post?: {
    readonly ledger: 'points' | 'money' | 'stock' | 'evidence';
    readonly to?: Expression;
    readonly from?: Expression;
    readonly account?: Expression;
    readonly amount: Expression;
    readonly on?: Expression;
    readonly evidence?: Expression;
  };
  readonly hold?: { readonly of: Expression; readonly release: PersonsDocument };
  readonly publish?: string;
  readonly rule?: RuleReference;
}

/** What is owed per period. */
export interface CycleDocument {
  readonly every: 'businessDate' | 'day' | 'week' | 'halfMonth' | 'month' | 'quarter' | 'halfYear' | 'year';
  readonly n?: number;
  readonly for: PersonsDocument | string;
  readonly open: string;
  readonly opens?: 'start' | 'end';
  readonly due: DueDocument;
  readonly roll?: 'none' | 'forward' | 'back';
  readonly lapses?: boolean;
  readonly joins?: Expression;
  readonly met?: TriggerDocument & { readonly subject?: Expression };
  readonly rule: RuleReference;
}
