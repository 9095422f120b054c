const numerals = /[一二三四五六七八九十百\d]+/g;
const anyNumber = '[一二三四五六七八九十百\\d]+';

/** Headings of the form of this one: `第四篇` like `第5篇`, `篇7` like `篇12`. */
function headingsLike(part: string): RegExp {
  return new RegExp(part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(numerals, anyNumber), 'g');
}

/** Which article of a file: the words it begins with, and those that follow it where that is no heading of the same form. */
export interface ArticleBounds {
  readonly part?: string;
  readonly until?: string;
}

/**
 * Where an article stands in its file, as offsets: from its heading (`第四篇`, `第4篇`, `篇7`, `制度7`) to the next of its form, wherever on a line
 * that stands, or to the words of `until`. Without a part: from the beginning.
 * @throws RangeError where a heading is not there or stands twice, or `until` does not follow
 */
export function boundsOf(source: string, { part, until }: ArticleBounds): { readonly from: number; readonly to: number } {
  const headings = part === undefined ? [] : [...source.matchAll(headingsLike(part))];
  const own = headings.filter((match) => match[0] === part);
  if (part !== undefined && own.length !== 1) throw new RangeError(own.length === 0 ? `the source has no ${part}` : `the source says ${part} ${own.length} times: no heading`);
  const from = own[0]?.index ?? 0;
  const next = headings.find((match) => match.index > from)?.index ?? source.length;
  if (until === undefined) return { from, to: next };
  const to = source.indexOf(until, from + (part?.length ?? 0));
  if (to < 0 || to > next) throw new RangeError(`in the source ${until} does not follow ${part ?? 'its beginning'}`);
  return { from, to };
}

/** The text of an article, as {@link boundsOf} finds it. */
export function articleOf(source: string, bounds: ArticleBounds): string {
  const { from, to } = boundsOf(source, bounds);
  return source.slice(from, to);
}
