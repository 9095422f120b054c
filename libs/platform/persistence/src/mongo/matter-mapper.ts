import type { StoredMatter } from '../matter-store.port.ts';
import { alarmShardOf } from '../alarm-shard.ts';
import { tenantKey, withoutTenant } from '../tenant-key.ts';
import type { MatterDocument } from './documents.ts';

/** What a commit writes of a matter: all but its id and its pending events. */
export function toFields(stored: Omit<StoredMatter, 'pending'>): Omit<MatterDocument, '_id' | 'pending'> {
  return {
    tenant: stored.tenant,
    kind: stored.kind,
    version: stored.version,
    seq: stored.matter.seq,
    open: !stored.matter.final,
    openedAt: stored.matter.openedAt,
    number: stored.matter.number ?? '',
    matter: stored.matter,
    readers: stored.readers,
    linked: stored.linked,
    simulated: stored.simulated,
    shard: alarmShardOf(stored.id),
    sources: stored.sources,
    recent: stored.recent,
    ...(stored.keys.length === 0 ? {} : { keys: stored.keys.map((key) => tenantKey(stored.tenant, key)) }),
    ...(stored.nextAlarmAt === null ? {} : { nextAlarmAt: stored.nextAlarmAt }),
  };
}

export function toStored(document: MatterDocument): StoredMatter {
  return {
    id: document._id,
    tenant: document.tenant,
    kind: document.kind,
    version: document.version,
    matter: document.matter,
    readers: document.readers,
    linked: document.linked,
    keys: (document.keys ?? []).map((key) => withoutTenant(document.tenant, key)),
    nextAlarmAt: document.nextAlarmAt ?? null,
    simulated: document.simulated,
    sources: document.sources,
    recent: document.recent,
    pending: document.pending,
  };
}
