import type { FieldType } from '../language/field-document.ts';

/**
 * To how many decimals a field keeps its figure: its `scale`; of a percentage, which is a fraction, the decimals of the percentage (66.7 % is
 * 0.667 by scale 1); of money and ints none. Undefined: as it is.
 */
export function decimalsOf({ type, scale }: { readonly type: FieldType; readonly scale?: number }): number | undefined {
  if (type === 'money' || type === 'int') return 0;
  return type === 'percent' && scale !== undefined ? scale + 2 : scale;
}
