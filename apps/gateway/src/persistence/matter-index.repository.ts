import type { Matter, NextStep } from '@huiyin/regulation-engine';

/** A matter of any service as the gateway's read model keeps it. */
export interface IndexedMatter {
  readonly id: string;
  readonly tenant: string;
  readonly service: string;
  readonly kind: string;
  readonly record: boolean;
  readonly final: boolean;
  readonly state: string;
  readonly seq: number;
  readonly owner?: string;
  readonly next?: NextStep;
  /** The link whose owner and next step the head shows. */
  readonly waitsFor?: string;
  readonly links: readonly string[];
  readonly readers: readonly string[];
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly matter: Matter;
}

export interface IndexFilter {
  readonly kind?: string;
  readonly state?: string;
  readonly owner?: string;
  readonly open?: boolean;
  /** Only matters (no records) that lack one of these though they are not final. */
  readonly without?: readonly ('owner' | 'nextStep')[];
  /** Absent: everything of the operator. */
  readonly readers?: readonly string[];
}
export type IndexSort = 'openedAt' | '-openedAt';

export abstract class MatterIndexRepository {
  /** Stores unless a later sequence is there already. */
  abstract put(indexed: IndexedMatter): Promise<void>;
  abstract load(tenant: string, id: string): Promise<IndexedMatter | undefined>;
  abstract loadMany(tenant: string, ids: readonly string[]): Promise<readonly IndexedMatter[]>;
  /** Those that link to `id`, oldest first. */
  abstract linkedTo(tenant: string, id: string, limit: number): Promise<readonly IndexedMatter[]>;
  abstract list(tenant: string, filter: IndexFilter, page: { readonly sort: IndexSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly IndexedMatter[]; readonly next?: string }>;
  /** Counts up to `most`. */
  abstract count(tenant: string, filter: IndexFilter, most: number): Promise<number>;
}
