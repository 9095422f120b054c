import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCard } from '../cards/card-index.ts';
import { cardLines, tableLines, wrongIn } from '../coverage/coverage-lines.ts';
import { repositoryCoverage } from '../coverage/repository-coverage.ts';
import { writeGolden } from '../golden/golden-files.ts';
import { record } from '../golden/record.ts';
import { lintPack } from '../lint/lint-pack.ts';
import { runCases } from '../cases/run-cases.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { cardDirectory, docsDirectory, listCores, listPacks, schemaFile } from '../load/pack-directory.ts';
import { problemLine } from '../load/pack-problem.ts';
import { listedSurvivors } from '../mutate/listed-survivors.ts';
import { mutate, mutationLines } from '../mutate/mutate.ts';
import { reference } from '../reference/reference.ts';
import { publishedSchema } from '../schema/published-schema.ts';
import { newPack } from '../skeleton/new-pack.ts';
import { indexSource } from '../sources/source-index.ts';
import { explainRule } from './explain.ts';

/** What a command prints, and its exit code. */
export interface Answer {
  readonly lines: readonly string[];
  readonly code: 0 | 1 | 2;
}

type Command = (parameters: readonly string[]) => Answer;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const lint: Command = (packs) => {
  const names = packs.length > 0 ? packs : listPacks();
  const problems = names.flatMap((name) => lintPack(name));
  // All packs together must carry every rule of every card, or the plan must name it.
  const uncovered = packs.length > 0 ? [] : wrongIn(repositoryCoverage());
  const errors = problems.filter(({ severity }) => severity === 'error').length + uncovered.length;
  return { lines: [...problems.map(problemLine), ...uncovered, `${names.length} packs, ${errors} errors, ${problems.length + uncovered.length - errors} warnings`], code: errors > 0 ? 1 : 0 };
};

const explain: Command = ([reference = '']) => {
  const [pack, rule] = reference.split('/');
  if (pack === undefined || rule === undefined || rule === '') return { lines: ['explain needs a rule: s2.4/11'], code: 2 };
  const lines = explainRule(loadPack(pack), rule);
  return { lines, code: lines.length > 1 ? 0 : 1 };
};

const coverage: Command = (names) => {
  const cards = repositoryCoverage();
  const wanted = names.map((name) => cards.find(({ card: id }) => id.toLowerCase() === name.toLowerCase()));
  const unknown = names.filter((name, index) => name !== '--rules' && wanted[index] === undefined);
  if (unknown.length > 0) return { lines: unknown.map((name) => `there is no card ${name}`), code: 2 };
  const shown = wanted.filter((found) => found !== undefined);
  if (shown.length > 0) return { lines: [...shown.flatMap(cardLines), ...wrongIn(shown)], code: wrongIn(shown).length > 0 ? 1 : 0 };
  return { lines: [...(names.includes('--rules') ? cards.flatMap(cardLines) : []), ...tableLines(cards)], code: wrongIn(cards).length > 0 ? 1 : 0 };
};

const card: Command = (files) => {
  const cards = files.map((file) => indexCard(readFileSync(file, 'utf8')));
  for (const index of cards) writeFileSync(join(cardDirectory, `${index.card.toLowerCase()}.json`), json(index));
  return { lines: cards.map((index) => `${index.card}: ${index.rules.length} rules`), code: cards.length > 0 ? 0 : 2 };
};

const sources: Command = ([id, folder, day]) => {
  if (id === undefined || folder === undefined || day === undefined) return { lines: ['sources needs a pack, the folder of the sources and the day: sources s2.4 FOLDER 2026-11-24'], code: 2 };
  const pack = loadPack(id);
  const index = indexSource(pack.document, readFileSync(join(folder, pack.document.source?.file ?? '')), day);
  writeFileSync(join(pack.directory, 'source.json'), json(index));
  return { lines: [`${id}: ${Object.keys(index.found).length} citations found in ${index.file}`], code: 0 };
};

const schema: Command = () => {
  writeFileSync(schemaFile, publishedSchema());
  return { lines: [schemaFile], code: 0 };
};

const mutateCommand: Command = ([id]) => {
  if (id === undefined) return { lines: ['mutate needs a pack: mutate s2.4'], code: 2 };
  const pack = loadPack(id);
  const cores = listCores().map(loadCore);
  const bases = pack.document.variantOf === undefined ? [] : [loadPack(pack.document.variantOf).document];
  const failed = runCases(pack.document, cores.map(({ document }) => document), { bases });
  if (failed.length > 0) return { lines: failed.flatMap(({ case: { name }, failures }) => failures.map((failure) => `${name}: ${failure}`)), code: 1 };
  const { listed, problems } = listedSurvivors(pack.directory);
  if (problems.length > 0) return { lines: problems.map(problemLine), code: 1 };
  const result = mutate(pack, cores, listed, bases);
  return { lines: mutationLines(pack.document.pack, result), code: result.survived.length + result.stale.length > 0 ? 1 : 0 };
};

const newCommand: Command = ([id]) => {
  if (id === undefined) return { lines: ['new needs a card: new s0.7'], code: 2 };
  return { lines: newPack(id.toLowerCase()), code: 0 };
};

const golden: Command = ([id, ...stages]) => {
  if (id === undefined || stages.length === 0) return { lines: ['golden needs a pack and stages: golden s2.4 storyPaid'], code: 2 };
  const { document } = loadPack(id);
  const cores = listCores().map((file) => loadCore(file).document);
  return { lines: stages.map((stage) => writeGolden(record(document, cores, stage))), code: 0 };
};

const referenceCommand: Command = () => {
  mkdirSync(docsDirectory, { recursive: true });
  const files = Object.entries(reference()).map(([name, text]) => [join(docsDirectory, name), text] as const);
  for (const [file, text] of files) writeFileSync(file, text);
  return { lines: files.map(([file]) => file), code: 0 };
};

export const commands: Readonly<Record<string, Command>> = { lint, explain, coverage, card, sources, schema, mutate: mutateCommand, new: newCommand, golden, reference: referenceCommand };
