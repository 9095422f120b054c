import type { Matter } from '@huiyin/regulation-engine';

/** Copy of another service's matter, folded from its events; `matter.seq` is the last one applied. */
export interface TenantCopies {
  load(id: string): Promise<Matter | undefined>;
  loadMany(ids: readonly string[]): Promise<readonly Matter[]>;
  /** Stores only if the stored seq is `expectedSeq` (0: none yet). */
  save(matter: Matter, expectedSeq: number): Promise<'stored' | 'conflict'>;
  ofKind(kind: string): Promise<readonly Matter[]>;
  /** Copies that point to this id through a link. */
  linkedTo(id: string): Promise<readonly Matter[]>;
  /** Σ seq by producing service. */
  handled(): Promise<Readonly<Record<string, number>>>;
}
export interface CopyStore {
  forTenant(tenant: string): TenantCopies;
}
