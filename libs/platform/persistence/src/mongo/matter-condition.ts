import type { mongo } from 'mongoose';
import { filterPath } from '../matter-filter.ts';
import type { MatterFilter } from '../matter-store.port.ts';
import { readCursor, sortDirection, sortField } from '../matter-page.ts';
import type { MatterSort } from '../matter-page.ts';
import type { MatterDocument } from './documents.ts';

/** Every value is compared with `$eq`, so that an object that looks like an operator stays a value. */
export function conditionOf(tenant: string, filter: MatterFilter): mongo.Filter<MatterDocument> {
  return {
    tenant,
    ...(filter.kind === undefined ? {} : { kind: { $eq: filter.kind } }),
    ...(filter.open === undefined ? {} : { open: filter.open }),
    ...(filter.readers === undefined ? {} : { readers: { $in: [...filter.readers] } }),
    ...Object.fromEntries(Object.entries(filter.equals ?? {}).map(([name, wanted]) => [`matter.${filterPath(name).join('.')}`, { $eq: wanted }])),
  } as mongo.Filter<MatterDocument>;
}

export function orderOf(sort: MatterSort): Record<string, 1 | -1> {
  return { [sortField(sort)]: sortDirection(sort), _id: sortDirection(sort) };
}

/** What comes after a cursor in the list's order. */
export function afterCondition(sort: MatterSort, after: string | undefined): mongo.Filter<MatterDocument> {
  if (after === undefined) return {};
  const mark = readCursor(after);
  const beyond = sortDirection(sort) === 1 ? '$gt' : '$lt';
  const field = sortField(sort);
  return { $or: [{ [field]: { [beyond]: mark.value } }, { [field]: mark.value, _id: { [beyond]: mark.id } }] } as mongo.Filter<MatterDocument>;
}
