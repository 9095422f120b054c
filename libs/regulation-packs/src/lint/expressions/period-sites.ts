import type { DistributionDocument, IndicatorDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../../load/load-pack.ts';
import { entries } from '../lint-subject.ts';
import type { Scopes } from './scopes.ts';
import { below, due, expression, literalOr, persons, trigger, type Place, type Site } from './sites.ts';

const reference = /^(query:|facts\.)?[A-Za-z][A-Za-z0-9]*$/;

/** An expression, unless it merely names a query or something declared. */
const unlessNamed = (place: Place, source: string | undefined): readonly Site[] => (source === undefined || reference.test(source) ? [] : expression(place, source));

/** Points and payments: a figure, `value:x`, or CEL. */
const given = (place: Place, value: unknown): readonly Site[] => (typeof value === 'string' && value.startsWith('value:') ? [] : literalOr(place, value));

function indicator(place: Place, document: IndicatorDocument): readonly Site[] {
  const ratio = /^ratio\(\s*[A-Za-z]\w*\s*,\s*[A-Za-z]\w*\s*\)$/.test(document.is);
  return [
    ...(ratio ? [] : unlessNamed(below(place, '.is'), document.is)),
    ...expression(below(place, '.notApplicable'), document.notApplicable),
    ...given(below(place, '.points'), document.points),
    ...(document.bands ?? []).flatMap((band, index) => [
      ...expression(below(place, `.bands[${index}].if`), band.if),
      ...(['points', 'pay', 'then'] as const).flatMap((part) => given(below(place, `.bands[${index}].${part}`), band[part])),
    ]),
    ...given(below(place, '.shares.of'), document.shares?.of),
    ...unlessNamed(below(place, '.shares.by'), document.shares?.by),
  ];
}

function distribution(place: Place, document: DistributionDocument): readonly Site[] {
  return [
    ...persons(below(place, '.among'), document.among),
    ...document.by.flatMap((principle, index) => (['keep', 'only', 'to', 'lowest', 'highest'] as const).flatMap((part) => {
      const source = principle[part];
      return source === undefined || place.somebody.has(source) ? [] : unlessNamed(below(place, `.by[${index}].${part}`), source);
    })),
  ];
}

/** Expressions of what runs by period or over many matters: cycles, indicators, distributions. What they read is known only when they run. */
export function periodSites(pack: LoadedPack, scopes: Scopes, somebody: ReadonlySet<string>): readonly Site[] {
  const scope = { ...scopes.anywhere(pack), it: { base: 'any' as const }, line: { base: 'any' as const }, value: { base: 'any' as const } };
  const place = (path: string): Place => ({ pack, path, scope, somebody });
  return [
    ...entries(pack.document.cycles).flatMap(([name, cycle]) => {
      const at = place(`cycles.${name}`);
      const subjects = cycle.for;
      return [
        ...(typeof subjects === 'string' && (reference.test(subjects) || somebody.has(subjects)) ? [] : persons(below(at, '.for'), subjects)),
        ...entries(cycle.set).flatMap(([field, value]) => literalOr(below(at, `.set.${field}`), value)),
        ...(cycle.due === 'end' ? [] : due(below(at, '.due'), cycle.due)),
        ...unlessNamed(below(at, '.joins'), cycle.joins),
        ...trigger(below(at, '.met'), cycle.met),
        ...unlessNamed(below(at, '.met.subject'), cycle.met?.subject),
      ];
    }),
    ...entries(pack.document.indicators).flatMap(([name, document]) => indicator(place(`indicators.${name}`), document)),
    ...entries(pack.document.distributions).flatMap(([name, document]) => distribution(place(`distributions.${name}`), document)),
  ];
}
