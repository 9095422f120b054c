import type { ExceptionDocument } from '@huiyin/regulation-engine';
import { circleOf, type Link } from '../circles.ts';
import { effectiveKinds, type EffectiveKind } from '../effective-kind.ts';
import { entries, finding, kindParts, type LintRule } from '../lint-subject.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { kindNames } from './states.ts';

const read = /\bmatter\.([A-Za-z][A-Za-z0-9]*)\b(?!\()/g;

function expressionsOf(exceptions: readonly ExceptionDocument[] | undefined): readonly unknown[] {
  return (exceptions ?? []).flatMap((exception) => [exception.if, exception.then, ...expressionsOf(exception.unless)]);
}

/** Facts that a table reads, of those that tables set. */
function dependencies(kind: EffectiveKind): readonly (Link & { readonly table: EffectiveKind['tables'][number] })[] {
  const derived = new Set(kind.tables.map(({ document }) => document.sets));
  return kind.tables.flatMap((table) => {
    const { in: inputs, rows, sets } = table.document;
    const sources = [...entries(inputs).map(([, source]) => source), ...rows.flatMap((row) => [row.then, ...expressionsOf(row.unless)])];
    const names = sources.flatMap((source) => (typeof source === 'string' ? [...source.matchAll(read)].map((match) => match[1] ?? '') : []));
    return [...new Set(names)].filter((name) => derived.has(name)).map((name) => ({ from: sets, to: name, table }));
  });
}

function problemsOf(kind: EffectiveKind): readonly PackProblem[] {
  const links = dependencies(kind);
  return links.flatMap((link) => {
    const circle = circleOf(link, links);
    return circle === undefined ? [] : [finding(link.table.part.pack, link.table.path, 'factCycle', `${kind.name}: facts depend on each other in a circle: ${circle.join(' → ')}`)];
  });
}

/** Derived facts can be put in an order, and a head that shows a link's head comes to an end. */
export const factCycles: LintRule = (subject) => {
  const waits = kindParts(subject).flatMap((part) =>
    entries(part.document.waits).flatMap(([state, field]) => {
      const to = kindParts(subject).find((other) => other.kind === part.kind && other.document.fields?.[field]?.to !== undefined)?.document.fields?.[field]?.to;
      return to === undefined ? [] : [{ from: part.kind, to, part, state }];
    }),
  );
  return [
    ...kindNames(subject).flatMap((name) => effectiveKinds(subject, name).flatMap(problemsOf)),
    ...waits.flatMap((link) => {
      const circle = circleOf(link, waits);
      return circle === undefined ? [] : [finding(link.part.pack, `${link.part.path}.waits.${link.state}`, 'waitsCycle', `heads wait for each other in a circle: ${circle.join(' → ')}`)];
    }),
  ];
};
