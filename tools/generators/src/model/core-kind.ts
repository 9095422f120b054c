import type { FieldType, LocalisedText } from '@huiyin/regulation-engine';

/** A core kind as every generator reads it: names spelt, stamped fields known, what each act takes worked out. */
export interface CoreKind {
  readonly kind: string;
  /** `WorkOrder` */
  readonly type: string;
  /** `work-orders` */
  readonly plural: string;
  readonly record: boolean;
  readonly numbered: boolean;
  readonly states: readonly string[];
  readonly final: readonly string[];
  readonly fields: readonly CoreField[];
  readonly acts: readonly CoreAct[];
  readonly label?: LocalisedText;
}

export interface CoreField {
  readonly name: string;
  /** Name in bodies of the API: `customerId`. */
  readonly apiName: string;
  readonly type: FieldType;
  readonly of?: FieldType;
  readonly choices?: readonly string[];
  readonly to?: string;
  readonly key?: string;
  readonly lineFields?: readonly CoreField[];
  readonly min?: number;
  readonly max?: number;
  readonly scale?: number;
  readonly unit?: string;
  readonly group?: string;
  /** Given by the act itself, never typed. */
  readonly stamped: boolean;
  readonly personal: boolean;
  readonly label?: LocalisedText;
}

export interface CoreAct {
  readonly name: string;
  /** `WorkOrderCreateBody` */
  readonly body: string;
  readonly creating: boolean;
  /** Someone other than the system itself may do it. */
  readonly callable: boolean;
  /** The `lines` field on one line of which it works. */
  readonly line?: CoreField;
  /** What it takes, in order of declaration. */
  readonly takes: readonly { readonly field: CoreField; readonly required: boolean }[];
  readonly label?: LocalisedText;
}
