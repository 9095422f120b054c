/**
 * The pack language, version 1: what a pack's YAML holds once it has been parsed and checked against the schema.
 * One type per section of the language reference; the JSON Schema in `regulation-packs` has the same shapes.
 * Everything is plain JSON, so that a policy can be hashed by its content.
 */
import type { ActDocument } from './act-document.ts';
import type { FieldDocument, FormDocument } from './field-document.ts';
import type { CycleDocument, DueDocument, EffectDocument, StepDocument } from './step-document.ts';
import type { DistributionDocument, IndicatorDocument, QueryDocument, RetentionDocument, TableDocument, ViewDocument } from './table-document.ts';

/** A rule of the card: a number, or several; `D` is the operator's default of domain.md. */
export type RuleReference = number | string | readonly (number | string)[];
/** An expression in CEL, or the name of something declared in the pack. */
export type Expression = string;
/** Texts by language; zh-TW is derived from zh-CN unless given. */
export type LocalisedText = { readonly 'zh-CN': string; readonly en: string; readonly 'zh-TW'?: string };
export type Literal = string | number | boolean | null;

export interface PackDocument {
  readonly language: 1;
  readonly pack: string;
  readonly title: LocalisedText;
  readonly source?: SourceDocument;
  readonly variantOf?: string;
  readonly mode?: 'enforce' | 'watch';
  readonly cites?: Readonly<Record<string, CiteDocument>>;
  /** Labels and refusal sentences. Keys: refusal codes, `field.<kind>.<field>`, `act.<kind>.<act>`, `state.<kind>.<state>`, `step.<kind>.<step>`, … */
  readonly texts?: Readonly<Record<string, LocalisedText>>;
  readonly values?: Readonly<Record<string, ValueDocument>>;
  readonly parties?: Readonly<Record<string, PartyDocument>>;
  readonly kinds?: Readonly<Record<string, KindDocument>>;
  readonly forms?: Readonly<Record<string, FormDocument>>;
  readonly queries?: Readonly<Record<string, QueryDocument>>;
  readonly views?: Readonly<Record<string, ViewDocument>>;
  readonly indicators?: Readonly<Record<string, IndicatorDocument>>;
  readonly cycles?: Readonly<Record<string, CycleDocument>>;
  readonly distributions?: Readonly<Record<string, DistributionDocument>>;
  readonly retention?: readonly RetentionDocument[];
  readonly notes?: readonly { readonly rule: RuleReference; readonly note: LocalisedText }[];
  readonly notBuilt?: readonly { readonly rule: RuleReference; readonly why: string }[];
}

/** The text a pack stands on: an article of a file, from the words of `part` to the next heading of that form, or to the words of `until`. */
export interface SourceDocument {
  readonly file: string;
  readonly part?: string;
  readonly until?: string;
  /** Of the file. */
  readonly sha256: string;
  readonly checked: string;
}

export interface CiteDocument {
  readonly clause: string;
  /** Words that must stand in the source (normalised). Absent only for `D`. */
  readonly words?: string;
}

export interface ValueDocument {
  /** A duration, percentage, number, amount in fen, time of day … as the field type it is compared with would hold it. */
  readonly is: Literal | readonly Literal[];
  /** The source's word (以内, 超过 …); fixes the comparison of `holds()`. */
  readonly word?: string;
  /** Overrides the word's comparison; needs `why`. */
  readonly reads?: string;
  readonly why?: string;
  /** The text gives no figure: the operator's setting. */
  readonly open?: boolean;
  readonly below?: string;
  readonly above?: string;
  readonly roll?: 'none' | 'forward' | 'back';
  readonly firstDay?: 'excluded' | 'included';
  readonly monthEnd?: 'clamp';
  readonly hour?: string;
  readonly unless?: readonly ExceptionDocument[];
  readonly rule: RuleReference;
}

/** An exception is a cited item of its own; two that hold and differ refuse. */
export interface ExceptionDocument {
  readonly if: Expression;
  readonly then: Literal | Expression;
  readonly rule: RuleReference;
  readonly unless?: readonly ExceptionDocument[];
}

/** A post of the text → platform roles. `anyone` and `customer` are built in. */
export interface PartyDocument {
  readonly is?: string | readonly string[];
  readonly place?: Expression;
  readonly rank?: number;
  readonly qualified?: string;
  /** `on-duty | least-loaded`; default: first present. */
  readonly pick?: 'first' | 'onDuty' | 'leastLoaded';
  readonly rule?: RuleReference;
}

/** Whoever is named: party names, person fields or CEL giving one or many; `excludes` in the object form. */
export type PersonsDocument = Expression | readonly Expression[] | { readonly of: Expression | readonly Expression[]; readonly pick?: 'first' | 'onDuty' | 'leastLoaded'; readonly excludes?: readonly Expression[]; readonly rule?: RuleReference };

export interface KindDocument {
  /** A new kind is hosted in this service (`in`), or is a variant of a core kind (`is`). Neither: adds to the kind of that name. */
  readonly in?: string;
  readonly is?: string;
  /** Master data: fields and acts, no steps, no owner. */
  readonly record?: boolean;
  /** Path and code spelling where kebab-case plural is irregular. */
  readonly plural?: string;
  readonly governs?: Expression;
  readonly policyAt?: string;
  readonly number?: NumberDocument;
  readonly unique?: readonly { readonly key: readonly string[]; readonly while?: readonly string[]; readonly refuse: string; readonly rule?: RuleReference }[];
  readonly states?: readonly string[];
  readonly fields?: Readonly<Record<string, FieldDocument>>;
  readonly acts?: Readonly<Record<string, ActDocument>>;
  readonly steps?: Readonly<Record<string, StepDocument>>;
  readonly tables?: Readonly<Record<string, TableDocument>>;
  readonly effects?: readonly EffectDocument[];
  /** state → ref field: while in that state the head shows the link's owner and next step. */
  readonly waits?: Readonly<Record<string, string>>;
  readonly final?: readonly string[];
  readonly resting?: readonly string[];
  readonly owner?: readonly { readonly if?: Expression; readonly is: PersonsDocument; readonly rule?: RuleReference }[];
  /** Due of the fallback step (default `value:fallback`). */
  readonly fallback?: DueDocument;
  readonly rule?: RuleReference;
}

export interface NumberDocument {
  /** `{yyyy} {yy} {MM} {dd} {seq:4}` and literal text. Gap-free per operator, format and the period that the format shows. */
  readonly format: string;
  readonly at: readonly string[];
  /** Draws into this field instead of the matter's own `number` (registers with a second number). */
  readonly into?: string;
  readonly rule?: RuleReference;
}
