import type { Citation, FactMap } from '@huiyin/regulation-engine';

/** Whom the system told what, by which rule, through which channels. */
export interface Notice {
  /** Effect id and receiver: told once. */
  readonly id: string;
  readonly tenant: string;
  readonly to: string;
  readonly about: string;
  readonly kind: string;
  readonly policy: string;
  readonly event: string;
  readonly at: string;
  readonly channels: readonly string[];
  /** Code of the sentence; it is written in the reader's language. */
  readonly text: string;
  readonly facts: FactMap;
  readonly citation: Citation;
  readonly readers: readonly string[];
}

export interface NoticeFilter {
  readonly about?: string;
  readonly to?: string;
  readonly rule?: string;
  /** Only notices to this person or about matters that carry one of the tokens. */
  readonly visibleTo: { readonly person: string; readonly readers: readonly string[] };
}

export abstract class NoticeRepository {
  abstract put(notices: readonly Notice[]): Promise<void>;
  abstract list(tenant: string, filter: NoticeFilter, page: { readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly Notice[]; readonly next?: string }>;
}
