import type { FieldDocument } from '../../language/field-document.ts';
import type { KindDocument, PackDocument } from '../../language/pack-document.ts';

/** What a cycle or a checklist adds to a kind, as if its pack had written it: acts, fields and steps of their own names. */
export interface Expansion {
  readonly pack: string;
  readonly kind: string;
  readonly document: KindDocument;
}

/** Every document that says something about a kind, its core kind's included. */
export function documentsOf(packs: readonly PackDocument[], kind: string): readonly KindDocument[] {
  const own = packs.flatMap((pack) => pack.kinds?.[kind] ?? []);
  const is = own.find((document) => document.is)?.is;
  return is === undefined ? own : [...packs.flatMap((pack) => pack.kinds?.[is] ?? []), ...own];
}

/** Acts that make a matter of the kind. */
export function creatingActs(documents: readonly KindDocument[]): readonly string[] {
  return [...new Set(documents.flatMap((document) => Object.entries(document.acts ?? {}).filter(([, act]) => act.from?.includes('new')).map(([name]) => name)))];
}

/** Acts that may lead to a final state. */
export function finishingActs(documents: readonly KindDocument[]): readonly string[] {
  const final = new Set(documents.flatMap(({ final: states }) => states ?? []));
  const leads = (to: NonNullable<KindDocument['acts']>[string]['to']): boolean => (typeof to === 'string' ? [to] : (to ?? []).map(({ state }) => state)).some((state) => final.has(state));
  return [...new Set(documents.flatMap((document) => Object.entries(document.acts ?? {}).filter(([, act]) => leads(act.to)).map(([name]) => name)))];
}

/** A field that only the acts of an expansion carry. */
export function givenAt(acts: readonly string[], field: FieldDocument = {}): FieldDocument {
  return { ...field, optional: acts };
}

/** `departure` → `Departure`, as a part of a name. */
export function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
