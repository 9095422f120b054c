import type { CalendarDocument } from '@huiyin/deadline-rules';
import type { FactMap } from '../matter/matter.ts';
import type { PackDocument } from './pack-document.ts';

/** A policy as stored and hashed: plain JSON, adopted packs in order after the core packs. */
export interface PolicyDocument {
  readonly language: 1;
  readonly operator: { readonly zone: string };
  readonly packs: readonly PackDocument[];
  /** `s2.4.promptly` → value, or a patch of an item: `{ "s2.4": { "values": { "promptly": "PT12H" } } }`. */
  readonly overrides: FactMap;
  readonly calendar: CalendarDocument;
}

export interface PolicyIdentity {
  /** SHA-256 of the canonical JSON, computed by the caller (the engine has no crypto). */
  readonly hash: string;
}
