import { effectiveKinds } from '../effective-kind.ts';
import { all, asList, entries, kindParts, type LintSubject } from '../lint-subject.ts';
import { kindSites, somebodyIn } from './kind-sites.ts';
import { periodSites } from './period-sites.ts';
import { Scopes } from './scopes.ts';
import { below, exceptions, expression, persons, type Place, type Site } from './sites.ts';

/** Columns that show the head of a matter rather than a member of it. */
const ofNextStep = new Set(['nextStep', 'due', 'age']);
const word = /^[A-Za-z][A-Za-z0-9]*$/;

/** Every expression of cores and packs, with what it may name where it stands. */
export function allSites(subject: LintSubject): readonly Site[] {
  const scopes = new Scopes(subject);
  const kinds = kindParts(subject).flatMap((part) =>
    effectiveKinds(subject, part.kind)
      .filter((kind) => kind.governor === undefined || kind.governor.pack === part.pack || part.document.in !== undefined || part.document.is !== undefined)
      .flatMap((kind) => kindSites(subject, scopes, kind, part)),
  );
  const others = all(subject).flatMap((pack) => {
    const place = (path: string, scope: Place['scope']): Place => ({ pack, path, scope, somebody: somebodyIn(subject) });
    const anywhere = scopes.anywhere(pack);
    const rows = (of: string) => [scopes.row(pack, of)].filter((scope) => scope !== undefined);
    return [
      ...entries(pack.document.parties).flatMap(([name, party]) => (party.place === undefined || word.test(party.place) ? [] : expression(place(`parties.${name}.place`, anywhere), party.place))),
      ...entries(pack.document.values).flatMap(([name, value]) => exceptions(place(`values.${name}`, anywhere), value.unless)),
      ...entries(pack.document.views).flatMap(([name, view]) =>
        rows(view.of).flatMap((scope) => {
          const here = place(`views.${name}`, scope);
          return [
            ...expression(below(here, '.where'), view.where),
            ...view.columns.flatMap((column, index) => (typeof column === 'string' ? (ofNextStep.has(column) ? [] : expression(below(here, `.columns[${index}]`), `has(it.${column})`)) : expression(below(here, `.columns[${index}].is`), column.is))),
            ...(view.per ?? []).flatMap((member, index) => expression(below(here, `.per[${index}]`), `has(it.${member})`)),
            ...persons(below(here, '.by'), view.by),
            ...asList(view.only).flatMap((rule, index) => [...persons(below(here, `.only[${index}].by`), rule.by), ...expression(below(here, `.only[${index}].where`), rule.where)]),
          ];
        }),
      ),
      ...entries(pack.document.queries).flatMap(([name, query]) =>
        rows(query.of).flatMap((row) => {
          const scope = { ...row, ...anywhere, act: { base: 'any' as const, optional: true } };
          const members = [...(query.field === undefined ? [] : [['field', query.field] as const]), ...(query.per ?? []).map((member, index) => [`per[${index}]`, member] as const)];
          return [
            ...(['where', 'at', 'on'] as const).flatMap((part) => expression(place(`queries.${name}.${part}`, scope), query[part])),
            ...members.flatMap(([at, member]) => expression(place(`queries.${name}.${at}`, scope), `it.${member}`)),
          ];
        }),
      ),
      ...entries(pack.document.cycles).flatMap(([name, { open, who }]) =>
        effectiveKinds(subject, open).slice(0, 1).flatMap((kind) => persons({ pack, path: `cycles.${name}.who`, scope: scopes.matter(pack, kind), somebody: somebodyIn(subject, kind) }, who)),
      ),
      ...periodSites(pack, scopes, somebodyIn(subject)),
    ];
  });
  return [...kinds, ...others];
}
