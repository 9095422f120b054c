import { effectiveKinds } from '../effective-kind.ts';
import { all, asList, entries, kindParts, type LintSubject } from '../lint-subject.ts';
import { kindSites, somebodyIn } from './kind-sites.ts';
import { periodSites } from './period-sites.ts';
import { Scopes } from './scopes.ts';
import { below, exceptions, expression, persons, type Place, type Site } from './sites.ts';

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
    const rows = (of: string) => effectiveKinds(subject, of.split('.')[0] ?? '').slice(0, 1);
    return [
      ...entries(pack.document.parties).flatMap(([name, party]) => (party.place === undefined || word.test(party.place) ? [] : expression(place(`parties.${name}.place`, anywhere), party.place))),
      ...entries(pack.document.values).flatMap(([name, value]) => exceptions(place(`values.${name}`, anywhere), value.unless)),
      ...entries(pack.document.views).flatMap(([name, view]) =>
        rows(view.of).flatMap((kind) => {
          const here = place(`views.${name}`, scopes.row(pack, kind));
          return [
            ...expression(below(here, '.where'), view.where),
            ...view.columns.flatMap((column, index) => (typeof column === 'string' ? [] : expression(below(here, `.columns[${index}].is`), column.is))),
            ...persons(below(here, '.by'), view.by),
            ...asList(view.only).flatMap((rule, index) => [...persons(below(here, `.only[${index}].by`), rule.by), ...expression(below(here, `.only[${index}].where`), rule.where)]),
          ];
        }),
      ),
      ...entries(pack.document.queries).flatMap(([name, query]) =>
        rows(query.of).flatMap((kind) => {
          const scope = { ...scopes.row(pack, kind), ...anywhere, act: { base: 'any' as const, optional: true } };
          return [...expression(place(`queries.${name}.where`, scope), query.where), ...expression(place(`queries.${name}.at`, scope), query.at), ...expression(place(`queries.${name}.on`, scope), query.on)];
        }),
      ),
      ...periodSites(pack, scopes, somebodyIn(subject)),
    ];
  });
  return [...kinds, ...others];
}
