import type { FieldType } from '@huiyin/regulation-engine';

/** `workOrder` → `WorkOrder` */
export const pascal = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const pointsAt = (type: FieldType | undefined): boolean => type === 'ref' || type === 'person';

/** Name of a field in the API: what points at something says so (`customerId`, `technicianIds`). */
export function apiNameOf(name: string, type: FieldType, of?: FieldType): string {
  if (pointsAt(type)) return `${name}Id`;
  return type === 'list' && pointsAt(of) ? `${name.replace(/s$/, '')}Ids` : name;
}
