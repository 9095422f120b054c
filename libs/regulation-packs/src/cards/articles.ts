import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardDirectory } from '../load/pack-directory.ts';
import { boundsOf, type ArticleBounds } from '../sources/article.ts';
import { normalise } from '../sources/normalise.ts';
import { sha256Of } from '../sources/source-index.ts';

/** Where the text of a card stands: its file, the words that bound it, and what was measured there. Never the text. */
export interface Article extends ArticleBounds {
  readonly file: string;
  readonly part: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Offsets in the file, in characters. */
  readonly from: number;
  readonly to: number;
  /** Characters of the normalised article. */
  readonly length: number;
}

/** Card (`S0.1`) → its article. Stored as `cards/articles.json`. */
export type Articles = Readonly<Record<string, Article>>;

/** The committed index of articles; empty where a folder has none. */
export function readArticles(directory: string = cardDirectory): Articles {
  const file = join(directory, 'articles.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Articles) : {};
}

function measured({ file, part, until }: Article, bytes: Uint8Array): Article {
  const text = new TextDecoder().decode(bytes);
  const { from, to } = boundsOf(text, { part, ...(until !== undefined && { until }) });
  return { file, part, ...(until !== undefined && { until }), sha256: sha256Of(bytes), from, to, length: normalise(text.slice(from, to)).length };
}

/**
 * Measures every article of the index in its file.
 * @param read gives the bytes of a file by its name
 * @throws RangeError where a heading is not there or stands twice, or where two articles of a file overlap
 */
export function measureArticles(articles: Articles, read: (file: string) => Uint8Array): Articles {
  const found = Object.fromEntries(Object.entries(articles).map(([card, article]) => [card, measured(article, read(article.file))]));
  for (const [card, article] of Object.entries(found)) {
    const other = Object.entries(found).find(([name, { file, from, to }]) => name !== card && file === article.file && from < article.to && to > article.from);
    if (other !== undefined) throw new RangeError(`${card} and ${other[0]} overlap in ${article.file}`);
  }
  return found;
}

/** The index as it is committed: one article a line. */
export function articlesText(articles: Articles): string {
  return `{\n${Object.entries(articles).map(([card, article]) => `  ${JSON.stringify(card)}: ${JSON.stringify(article, null, 1).replace(/\n\s*/g, ' ')}`).join(',\n')}\n}\n`;
}
