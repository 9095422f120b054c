import type { GateDocument, StepDocument } from '@huiyin/regulation-engine';
import type { EffectiveKind } from '../effective-kind.ts';
import { all, asList, entries, eventsOf, type KindPart, type LintSubject } from '../lint-subject.ts';
import { typeOf } from './field-types.ts';
import type { Scopes } from './scopes.ts';
import { action, below, due, exceptions, expression, literalOr, persons, trigger, type Place, type Site } from './sites.ts';

const builtIn = ['anyone', 'customer', 'system', 'nobody', 'starter'];

/** Names that mean somebody in expressions of this kind: posts, built-in names, person and list fields, links. */
export function somebodyIn(subject: LintSubject, kind?: EffectiveKind): ReadonlySet<string> {
  const posts = all(subject).flatMap(({ document }) => Object.keys(document.parties ?? {}));
  const fields = [...(kind?.fields ?? [])].filter(([, placed]) => placed.some(({ document }) => ['person', 'list', 'ref'].includes(typeOf(document)))).map(([name]) => name);
  return new Set([...builtIn, ...posts, ...fields]);
}

/** Acts of the kind that have surely been done when one of these events opens something. */
function doneBy(kind: EffectiveKind, when: string | readonly string[] | undefined): readonly string[] {
  const events = asList(when).map((event) => (event.startsWith(`${kind.name}.`) ? event.slice(kind.name.length + 1) : event));
  const [only] = events;
  return events.length === 1 && only !== undefined && kind.acts.has(only) ? [only] : [];
}

/** Every expression that one pack writes about a kind. */
export function kindSites(subject: LintSubject, scopes: Scopes, kind: EffectiveKind, part: KindPart): readonly Site[] {
  const { pack, document, path } = part;
  const somebody = somebodyIn(subject, kind);
  const links = new Set([...kind.fields].filter(([, placed]) => placed.some((item) => typeOf(item.document) === 'ref')).map(([name]) => name));
  const here = (step: string, scope: Place['scope']): Place => ({ pack, path: `${path}${step}`, scope, somebody });
  const matter = scopes.matter(pack, kind);
  return [
    ...expression(here('.governs', matter), document.governs === 'true' ? undefined : document.governs),
    ...expression(here('.policyAt', matter), picking(document.policyAt)),
    ...entries(document.fields).flatMap(([name, field]) => [
      ...expression(here(`.fields.${name}.check`, { ...matter, value: { base: 'any' } }), field.check),
      ...literalOr(here(`.fields.${name}.default`, matter), field.default),
    ]),
    // Under a governing pack a core's act is there only if a pack names it.
    ...entries(document.acts).filter(([name]) => kind.acts.has(name)).flatMap(([name, act]) => {
      const place = here(`.acts.${name}`, scopes.act(pack, kind, name));
      return [
        ...persons(below(place, '.by'), act.by),
        ...(act.sign ?? []).flatMap((signer, index) => persons(below(place, `.sign[${index}]`), signer)),
        ...(typeof act.to === 'object' ? act.to.flatMap((row, index) => expression(below(place, `.to[${index}].if`), row.if)) : []),
        ...entries(act.set).flatMap(([field, source]) => expression(below(place, `.set.${field}`), source)),
        ...gates(place, '.require', act.require),
        ...(act.require ?? []).flatMap(({ refuse }) => insertions(subject, place, refuse)),
        ...(act.together ?? []).flatMap((other, index) => {
          if (typeof other === 'string') return [];
          const at = below(place, `.together[${index}]`, other.if);
          return [
            ...expression(below(at, '.if'), other.if),
            ...(links.has(other.on) ? [] : expression(below(at, '.on'), other.on)),
            ...entries(other.set).flatMap(([field, value]) => literalOr(below(at, `.set.${field}`), value)),
          ];
        }),
      ];
    }),
    ...entries(document.steps).flatMap(([name, step]) => {
      const did = doneBy(kind, step.opens.when);
      return [...stepSites(here(`.steps.${name}`, step.each === undefined ? scopes.matter(pack, kind, did) : scopes.each(pack, kind, step.each, did)), step), ...extensionSites(here(`.steps.${name}.extend`, scopes.extension(pack, kind, did)), step.extend)];
    }),
    ...entries(document.tables).flatMap(([name, table]) => [
      ...entries(table.in).flatMap(([input, source]) => expression(here(`.tables.${name}.in.${input}`, matter), source)),
      ...table.rows.flatMap((row, index) => {
        const place = entries(table.in).reduce((outer, [input, source]) => (row[input] === true ? below(outer, '', source) : outer), here(`.tables.${name}.rows[${index}]`, matter));
        return [...literalOr(below(place, '.then'), row.then), ...exceptions(place, row.unless)];
      }),
    ]),
    ...(document.effects ?? []).flatMap((effect, index) => {
      const counted = effect.threshold !== undefined || (effect.when !== undefined && eventsOf(effect.when).length === 0);
      const place = here(`.effects[${index}]`, counted ? scopes.threshold(pack) : scopes.effect(pack, kind, doneBy(kind, eventsOf(effect.when))));
      const several = Array.isArray(effect.do);
      return [
        ...expression(below(place, '.if'), effect.if),
        ...expression(below(place, '.each'), effect.each),
        ...asList(effect.do).flatMap((item, at) => action(below(place, several ? `.do[${at}]` : '.do', effect.if), item, links)),
      ];
    }),
    ...(document.owner ?? []).flatMap((row, index) => [...expression(here(`.owner[${index}].if`, matter), row.if), ...persons(below(here(`.owner[${index}].is`, matter), '', row.if), row.is)]),
    ...due(here('.fallback', matter), document.fallback),
  ];
}

