import type { FormDocument } from '../language/field-document.ts';
import type { FieldType } from '../language/field-document.ts';
import type { LocalisedText } from '../language/pack-document.ts';
import type { ViewDocument } from '../language/table-document.ts';
import type { Citation } from '../matter/matter.ts';

/** Everything needed to build the JSON Schema, the form and the labels of one field. */
export interface FieldDescription {
  readonly name: string;
  readonly type: FieldType;
  /** Pack that declared it first; `core-…` fields stand at the top level of API bodies, others under `fields`. */
  readonly pack: string;
  readonly core: boolean;
  readonly choices?: readonly string[];
  /** `ref`: the kind it points to (undefined or `any`: any kind). */
  readonly to?: string;
  /** `ref`: the service of that kind. */
  readonly service?: string;
  /** `list`: type of the entries. */
  readonly of?: FieldType;
  /** `lines`: key field and the fields of a line. */
  readonly key?: string;
  readonly lineFields?: readonly FieldDescription[];
  readonly min?: number;
  readonly max?: number;
  readonly scale?: number;
  readonly unit?: string;
  readonly typed?: 'past' | 'planned';
  /** Stamped by the acts that require it: never typed. */
  readonly stamped: boolean;
  /** Set by a table, never given. */
  readonly derived: boolean;
  readonly personal: boolean;
  readonly group?: string;
  readonly label: LocalisedText;
  readonly citation: Citation;
}

export interface ActDescription {
  readonly name: string;
  /** True: `from: [new]`, makes a matter. */
  readonly creating: boolean;
  readonly pack: string;
  /** Fields the act takes, in order of declaration; stamped and derived fields are left out. */
  readonly fields: readonly { readonly field: string; readonly required: boolean }[];
  /** Works on one line of this field; `fields` then names fields of the line. */
  readonly line?: string;
  /** States it starts from; undefined: any that is not final. */
  readonly from?: readonly string[];
  /** States it may lead to; empty: stays. */
  readonly to: readonly string[];
  /** Names of those who may, as the pack wrote them (`clerk`, `customer`, `system`); several signers for `sign`. */
  readonly by: readonly string[];
  /** Only effects of the system perform it. */
  readonly systemOnly: boolean;
  readonly customer: boolean;
  readonly label: LocalisedText;
  readonly citation: Citation;
}

export interface StepDescription {
  readonly name: string;
  readonly act: string;
  readonly whole: boolean;
  readonly label: LocalisedText;
  readonly citation: Citation;
}

export interface StateDescription {
  readonly name: string;
  readonly final: boolean;
  readonly resting: boolean;
  readonly label: LocalisedText;
}

/** A kind under a policy: what `GET /v1/kinds/{kind}` and the generated routes need. */
export interface KindDescription {
  readonly kind: string;
  /** Core kind of a variant (`is:`). */
  readonly is?: string;
  readonly service: string;
  readonly record: boolean;
  /** True: declared by a core pack. */
  readonly core: boolean;
  /** kebab-case plural for paths: `work-orders`. */
  readonly plural: string;
  readonly label: LocalisedText;
  readonly states: readonly StateDescription[];
  readonly fields: readonly FieldDescription[];
  readonly acts: readonly ActDescription[];
  readonly steps: readonly StepDescription[];
  readonly forms: readonly FormDescription[];
  readonly views: readonly string[];
}

export interface FormDescription extends Omit<FormDocument, 'rule'> {
  /** Its pack only watches: it seals nothing. */
  readonly watch?: true;
  readonly name: string;
  readonly pack: string;
  readonly citation: Citation;
}

export interface ViewDescription extends Omit<ViewDocument, 'rule'> {
  readonly name: string;
  readonly pack: string;
  readonly citation: Citation;
}
