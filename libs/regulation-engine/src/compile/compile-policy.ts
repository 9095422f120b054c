import { compileCalendar } from '@huiyin/deadline-rules';
import { runEnvironment } from '../cel/run-environment.ts';
import type { EvaluationSeat } from '../cel/run-environment.ts';
import type { PolicyDocument, PolicyIdentity } from '../language/policy-document.ts';
import type { FormDescription } from '../describe/kind-description.ts';
import type { LocalisedText } from '../language/pack-document.ts';
import { viewClass } from '../scope/view-class.ts';
import type { ViewConstructor } from '../scope/view-class.ts';
import { ViewFactory } from '../scope/view-factory.ts';
import { Compiler } from './compiler.ts';
import { compileCycles } from './compile-cycles.ts';
import { compileDistributions } from './compile-distributions.ts';
import { compileIndicators } from './compile-indicators.ts';
import type { CompiledIndicator } from './compile-indicators.ts';
import { compileFamily } from './compile-kind.ts';
import { compileQueries } from './compile-queries.ts';
import { compileRetention } from './compile-retention.ts';
import { compileForms, compileViews } from './compile-views.ts';
import { compileParties } from './compile-parties.ts';
import { compileValues } from './compile-values.ts';
import type { CompiledPolicy, CompiledView } from './compiled-policy.ts';
import type { CompiledQuery } from './compiled-query.ts';
import { expansionsOf } from './expand/expansions-of.ts';
import { collectKinds } from './merge-kinds.ts';
import { isName } from './names.ts';
import { applyOverrides } from './overrides.ts';
import { referenceProblems } from './reference-problems.ts';
import { shapeOf } from './shapes.ts';
import { thresholdProblems, thresholdsOf } from './thresholds-of.ts';

/**
 * Compiles adopted packs with the operator's overrides: once per policy hash; the result is immutable and keeps no document tree.
 * What is wrong stands in `problems`; an expression that does not compile refuses every act that needs it.
 * Throws only where the calendar cannot be compiled.
 */
export function compilePolicy(document: PolicyDocument, identity: PolicyIdentity): CompiledPolicy {
  const calendar = compileCalendar({ ...document.calendar, zone: document.calendar.zone ?? document.operator.zone });
  const seat: EvaluationSeat = { functions: undefined, pack: '' };
  const environment = runEnvironment(calendar, seat);
  const { packs, values, problems } = applyOverrides(document.packs, document.overrides);
  const collected = collectKinds(packs, expansionsOf(packs));
  const families = new Map([...collected.kinds].filter(([name]) => isName(name)));
  const shapes = new Map([...families].map(([name, family]) => [name, shapeOf(family)]));
  const factory = new ViewFactory(shapes.values(), environment, rowSources(packs));
  const classes = valuesClasses(packs.map((pack) => ({ pack: pack.pack, names: Object.keys(pack.values ?? {}).filter(isName) })));
  for (const [pack, Class] of classes) environment.registerType(`Values_${pack.replace(/[^A-Za-z0-9]/g, '_')}`, Class);

  const compiler = new Compiler(packs, environment, seat);
  compiler.problems.push(...problems);
  for (const { name, pack, is } of collected.undeclared) compiler.problem('unknownKind', pack, `kinds.${name}`, is === undefined ? `no pack declares a kind ${name}` : `${name} is a ${is}, which no pack declares`);
  for (const { pack, variantOf } of packs) if (variantOf !== undefined && !packs.some((other) => other.pack === variantOf)) compiler.problem('unknownName', pack, 'variantOf', `${pack} varies ${variantOf}, which is not adopted`);
  for (const pack of packs) compiler.values.set(pack.pack, compileValues(compiler, pack, values));
  for (const pack of packs) compiler.parties.set(pack.pack, compileParties(compiler, pack));
  for (const pack of packs) for (const { kind, distribution } of compileDistributions(compiler, pack, shapes)) compiler.distributions.set(kind, [...(compiler.distributions.get(kind) ?? []), distribution]);
  const names = { shapes, kinds: families };
  const queries = new Map<string, CompiledQuery>();
  const views = new Map<string, CompiledView>();
  const indicators = new Map<string, CompiledIndicator>();
  for (const pack of packs) {
    for (const query of compileQueries(compiler, pack, names, new Set(queries.keys()))) queries.set(query.key, query);
    for (const view of compileViews(compiler, pack, names)) views.set(view.name, view);
    for (const indicator of compileIndicators(compiler, pack)) indicators.set(indicators.has(indicator.name) ? `${pack.pack}:${indicator.name}` : indicator.name, indicator);
  }
  const kinds = new Map([...families].map(([name, family]) => [name, compileFamily(compiler, family)]));
  const cycles = new Map(packs.flatMap((pack) => compileCycles(compiler, pack, packs, families)).map((cycle) => [cycle.id, cycle]));
  const forms = new Map(packs.flatMap((pack) => compileForms(compiler, pack)).map((form) => [form.name, form]));
  const retention = packs.flatMap((pack) => compileRetention(compiler, pack, shapes));
  referenceProblems(compiler, kinds, queries);
  thresholdProblems(compiler, kinds);
  return Object.freeze<CompiledPolicy>({
    hash: identity.hash,
    zone: document.operator.zone,
    calendar,
    problems: unique(compiler.problems),
    texts: texts(packs),
    kinds,
    packs: packs.map((pack) => pack.pack),
    forms,
    sealedBy: sealing(forms.values()),
    views,
    queries,
    shadowedQueries: shadowed(queries.values()),
    cycles,
    indicators,
    thresholds: thresholdsOf(kinds),
    retention,
    queryKey: (pack, name) => compiler.queryKey(pack, name),
    comparisonOf: (pack, name) => compiler.comparison(pack, name),
    factory,
    valueOf: (pack, name) => compiler.value(pack, name),
    partyOf: (pack, name) => compiler.party(pack, name),
    cite: (pack, rule, fallback) => compiler.cite(pack, rule, fallback),
    valuesClass: (pack) => classes.get(pack) ?? classes.get('')!,
    expression: (pack, source) => compiler.expression(pack, source, source),
  });
}