/** What the sentence of a refusal inserts, as expressions that ask for it. */
function insertions(subject: LintSubject, place: Place, code: string): readonly Site[] {
  const text = place.pack.document.texts?.[code] ?? all(subject).map(({ document }) => document.texts?.[code]).find((found) => found !== undefined);
  const paths = [...(text?.['zh-CN'] ?? '').matchAll(/\{((?:matter|after|act|line|values)\.[A-Za-z0-9.]+)\}/g)].map((match) => match[1]!);
  return place.pack.document.texts?.[code] === undefined ? [] : [...new Set(paths)].flatMap((path) => expression({ ...place, path: `texts.${code}` }, `has(${path})`));
}

/** What picks the policy: a fact, or a path to one, may be absent; anything else is an expression. */
function picking(source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  const fact = /^[A-Za-z][A-Za-z0-9]*$/.test(source) ? `matter.${source}` : source;
  return /^matter(?:\.[A-Za-z][A-Za-z0-9]*)+$/.test(fact) ? `has(${fact})` : fact;
}

function gates(place: Place, step: string, documents: readonly GateDocument[] | undefined): readonly Site[] {
  return (documents ?? []).flatMap((gate, index) => {
    const at = below(place, `${step}[${index}]`);
    return [...expression(below(at, '.if'), gate.if), ...expression(below(at, '.that', gate.if), gate.that), ...exceptions(at, gate.unless)];
  });
}

function stepSites(place: Place, step: StepDocument): readonly Site[] {
  const guarded = below(place, '', step.opens.if ?? step.opens.becomes);
  return [
    ...trigger(below(place, '.opens'), step.opens),
    ...persons(below(guarded, '.who'), step.who),
    ...due(below(guarded, '.due'), step.due),
    ...warning(below(guarded, '.warn'), step.warn),
    ...(step.series ?? []).flatMap((member, index) => due(below(guarded, `.series[${index}].due`), member.due)),
    ...asList(step.done as Exclude<StepDocument['done'], readonly unknown[]>).flatMap((item, index) => trigger(below(place, `.done[${index}]`), item)),
    ...expression(below(place, '.pausedWhile'), step.pausedWhile),
  ];
}

/** A warning may name the promise's own due. */
function warning(place: Place, document: StepDocument['warn']): readonly Site[] {
  return typeof document === 'object' && 'before' in document && document.before.of === 'due' ? [] : due(place, document);
}

function extensionSites(place: Place, extend: StepDocument['extend']): readonly Site[] {
  return [
    ...persons(below(place, '.by'), extend?.by),
    ...(typeof extend?.require === 'string' ? expression(below(place, '.require'), extend.require) : gates(place, '.require', extend?.require)),
  ];
}
