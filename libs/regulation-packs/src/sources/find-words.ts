import { normalise } from './normalise.ts';

/** Furthest that two parts of a citation with `…` may stand apart. */
const reach = 200;

/**
 * Where cited words stand in a normalised article: the offset of their first character; `a…b` means a, then b close after it.
 * Undefined: they do not stand there.
 */
export function findWords(article: string, words: string): number | undefined {
  const parts = words.split('…').map(normalise).filter((part) => part !== '');
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  for (let at = article.indexOf(first); at >= 0; at = article.indexOf(first, at + 1)) {
    let end = at + first.length;
    const follows = rest.every((part) => {
      const next = article.indexOf(part, end);
      if (next < 0 || next - end > reach) return false;
      end = next + part.length;
      return true;
    });
    if (follows) return at;
  }
  return undefined;
}
