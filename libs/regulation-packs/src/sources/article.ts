const heading = /第[一二三四五六七八九十百]+篇/g;

/** The article of a source file: from its heading (`第四篇`) to the next article's, wherever on a line that stands. Without a part: all of it. */
export function articleOf(source: string, part: string | undefined): string {
  if (part === undefined) return source;
  const starts = [...source.matchAll(heading)].filter((match) => match[0] !== part).map((match) => match.index);
  const start = source.indexOf(part);
  if (start < 0) throw new RangeError(`the source has no ${part}`);
  const end = starts.find((at) => at > start);
  return source.slice(start, end);
}
