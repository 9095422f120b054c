import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../load/find-pack.ts';
import { loadPack } from '../../load/load-pack.ts';
import { indexSource, sourceText } from '../../sources/source-index.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../given.ts';
import { sourceFile } from './source-file.ts';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export const sources: Command = {
  name: 'sources',
  takes: 'ID|folder FOLDER DAY',
  least: 3,
  most: 3,
  says: 'look the cited words up in the source and write source.json',
  example: 'sources s2.4 ../sources 2026-11-25',
  run({ names: [name = '', folder = '', verified = ''] }) {
    if (!isDay(verified)) throw new UsageError(`${verified} is no day: the day on which the words are looked up, as 2026-11-25`);
    const pack = loadPack(folderOf(name));
    const { source } = pack.document;
    if (source === undefined) throw new RangeError(`pack ${pack.document.pack} names no source: say \`source: { file, part, sha256, checked }\` in its pack.yaml`);
    const index = indexSource(pack.document, sourceFile(folder, source.file), verified);
    writeFileSync(join(pack.directory, 'source.json'), sourceText(index));
    return { lines: [`${pack.document.pack}: ${Object.keys(index.found).length} citations found in ${index.file}, ${index.passages.length} passages`], code: 0 };
  },
};
