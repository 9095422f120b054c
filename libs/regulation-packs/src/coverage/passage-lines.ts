import type { LoadedPack } from '../load/load-pack.ts';
import { articleOf } from '../sources/article.ts';
import { passagesOf } from '../sources/passages.ts';
import { readSourceIndex } from '../sources/read-source-index.ts';
import { sha256Of } from '../sources/source-index.ts';
import { uncitedPassages } from '../sources/uncited.ts';

/** Gives the bytes of a source by its name. */
type ReadSource = (file: string) => Uint8Array;

function wordsIn(pack: LoadedPack, read: ReadSource): ReadonlyMap<number, string> {
  const { source } = pack.document;
  if (source === undefined) return new Map();
  const bytes = read(source.file);
  if (sha256Of(bytes) !== source.sha256) throw new RangeError(`${source.file} is not the file that pack ${pack.document.pack} stands on`);
  return new Map(passagesOf(articleOf(new TextDecoder().decode(bytes), source)).map(({ at, text }) => [at, text]));
}

/** How many passages of its source the rules of a pack cite; undefined: its words were not looked up. */
export function passageCount(pack: LoadedPack): string | undefined {
  const index = readSourceIndex(pack.directory);
  if (index === undefined) return undefined;
  const uncited = uncitedPassages(index).length;
  return `${pack.document.pack}: words are cited from ${index.passages.length - uncited} of ${index.passages.length} passages of ${index.part ?? index.file}; ${uncited} are cited by no rule`;
}

/**
 * A line for each clause or sentence of the source in which no rule's cited words stand, by its place in the normalised article, then the count.
 * @param read where the sources are at hand: their words are shown too
 * @throws RangeError for a pack without source, or whose words were never looked up
 */
export function passageLines(pack: LoadedPack, read?: ReadSource): readonly string[] {
  const id = pack.document.pack;
  if (pack.document.source === undefined) throw new RangeError(`pack ${id} names no source`);
  const index = readSourceIndex(pack.directory);
  if (index === undefined) throw new RangeError(`pack ${id} has no source.json: look its words up with \`packs sources ${id} FOLDER DAY\``);
  const uncited = uncitedPassages(index);
  const words = read === undefined ? undefined : wordsIn(pack, read);
  return [
    ...uncited.map(({ clause, at, length }) => `${id}  ${clause === '' ? '(heading)' : clause}, characters ${at + 1} to ${at + length}${words === undefined ? '' : `: ${words.get(at)?.replace(/\s+/g, ' ') ?? ''}`}`),
    passageCount(pack) ?? '',
  ];
}
