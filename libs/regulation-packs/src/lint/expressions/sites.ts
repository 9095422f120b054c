import type { DueDocument, EffectActionDocument, ExceptionDocument, Expression, PersonsDocument, ScopeTypes, TriggerDocument } from '@huiyin/regulation-engine';
import { parseDue } from '@huiyin/deadline-rules';
import type { LoadedPack } from '../../load/load-pack.ts';
import { asList, entries } from '../lint-subject.ts';
import { narrowed, provedBy } from './narrow.ts';

/** An expression, where it stands, and what it may name there. */
export interface Site {
  readonly pack: LoadedPack;
  readonly path: string;
  readonly source: string;
  readonly scope: ScopeTypes;
  /** Where somebody is named: the names that mean somebody. */
  readonly somebody?: ReadonlySet<string>;
}

/** Where a group of expressions stands. */
export interface Place {
  readonly pack: LoadedPack;
  readonly path: string;
  readonly scope: ScopeTypes;
  /** Names that mean somebody: posts, built-in names, person fields. */
  readonly somebody: ReadonlySet<string>;
}

/** The date whose business hours hold the event. */
const theBusinessDate = 'businessDate';
const word = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const literal = /^'[^']*'$|^"[^"]*"$|^-?\d+(?:\.\d+)?%?$|^P(?=[\dT])[\dA-Z]+$/;

export const below = (place: Place, step: string, guard?: string): Place => ({ ...place, path: `${place.path}${step}`, scope: narrowed(place.scope, provedBy(guard)) });

export function expression(place: Place, source: Expression | undefined): readonly Site[] {
  return source === undefined ? [] : [{ pack: place.pack, path: place.path, source, scope: place.scope }];
}

/** A literal, or an expression: single words, quoted texts and figures are literals. */
export function literalOr(place: Place, value: unknown): readonly Site[] {
  return typeof value !== 'string' || word.test(value) || literal.test(value) ? [] : expression(place, value);
}

export function persons(place: Place, document: PersonsDocument | undefined): readonly Site[] {
  if (document === undefined) return [];
  if (typeof document === 'object' && !Array.isArray(document)) {
    const { of, excludes } = document as { of: Expression | readonly Expression[]; excludes?: readonly Expression[] };
    return [...persons(below(place, '.of'), of), ...persons(below(place, '.excludes'), excludes ?? [])];
  }
  const several = Array.isArray(document);
  return asList(document as Expression | readonly Expression[]).flatMap((name, index) => (place.somebody.has(name) ? [] : expression(several ? below(place, `[${index}]`) : place, name).map((site) => ({ ...site, somebody: place.somebody }))));
}

export function due(place: Place, document: DueDocument | undefined): readonly Site[] {
  if (document === undefined) return [];
  if (typeof document === 'string') return isDueText(document) ? [] : expression(place, document);
  if ('earliest' in document) return document.earliest.flatMap((member, index) => due(below(place, `.earliest[${index}]`), member));
  if ('before' in document) return expression(below(place, '.before.of'), document.before.of);
  return [...due(below(place, '.is'), document.is), ...exceptions(place, document.unless)];
}

function isDueText(text: string): boolean {
  if (text.startsWith('value:')) return true;
  try {
    parseDue(text);
    return true;
  } catch {
    return false;
  }
}

export function exceptions(place: Place, documents: readonly ExceptionDocument[] | undefined): readonly Site[] {
  return (documents ?? []).flatMap((document, index) => {
    const at = below(place, `.unless[${index}]`);
    return [...expression(below(at, '.if'), document.if), ...literalOr(below(at, '.then', document.if), document.then), ...exceptions(at, document.unless)];
  });
}

export function trigger(place: Place, document: TriggerDocument | string | undefined): readonly Site[] {
  if (document === undefined || typeof document === 'string') return [];
  return [
    ...expression(below(place, '.if'), document.if),
    ...expression(below(place, '.becomes'), document.becomes),
    ...expression(below(place, '.since', document.if), document.since),
  ];
}

export function action(place: Place, document: EffectActionDocument, links: ReadonlySet<string>): readonly Site[] {
  const self = document.on === undefined || document.on === 'self' || document.on === 'matter' || links.has(document.on);
  const { post } = document;
  return [
    ...persons(below(place, '.tell'), document.tell),
    ...persons(below(place, '.owner'), document.owner),
    ...(self ? [] : expression(below(place, '.on'), document.on)),
    ...entries(document.set).flatMap(([name, value]) => literalOr(below(place, `.set.${name}`), value)),
    ...(post === undefined ? [] : [
      ...expression(below(place, '.post.amount'), post.amount),
      ...(['to', 'from', 'account', 'on', 'date', 'evidence'] as const).flatMap((part) => (post[part] === undefined || post[part] === theBusinessDate || place.somebody.has(post[part]) ? [] : expression(below(place, `.post.${part}`), post[part]))),
      ...(post.split ?? []).flatMap((part, index) => (['to', 'account', 'share', 'amount'] as const).flatMap((side) => (part[side] === undefined || place.somebody.has(part[side]) ? [] : literalOr(below(place, `.post.split[${index}].${side}`), part[side])))),
    ]),
    ...entries(document.options).flatMap(([name, chosen]) => (chosen === null ? [] : asList(chosen).flatMap((item, index) => action(below(place, Array.isArray(chosen) ? `.options.${name}[${index}]` : `.options.${name}`), item, links)))),
    ...(document.hold === undefined ? [] : [...expression(below(place, '.hold.of'), document.hold.of), ...persons(below(place, '.hold.release'), document.hold.release)]),
    ...(document.refused === undefined ? [] : action(below(place, '.refused'), document.refused, links)),
  ];
}
