import { normalise } from '../../sources/normalise.ts';
import { readSourceIndex } from '../../sources/read-source-index.ts';
import { entries, finding, type LintRule } from '../lint-subject.ts';

/** The cited words stand in the source: as proved by the pack's `source.json`, which was made from the file that the pack names. */
export const citedWords: LintRule = (subject) =>
  subject.packs.flatMap((pack) => {
    const { source, cites } = pack.document;
    if (source === undefined) return [];
    const index = readSourceIndex(pack.directory);
    if (index === undefined) return [finding(pack, 'source', 'sourceNotIndexed', `source.json is missing: look the words up with \`packs sources ${pack.document.pack} FOLDER\``)];
    const other = index.file !== source.file || index.sha256 !== source.sha256 || index.part !== source.part || index.until !== source.until;
    if (other) return [finding(pack, 'source', 'anotherSource', `source.json was made from another file or article: look the words up again with \`packs sources ${pack.document.pack} FOLDER\``)];
    return entries(cites)
      .filter(([rule, cite]) => cite.words !== undefined && normalise(index.found[rule]?.words ?? '') !== normalise(cite.words))
      .map(([rule, cite]) => finding(pack, `cites.${rule}.words`, 'wordsNotInSource', `「${cite.words}」 was not found in ${source.file}`));
  });
