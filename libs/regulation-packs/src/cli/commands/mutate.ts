import { runCases } from '../../cases/run-cases.ts';
import { folderOf } from '../../load/find-pack.ts';
import { loadCore, loadPack } from '../../load/load-pack.ts';
import { listCores } from '../../load/pack-directory.ts';
import { problemLine } from '../../load/pack-problem.ts';
import { listedSurvivors } from '../../mutate/listed-survivors.ts';
import { mutate as mutatePack, mutationLines } from '../../mutate/mutate.ts';
import type { Command } from '../command.ts';

export const mutate: Command = {
  name: 'mutate',
  takes: 'ID|folder',
  least: 1,
  most: 1,
  says: 'break the pack in every way its examples should notice; takes minutes',
  example: 'mutate s2.4',
  run({ names: [name = ''] }) {
    const pack = loadPack(folderOf(name));
    const cores = listCores().map(loadCore);
    const bases = pack.document.variantOf === undefined ? [] : [loadPack(folderOf(pack.document.variantOf)).document];
    const failed = runCases(pack.document, cores.map(({ document }) => document), { bases });
    if (failed.length > 0) return { lines: failed.flatMap(({ case: { name: example }, failures }) => failures.map((failure) => `${example}: ${failure}`)), code: 1 };
    const { listed, problems } = listedSurvivors(pack.directory);
    if (problems.length > 0) return { lines: problems.map(problemLine), code: 1 };
    const result = mutatePack(pack, cores, listed, bases);
    return { lines: mutationLines(pack.document.pack, result), code: result.survived.length + result.stale.length > 0 ? 1 : 0 };
  },
};
