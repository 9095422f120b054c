import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import type { StoredMatter } from '../matter-store.port.ts';

const AT = '2025-03-01T00:00:00.000Z';

/** A repair as another service would fold it. */
export function aMatter(given: Partial<Matter> & Pick<Matter, 'id' | 'tenant'>): Matter {
  return {
    kind: 'repair', service: 'intake', record: false, policy: 'p1', seq: 1, state: 'open', final: false, facts: {}, reasons: {}, links: {},
    flags: {}, steps: [], did: {}, signatures: [], entries: [], told: [], openedAt: AT, openedBy: 'staff-1', sealed: {}, ...given,
  };
}

/** An event whose change sets one fact, so that what has been folded can be counted. */
export function anEvent(given: { readonly tenant: string; readonly aggregate: string; readonly seq: number } & Partial<MatterEvent>): MatterEvent {
  const { tenant, aggregate, seq } = given;
  const by = { id: 'staff-1', kind: 'staff', name: '陈静', roles: ['front-desk'] } as const;
  const created = { id: aggregate, tenant, service: 'intake', record: false, openedAt: AT, openedBy: by.id };
  return {
    specversion: '1.0', id: `${aggregate}:${seq}`, source: '/services/intake', type: 'huiyin.repair.note.v1', subject: aggregate, time: new Date(Date.parse(AT) + seq * 1000).toISOString(),
    datacontenttype: 'application/json', service: 'intake', kind: 'repair', now: AT, policy: 'p1', causationid: 'c-1', correlationid: 'k-1', readers: [],
    data: { type: 'repair.note', kind: 'repair', seq, at: AT, by, policy: 'p1', effects: [], change: { set: { noted: seq }, ...(seq === 1 ? { created } : {}) } },
    ...given,
  };
}

/** A stored matter at version 1 without pending events. */
export function aStored(given: { readonly id: string; readonly tenant: string; readonly matter?: Partial<Matter> } & Partial<Omit<StoredMatter, 'matter'>>): StoredMatter {
  const { id, tenant, matter, ...rest } = given;
  return {
    id, tenant, kind: 'repair', version: 1, matter: aMatter({ id, tenant, ...matter }), readers: [], linked: [], keys: [],
    nextAlarmAt: null, simulated: false, sources: {}, recent: [], pending: [], ...rest,
  };
}

/** `count` events of one aggregate from sequence 1 on. */
export const someEvents = (tenant: string, aggregate: string, count: number): MatterEvent[] => Array.from({ length: count }, (_, index) => anEvent({ tenant, aggregate, seq: index + 1 }));
