import type { EffectDocument, FactMap, KindDocument, PackDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../load/load-pack.ts';
import type { PackProblem } from '../load/pack-problem.ts';
import { pathBelow } from '../load/positions.ts';

/** What is linted: core packs and adopted packs in order. */
export interface LintSubject {
  readonly cores: readonly LoadedPack[];
  readonly packs: readonly LoadedPack[];
  readonly overrides: FactMap;
}

/** A rule of the linter: looks at everything, reports what is wrong. */
export type LintRule = (subject: LintSubject) => readonly PackProblem[];

export const all = (subject: LintSubject): readonly LoadedPack[] => [...subject.cores, ...subject.packs];

/** Built-in packs of the services; their rules read `core/…` and stand on no source. */
export const isCore = (pack: PackDocument): boolean => pack.pack.startsWith('core-');

export function finding(pack: LoadedPack, path: string, code: string, message: string, severity: 'error' | 'warning' = 'error'): PackProblem {
  return { code, severity, path, message, ...pack.positions.of(path) };
}

/** Entries of a named section. */
export function entries<T>(section: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] {
  return Object.entries(section ?? {});
}

/** One pack's part of a kind, with its path. */
export interface KindPart {
  readonly pack: LoadedPack;
  readonly kind: string;
  readonly document: KindDocument;
  readonly path: string;
}

/** All parts of every kind: the core's first, then in the order of adoption. */
export function kindParts(subject: LintSubject): readonly KindPart[] {
  return all(subject).flatMap((pack) => entries(pack.document.kinds).map(([kind, document]) => ({ pack, kind, document, path: pathBelow('kinds', kind) })));
}

export function partsOf(subject: LintSubject, kind: string): readonly KindPart[] {
  return kindParts(subject).filter((part) => part.kind === kind);
}

/** Events that set an effect off; a threshold is none. */
export function eventsOf(when: EffectDocument['when']): readonly string[] {
  return asList(when as string | readonly string[] | { readonly query: string } | undefined).filter((event): event is string => typeof event === 'string');
}

/** Several or one, as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
