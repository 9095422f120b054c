import type { FieldType } from '../language/field-document.ts';

/** What reading a field needs to know about it. */
export interface FieldShape {
  readonly type: FieldType;
  readonly to?: string;
  readonly of?: FieldType;
  /** `lines`: the field that tells them apart. */
  readonly key?: string;
  readonly lineFields?: ReadonlyMap<string, FieldShape>;
}

/** A kind as expressions see it: fields of all its packs, acts, steps. */
export interface KindShape {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly acts: readonly string[];
  readonly steps: readonly string[];
}
