import { rulesOf } from '../lint/rule-references.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores, listPacks } from '../load/pack-directory.ts';
import { examplesOf } from './case-document.ts';
import { runCases } from './run-cases.ts';

const cores = listCores().map((file) => loadCore(file).document);

describe.each(listPacks())('the worked examples of %s', (id) => {
  const { document } = loadPack(id);
  const { cases } = examplesOf(document);
  const bases = document.variantOf === undefined ? [] : [loadPack(document.variantOf).document];
  const failed = runCases(document, cores, { bases });

  it.each(cases.map(({ rule, name }, index) => [rulesOf(rule).join(', '), name, index] as const))('%s: %s', (_rule, _name, index) => {
    expect(failed.find((failure) => failure.index === index)?.failures ?? []).toEqual([]);
  });
});

it('S2.4 proves every rule of its card that is more than a note', () => {
  const { document } = loadPack('s2.4');
  const proved = new Set(examplesOf(document).cases.flatMap(({ rule }) => rulesOf(rule)));
  expect(Object.keys(document.cites ?? {}).filter((rule) => !proved.has(rule))).toEqual(['2']);
});
