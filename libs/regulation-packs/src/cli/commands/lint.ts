import { basename } from 'node:path';
import { wrongIn } from '../../coverage/coverage-lines.ts';
import { repositoryCoverage } from '../../coverage/repository-coverage.ts';
import { lintPack } from '../../lint/lint-pack.ts';
import { folderOf, proofLines } from '../../load/find-pack.ts';
import { listPacks } from '../../load/pack-directory.ts';
import { problemLine } from '../../load/pack-problem.ts';
import type { Command } from '../command.ts';

export const lint: Command = {
  name: 'lint',
  takes: '[ID|folder …]',
  least: 0,
  says: 'problems with file, line and column; without a name all packs, and whether every rule of every card is carried or planned',
  example: 'lint s2.4',
  run({ names }) {
    const folders = (names.length > 0 ? names : listPacks()).map(folderOf);
    const problems = folders.flatMap((folder) => lintPack(folder));
    // All packs together must carry every rule of every card, or the plan must name it.
    const uncovered = names.length > 0 ? [] : wrongIn(repositoryCoverage());
    const errors = problems.filter(({ severity }) => severity === 'error').length + uncovered.length;
    const lines = [...problems.map(problemLine), ...uncovered];
    const proofs = folders.flatMap((folder) => proofLines(basename(folder), folder));
    return { lines: [...proofs, ...lines, `${folders.length} packs, ${errors} errors, ${lines.length - errors} warnings`], code: errors > 0 ? 1 : 0 };
  },
};
