import { below, kebab } from '@huiyin/platform-http';
import type { Fault, Locale } from '@huiyin/platform-http';
import { textOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FieldDescription, KindDescription, Refusal } from '@huiyin/regulation-engine';
import { apiName, pointerOf } from '../mapping/field-name.ts';
import { ENGINE_TEXTS } from './engine-texts.ts';
import { citeOf } from './write-cite.ts';

const JSON_POINTER = /^\//;

/** `contacts/<key>.phone`: a field of one line of a list that was given whole. */
const LINE = /^(?<list>[A-Za-z][A-Za-z0-9]*)\/(?<key>.*)\.(?<part>[^.]+)$/s;

const nameIn = ({ lineFields }: FieldDescription, name: string): string => {
  const inner = lineFields?.find((field) => field.name === name);
  return inner ? apiName(inner) : name;
};

/** Where a refusal points in the body: a field by the name and place it has in the API. */
export function refusalPointer(kind: KindDescription, refusal: Refusal): string | undefined {
  if (refusal.field === undefined) return undefined;
  if (JSON_POINTER.test(refusal.field)) return refusal.field;
  const own = kind.fields.find((field) => field.name === refusal.field);
  if (own) return pointerOf(own);
  const ofLine = LINE.exec(refusal.field)?.groups;
  const list = ofLine && kind.fields.find((field) => field.name === ofLine['list']);
  if (list) return below(below(pointerOf(list), ofLine['key']!), nameIn(list, ofLine['part']!));
  const inner = kind.fields.flatMap((field) => field.lineFields ?? []).find((field) => field.name === refusal.field);
  return inner ? `/${apiName(inner)}` : `/${refusal.field}`;
}

/** The sentence of a refusal: the pack's own, else the engine's, else its code. */
export function refusalText(policy: CompiledPolicy, refusal: Refusal, locale: Locale): string {
  return textOf(policy, refusal.code, locale, refusal.facts) ?? ENGINE_TEXTS[refusal.code]?.[locale] ?? refusal.code;
}

/** Every failing gate with its rule and citation, in the order in which they were found; `of` names another act that was to happen with this one. */
export function refusalFaults(policy: CompiledPolicy, kind: KindDescription, refusals: readonly Refusal[]): Fault[] {
  return refusals.map((refusal) => {
    // What another matter lacks is no member of this body.
    const pointer = refusal.of ? undefined : refusalPointer(kind, refusal);
    const cite = citeOf(refusal.citation);
    return {
      ...(pointer !== undefined && { pointer }),
      code: `${kebab(refusal.of?.kind ?? kind.kind)}.${kebab(refusal.code)}`,
      message: (locale: Locale) => refusalText(policy, refusal, locale),
      rule: refusal.citation.rule,
      ...(cite && { cite }),
      ...(refusal.of && { of: { matter: refusal.of.matter, kind: kebab(refusal.of.kind), act: kebab(refusal.of.act) } }),
    };
  });
}