function shadowed(queries: Iterable<CompiledQuery>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { pack, name, key } of queries) if (key !== name) found.set(pack, (found.get(pack) ?? new Map<string, string>()).set(name, key));
  return found;
}

function sealing(forms: Iterable<FormDescription>): CompiledPolicy['sealedBy'] {
  const found = new Map<string, string[]>();
  for (const { name, of, sealedBy, watch } of forms) if (sealedBy !== undefined && !watch) found.set(`${of}.${sealedBy}`, [...(found.get(`${of}.${sealedBy}`) ?? []), name]);
  return found;
}

/** Rows of steps and lines that queries and views run over. */
function rowSources(packs: PolicyDocument['packs']): readonly string[] {
  return [...new Set(packs.flatMap((pack) => [...Object.values(pack.queries ?? {}), ...Object.values(pack.views ?? {})].map(({ of }) => of)).filter((of) => of.includes('.')))];
}

/** Every pack sees every name; which figure it gets is decided at reading (own, core, others). */
function valuesClasses(packs: readonly { readonly pack: string; readonly names: readonly string[] }[]): ReadonlyMap<string, ViewConstructor<(name: string) => unknown>> {
  const names = new Set(packs.flatMap((pack) => pack.names));
  const members = new Map([...names].map((name) => [name, (figure: (name: string) => unknown) => figure(name)]));
  return new Map([...packs.map(({ pack }) => pack), ''].map((pack) => [pack, viewClass(members, () => null)]));
}

/** Texts by code; a later pack's words win. A code two packs use is told apart as `<pack>:<code>`. */
function texts(packs: PolicyDocument['packs']): ReadonlyMap<string, LocalisedText> {
  return new Map(packs.flatMap((pack) => Object.entries(pack.texts ?? {}).flatMap(([code, text]) => [[code, text], [`${pack.pack}:${code}`, text]] as [string, LocalisedText][])));
}

function unique(problems: Compiler['problems']): Compiler['problems'] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.pack} ${problem.item} ${problem.message}`, problem])).values()];
}
