import { partsOf } from './find-words.ts';
import type { Passage } from './passages.ts';
import type { SourceIndex } from './source-index.ts';

/** Passages of the article in which no rule's cited words stand. */
export function uncitedPassages({ found, passages }: SourceIndex): readonly Passage[] {
  const cited = Object.values(found).flatMap(({ words, at }) => partsOf(words).map((part, index) => ({ from: at[index] ?? -1, to: (at[index] ?? -1) + part.length })));
  return passages.filter((passage) => !cited.some(({ from, to }) => from < passage.at + passage.length && to > passage.at));
}
