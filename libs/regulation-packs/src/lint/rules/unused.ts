import type { PackDocument } from '@huiyin/regulation-engine';
import { withoutExamples } from '../../cases/case-document.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { movesOf, effectiveKinds } from '../effective-kind.ts';
import { all, asList, entries, finding, isCore, kindParts, type LintRule, type LintSubject } from '../lint-subject.ts';

/** Texts of a pack by the path they stand at; what is merely said or cited aside. */
function* strings(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) yield* strings(item, path === '' ? key : `${path}.${key}`);
}

const silent = new Set(['texts', 'cites', 'source', 'title', 'notes', 'notBuilt']);
const spokenIn = (pack: PackDocument): readonly (readonly [string, string])[] => [...strings(Object.fromEntries(Object.entries(withoutExamples(pack)).filter(([section]) => !silent.has(section))), '')];

/** Is the name one of the words of these texts? Its own entry does not count. */
const isNamed = (name: string, own: string, texts: readonly (readonly [string, string])[]): boolean => {
  const word = new RegExp(`(?<![\\w.-])(?:values?[.:]|facts\\.|query:)?${name}(?![\\w-])`);
  return texts.some(([path, text]) => path !== own && !path.startsWith(`${own}.`) && word.test(text));
};

function names(pack: LoadedPack, spoken: readonly (readonly [string, string])[]): readonly PackProblem[] {
  return (['values', 'parties', 'queries'] as const).flatMap((section) =>
    entries(pack.document[section] as Readonly<Record<string, unknown>> | undefined)
      // A core's figure of the same name is read by the core.
      .filter(([name]) => name !== 'fallback' && !isNamed(name, `${section}.${name}`, spoken))
      .map(([name]) => finding(pack, `${section}.${name}`, 'unused', `nothing reads ${name}`, 'warning')),
  );
}

/** Fields that no act, table, effect, number or cycle ever fills, and states that no act leads to. */
function parts(subject: LintSubject, pack: LoadedPack): readonly PackProblem[] {
  return kindParts(subject).filter((part) => part.pack === pack).flatMap(({ kind, document, path }) => {
    const shapes = effectiveKinds(subject, kind);
    const filled = new Set([
      ...shapes.flatMap((shape) => shape.tables.map((table) => table.document.sets)),
      ...all(subject).flatMap((other) => [
        ...entries(other.document.kinds).flatMap(([, { acts, effects = [], number }]) => [...entries(acts).flatMap(([, { set, together = [] }]) => [...Object.keys(set ?? {}), ...together.flatMap((taken) => (typeof taken === 'string' ? [] : Object.keys(taken.set ?? {})))]), ...effects.flatMap((effect) => asList(effect.do).flatMap(({ set, as }) => [...Object.keys(set ?? {}), ...(as === undefined ? [] : [as])])), ...(number?.into === undefined ? [] : [number.into])]),
        ...entries(other.document.cycles).flatMap(([, { set }]) => Object.keys(set ?? {})),
        ...entries(other.document.distributions).map(([, { sets }]) => sets),
      ]),
    ]);
    for (const { acts } of shapes) for (const placed of acts.values()) for (const { document: { line } } of placed) if (line !== undefined) filled.add(line);
    const reached = new Set(['new', ...shapes.flatMap(({ acts }) => [...acts.values()].flatMap((placed) => movesOf(placed).to))]);
    return [
      ...entries(document.fields).filter(([name, field]) => !filled.has(name) && !shapes.some(({ fields }) => (fields.get(name) ?? []).some((placed) => (placed.document.required ?? []).length + (placed.document.optional ?? []).length > 0)) && field.default === undefined && field.period !== true)
        .map(([name]) => finding(pack, `${path}.fields.${name}`, 'unused', `nothing ever fills ${kind}.${name}: no act requires or takes it, no table or effect sets it`, 'warning')),
      ...(document.record === true ? [] : (document.states ?? []).flatMap((state, index) => (reached.has(state) ? [] : [finding(pack, `${path}.states[${index}]`, 'unused', `no act leads to the state ${state}`, 'warning')]))),
    ];
  });
}

/** What a pack declares and nothing uses is probably misspelt where it was meant: warnings. */
export const unused: LintRule = (subject) => {
  const spoken = all(subject).flatMap(({ document }) => spokenIn(document));
  return subject.packs.filter(({ document }) => !isCore(document)).flatMap((pack) => [...names(pack, spoken), ...parts(subject, pack)]);
};
