import { examplesOf } from '../../cases/case-document.ts';
import { writeGolden } from '../../golden/golden-files.ts';
import { record } from '../../golden/record.ts';
import { folderOf } from '../../load/find-pack.ts';
import { loadCore, loadPack } from '../../load/load-pack.ts';
import { listCores } from '../../load/pack-directory.ts';
import type { Command } from '../command.ts';

export const golden: Command = {
  name: 'golden',
  takes: 'ID|folder STAGE …',
  least: 2,
  says: 'keep stages as histories that must fold and decide alike for ever',
  example: 'golden s2.4 storyPaid',
  run({ names: [name = '', ...stages] }) {
    const { document } = loadPack(folderOf(name));
    const known = Object.keys(examplesOf(document).stages);
    const unknown = stages.find((stage) => !known.includes(stage));
    if (unknown !== undefined) throw new RangeError(`${document.pack} has no stage ${unknown}; there are: ${known.join(', ')}`);
    const cores = listCores().map((file) => loadCore(file).document);
    return { lines: stages.map((stage) => writeGolden(record(document, cores, stage))), code: 0 };
  },
};
