import type { mongo } from 'mongoose';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { StoredMatter } from '../matter-store.port.ts';
import type { MatterDocument } from './documents.ts';
import { toFields } from './matter-mapper.ts';

export function insertOf(stored: StoredMatter): MatterDocument {
  const first = stored.pending[0];
  return { _id: stored.id, ...toFields(stored), pending: stored.pending, ...(first ? { pendingSince: first.time } : {}) };
}

export function updateOf(stored: Omit<StoredMatter, 'pending'>, appended: readonly MatterEvent[]): mongo.UpdateFilter<MatterDocument> {
  const fields = toFields(stored);
  const first = appended[0];
  return {
    $set: fields,
    ...unsetOf(fields),
    // The first event that waits decides the age of what is unpublished.
    ...(first ? { $push: { pending: { $each: [...appended] } }, $min: { pendingSince: first.time } } : {}),
  } as mongo.UpdateFilter<MatterDocument>;
}

/** Optional fields that this commit does not carry leave the document (and their indexes). */
function unsetOf(fields: Pick<MatterDocument, 'keys' | 'nextAlarmAt'>): { $unset?: Record<string, ''> } {
  const absent = (['keys', 'nextAlarmAt'] as const).filter((name) => fields[name] === undefined);
  return absent.length === 0 ? {} : { $unset: Object.fromEntries(absent.map((name) => [name, '' as const])) };
}
