import type { CompiledField } from '../compile/compiled-act.ts';
import { rounded } from '../decide/check-type.ts';
import { decimalsOf } from '../figures/decimals-of.ts';
import type { FactValue } from '../matter/matter.ts';

/** What a field keeps of a figure: decimals are exact until they become a fact, then half up to the field's scale; money and ints to whole ones. */
export function roundedFor(field: CompiledField | undefined, value: FactValue): FactValue {
  if (typeof value !== 'number') return absentIfEmpty(value);
  return field ? rounded(value, decimalsOf(field)) : value;
}

/** An empty text or list is no value. */
export function absentIfEmpty(value: FactValue): FactValue {
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
