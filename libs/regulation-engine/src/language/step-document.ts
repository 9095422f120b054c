import type { GateDocument } from './act-document.ts';
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
  | { readonly is: DueDocument; readonly unless?: readonly ExceptionDocument[]; readonly roll?: 'none' | 'forward' | 'back' };

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
  /** Whoever is named here may extend it with the act `extend<Step>`: by `most` in all, so often (default once), only while it is not late. */
  readonly extend?: { readonly by: PersonsDocument; readonly most?: string; readonly before?: 'due'; readonly times?: number; readonly require?: Expression | readonly GateDocument[]; readonly rule?: RuleReference };
  /** One run per line of this field. */
  readonly each?: string;
  readonly verdict?: 'none';
  readonly missed?: 'quiet';
  readonly mode?: 'enforce' | 'watch';
  readonly rule: RuleReference;
}

export interface ThresholdDocument {
  readonly query: string;
  /** `value:x`, whose word says whether the figure itself is enough. */
  readonly reaches: string;
  /** Again at each count above; left out: once per key and window. */
  readonly every?: boolean;
}

export interface EffectDocument {
  readonly when?: string | readonly string[] | ThresholdDocument;
  readonly changed?: string;
  readonly threshold?: ThresholdDocument;
  readonly mode?: 'enforce' | 'watch';
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
  /** The channel must prove that it was told. */
  readonly proof?: boolean;
  readonly text?: string;
  /** Opens a matter of this kind; `as` stores its id in that ref field. */
  readonly open?: string;
  readonly as?: string;
  readonly owner?: PersonsDocument;
  /** `open: decision`: what may be chosen, and what each choice does, in the matter that asked. */
  readonly options?: Readonly<Record<string, EffectActionDocument | readonly EffectActionDocument[] | null>>;
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
    /** Parts of the amount: a share rounded half up, a fixed amount, or the rest. */
    readonly split?: readonly { readonly to: Expression; readonly account?: Expression; readonly share?: Expression; readonly amount?: Expression; readonly rest?: boolean }[];
    readonly on?: Expression;
    /** As `on`. */
    readonly date?: Expression;
    readonly evidence?: Expression;
    /** As the action's own. */
    readonly rule?: RuleReference;
  };
  readonly hold?: { readonly of: Expression; readonly release: PersonsDocument };
  readonly publish?: string;
  /** A derived fact: what follows cites the row that set it; `rule` where no row did. */
  readonly ruleOf?: string;
  readonly rule?: RuleReference;
}

/** What is owed per period: one matter per subject and period, with `subject`, `period.start`, `period.end`, `required`, `met`, `missing`. */
export interface CycleDocument {
  readonly every: PeriodName;
  /** How many per period: a number or `value:x`. Default one. */
  readonly n?: number | string;
  /**
   * Posts, CEL giving persons, or a query (`query:name`, `facts.name`) giving matters or persons. Each holder owes one; with `pick` (here, or of
   * the one post named) the post owes one, whoever holds it.
   */
  readonly for: PersonsDocument | string;
  /** Who owes it, over the opened matter. Default: the subject where it is a person, the post that picks one, else the `by` of the act that meets it. */
  readonly who?: PersonsDocument;
  readonly open: string;
  /** Input of the opening act besides, over `it` (the subject) and `values`. */
  readonly set?: Readonly<Record<string, Expression | Literal>>;
  readonly opens?: 'start' | 'end';
  /** `end`: of the period; anything else counts from the period's start, or its end where it opens there. */
  readonly due: DueDocument;
  readonly roll?: 'none' | 'forward' | 'back';
  readonly lapses?: boolean;
  /** Over `it` and `now` (the period's start): whether the subject takes part, or from when. */
  readonly joins?: Expression;
  readonly met?: TriggerDocument & { readonly subject?: Expression };
  readonly rule: RuleReference;
}

export type PeriodName = 'businessDate' | 'day' | 'week' | 'halfMonth' | 'month' | 'quarter' | 'halfYear' | 'year';
