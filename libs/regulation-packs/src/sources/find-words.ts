import { normalise } from './normalise.ts';

/** Furthest that two parts of a citation with `…` may stand apart. */
const reach = 200;

/** A citation without the marks that do not count: `a…b` as its two parts. */
export const partsOf = (words: string): readonly string[] => words.split('…').map(normalise).filter((part) => part !== '');

/**
 * Every place where cited words stand in a normalised article: the offset of each part; `a…b` means a, then b close after it.
 * Empty: they do not stand there.
 */
export function findWords(article: string, words: string): readonly (readonly number[])[] {
  const [first, ...rest] = partsOf(words);
  if (first === undefined) return [];
  const found: (readonly number[])[] = [];
  for (let at = article.indexOf(first); at >= 0; at = article.indexOf(first, at + 1)) {
    const places = [at];
    let end = at + first.length;
    for (const part of rest) {
      const next = article.indexOf(part, end);
      if (next < 0 || next - end > reach) break;
      places.push(next);
      end = next + part.length;
    }
    if (places.length === rest.length + 1) found.push(places);
  }
  return found;
}
