import type { MatterEvent } from '@huiyin/contracts-kernel';
import { nextStep } from '@huiyin/regulation-engine';
import type { Matter } from '@huiyin/regulation-engine';
import type { IndexedMatter } from '../persistence/matter-index.repository.ts';

/** A matter after an event as the read model keeps it. */
export function indexOf(event: MatterEvent, after: Matter, readers: readonly string[] = event.readers): IndexedMatter {
  const next = nextStep(after);
  const owner = after.owner ?? next?.owner;
  return {
    id: after.id,
    tenant: event.tenant,
    service: event.service,
    kind: after.kind,
    record: after.record,
    final: after.final,
    state: after.state,
    seq: after.seq,
    ...(owner !== undefined && { owner }),
    ...(next && { next }),
    ...(after.waitsFor !== undefined && { waitsFor: after.links[after.waitsFor] ?? after.waitsFor }),
    links: [...new Set(Object.values(after.links))],
    readers,
    openedAt: after.openedAt,
    updatedAt: event.now,
    matter: after,
  };
}
