const numerals = /[一二三四五六七八九十百\d]+/g;
const anyNumber = '[一二三四五六七八九十百\\d]+';

/** Headings of the form of this one: `第四篇` like `第5篇`, `篇7` like `篇12`. */
function headingsLike(part: string): RegExp {
  return new RegExp(part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(numerals, anyNumber), 'g');
}

/** The article of a source file: from its heading (`第四篇`, `第4篇`, `篇7`) to the next of its form, wherever on a line that stands. Without a part: all of it. */
export function articleOf(source: string, part: string | undefined): string {
  if (part === undefined) return source;
  const headings = [...source.matchAll(headingsLike(part))];
  const start = headings.find((match) => match[0] === part)?.index;
  if (start === undefined) throw new RangeError(`the source has no ${part}`);
  const end = headings.find((match) => match.index > start && match[0] !== part)?.index;
  return source.slice(start, end);
}
