import { createHash } from 'node:crypto';
import type { PackDocument } from '@huiyin/regulation-engine';
import { articleOf } from './article.ts';
import { findWords } from './find-words.ts';
import { normalise } from './normalise.ts';

/**
 * Proof that a pack's words stand in its source, without the source: which words were found where, in which file, on which day.
 * Stored beside the pack as `source.json`.
 */
export interface SourceIndex {
  readonly file: string;
  readonly part?: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Day the words were looked up. */
  readonly verified: string;
  /** Length of the normalised article, in characters. */
  readonly length: number;
  /** Rule → words as cited, and their offset in the normalised article. */
  readonly found: Readonly<Record<string, { readonly words: string; readonly at: number }>>;
}

/**
 * Looks up every cited word of a pack in its source.
 * @param bytes the source file
 * @param verified the day of the look-up, `YYYY-MM-DD`
 * @throws RangeError naming the rules whose words do not stand there
 */
export function indexSource(pack: PackDocument, bytes: Uint8Array, verified: string): SourceIndex {
  if (pack.source === undefined) throw new RangeError(`pack ${pack.pack} names no source`);
  const article = normalise(articleOf(new TextDecoder().decode(bytes), pack.source.part));
  const found: Record<string, { words: string; at: number }> = {};
  const absent: string[] = [];
  for (const [rule, cite] of Object.entries(pack.cites ?? {})) {
    if (cite.words === undefined) continue;
    const at = findWords(article, cite.words);
    if (at === undefined) absent.push(`${rule} (${cite.words})`);
    else found[rule] = { words: cite.words, at };
  }
  if (absent.length > 0) throw new RangeError(`not in ${pack.source.file}: ${absent.join(', ')}`);
  return {
    file: pack.source.file,
    ...(pack.source.part === undefined ? {} : { part: pack.source.part }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    verified,
    length: article.length,
    found,
  };
}
