import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '../../sources/normalise.ts';
import type { SourceIndex } from '../../sources/source-index.ts';
import { entries, finding, type LintRule } from '../lint-subject.ts';

/** The cited words stand in the source: as proved by the pack's `source.json`, which was made from the file that the pack names. */
export const citedWords: LintRule = (subject) =>
  subject.packs.flatMap((pack) => {
    const { source, cites } = pack.document;
    if (source === undefined) return [];
    const file = join(pack.directory, 'source.json');
    if (!existsSync(file)) return [finding(pack, 'source', 'sourceNotIndexed', 'source.json is missing: look the words up with `packs sources`')];
    const index = JSON.parse(readFileSync(file, 'utf8')) as SourceIndex;
    const other = index.file !== source.file || index.sha256 !== source.sha256 || (index.part ?? '') !== (source.part ?? '');
    if (other) return [finding(pack, 'source', 'anotherSource', 'source.json was made from another file or article')];
    return entries(cites)
      .filter(([rule, cite]) => cite.words !== undefined && normalise(index.found[rule]?.words ?? '') !== normalise(cite.words))
      .map(([rule, cite]) => finding(pack, `cites.${rule}.words`, 'wordsNotInSource', `「${cite.words}」 was not found in ${source.file}`));
  });
