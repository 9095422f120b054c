import type { Expression, LocalisedText, PersonsDocument, RuleReference } from './pack-document.ts';

export type FieldType =
  | 'text' | 'int' | 'decimal' | 'money' | 'percent' | 'bool' | 'date' | 'time' | 'instant' | 'duration'
  | 'choice' | 'person' | 'ref' | 'file' | 'list' | 'lines';

/** A field of a kind. `choice: [...]` alone means `type: choice`. */
export interface FieldDocument {
  readonly type?: FieldType;
  readonly choice?: readonly (string | { readonly is: string; readonly rule?: RuleReference })[];
  /** `ref`: the kind it points to. */
  readonly to?: string;
  /** `list`: type of its entries; `lines`: fields of a line. */
  readonly of?: FieldType | Readonly<Record<string, FieldDocument | FieldType>>;
  /** `lines`: the field that tells lines apart. */
  readonly key?: string;
  /** Acts after which it must be present (given now or earlier). */
  readonly required?: readonly string[];
  /** Acts that may carry it besides; an act takes no other field. */
  readonly optional?: readonly string[];
  readonly default?: Expression | number | boolean;
  /** CEL over `value`; refuses when false. */
  readonly check?: Expression;
  readonly min?: number;
  readonly max?: number;
  readonly scale?: number;
  readonly unit?: string;
  /** Instants: `past` never in the future and never a step's end; `planned` a promise or appointment. Absent: stamped by the act. */
  readonly typed?: 'past' | 'planned';
  /** Personal data: masked in logs and for those who need not see it. */
  readonly personal?: boolean;
  /** A period with `start` and `end`, as cycles set it. */
  readonly period?: boolean;
  readonly label?: LocalisedText;
  readonly group?: string;
  readonly rule?: RuleReference;
}

/** Paper, checklists, questionnaires. */
export interface FormDocument {
  readonly of: string;
  readonly code?: string;
  readonly title?: LocalisedText;
  readonly fields?: readonly string[];
  readonly copies?: readonly { readonly to: string; readonly title?: LocalisedText; readonly entitles?: string; readonly rule?: RuleReference }[];
  /** After this act a change of its fields is refused and recorded. */
  readonly sealedBy?: string;
  readonly print?: { readonly paper?: readonly string[] } | boolean;
  /** A checklist: answered item by item with the act `tick<Form>`. `gate` items must all be ticked before the acts of `gates`; `score` items count. */
  readonly items?: readonly { readonly key?: string; readonly text: LocalisedText; readonly is: 'gate' | 'score'; readonly rule?: RuleReference }[];
  /** Acts that wait for the gate items; default `sealedBy`. */
  readonly gates?: string | readonly string[];
  /** Who ticks; default any member of staff. */
  readonly by?: PersonsDocument;
  readonly rule: RuleReference;
}
