import type { FieldDescription } from '@huiyin/regulation-engine';

const pointsAt = (type: string | undefined): boolean => type === 'ref' || type === 'person';

/** A field's name in the API: `customer` → `customerId`, `helpers` (list of persons) → `helperIds`. */
export function apiName(field: Pick<FieldDescription, 'name' | 'type' | 'of'>): string {
  if (pointsAt(field.type)) return `${field.name}Id`;
  if (field.type === 'list' && pointsAt(field.of)) return `${field.name.replace(/s$/, '')}Ids`;
  return field.name;
}

/** Where a field stands in a body: core fields at the top, fields of packs under `fields`. */
export const pointerOf = (field: FieldDescription): string => (field.core ? `/${apiName(field)}` : `/fields/${apiName(field)}`);
