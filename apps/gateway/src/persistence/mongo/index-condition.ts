import type { mongo } from 'mongoose';
import type { IndexFilter } from '../matter-index.repository.ts';
import type { MatterRow } from './collections.ts';

/** A filter of the read model as a condition; every value stands behind an operator, so that none can be one. */
export function indexCondition(tenant: string, filter: IndexFilter): mongo.Filter<MatterRow> {
  const lacks = filter.without?.map((lack) => (lack === 'owner' ? { owner: { $exists: false } } : { next: { $exists: false } }));
  return {
    tenant: { $eq: tenant },
    ...(filter.kind !== undefined && { kind: { $eq: filter.kind } }),
    ...(filter.state !== undefined && { state: { $eq: filter.state } }),
    ...(filter.owner !== undefined && { owner: { $eq: filter.owner } }),
    ...(filter.open !== undefined && { final: { $eq: !filter.open } }),
    ...(filter.readers !== undefined && { readers: { $in: [...filter.readers] } }),
    ...(lacks && { record: { $eq: false }, final: { $eq: false }, $or: lacks }),
  } as mongo.Filter<MatterRow>;
}
