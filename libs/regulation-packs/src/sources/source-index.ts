import { createHash } from 'node:crypto';
import type { PackDocument } from '@huiyin/regulation-engine';
import { articleOf } from './article.ts';
import { findWords } from './find-words.ts';
import { normalise } from './normalise.ts';
import { passagesOf, type Passage } from './passages.ts';

/** Words as they are cited, and the offset of each of their parts in the normalised article. */
export interface FoundWords {
  readonly words: string;
  readonly at: readonly number[];
}

/**
 * Proof that a pack's words stand in its source, without the source: which words were found where, in which file, on which day, and how the
 * article is divided. Stored beside the pack as `source.json`.
 */
export interface SourceIndex {
  readonly file: string;
  readonly part?: string;
  readonly until?: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Day the words were looked up. */
  readonly verified: string;
  /** Length of the normalised article, in characters. */
  readonly length: number;
  /** By rule. */
  readonly found: Readonly<Record<string, FoundWords>>;
  /** Sentences and items of the article, in order, without gap. */
  readonly passages: readonly Passage[];
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Does the clause of a citation (`4(1)2`, `4.2`, `第二条`) name this passage's (`4 (1) 2)`, `4.2`, `第二條`), or its innermost number? */
function names(cited: string, { clause }: Passage): boolean {
  const [wanted, whole, inmost] = [cited, clause, clause.split(' ').at(-1) ?? ''].map(normalise);
  return wanted !== '' && (whole === wanted || inmost === wanted);
}

/** Of several places where words stand, the one within the cited clause; else the first. */
function placeIn(places: readonly (readonly number[])[], clause: string, passages: readonly Passage[]): readonly number[] | undefined {
  const around = (at: number): Passage | undefined => passages.find((passage) => at >= passage.at && at < passage.at + passage.length);
  return places.find(([at]) => at !== undefined && names(clause, around(at) ?? { clause: '', at: 0, length: 0 })) ?? places[0];
}

/**
 * Looks up every cited word of a pack in its source.
 * @param bytes the source file
 * @param verified the day of the look-up, `YYYY-MM-DD`
 * @throws RangeError where the file is another than the pack names, or naming the rules whose words do not stand there
 */
export function indexSource(pack: PackDocument, bytes: Uint8Array, verified: string): SourceIndex {
  const { source } = pack;
  if (source === undefined) throw new RangeError(`pack ${pack.pack} names no source`);
  const sha256 = sha256Of(bytes);
  if (sha256 !== source.sha256) throw new RangeError(`${source.file} is not the file that pack ${pack.pack} stands on: its sha256 is ${sha256}, the pack names ${source.sha256}`);
  const text = articleOf(new TextDecoder().decode(bytes), source);
  const article = normalise(text);
  const passages = passagesOf(text).map(({ clause, at, length }) => ({ clause, at, length }));
  const found: Record<string, FoundWords> = {};
  const absent: string[] = [];
  for (const [rule, { clause, words }] of Object.entries(pack.cites ?? {})) {
    if (words === undefined) continue;
    const at = placeIn(findWords(article, words), clause, passages);
    if (at === undefined) absent.push(`${rule} (${words})`);
    else found[rule] = { words, at };
  }
  if (absent.length > 0) throw new RangeError(`not in ${source.file}${source.part === undefined ? '' : `, ${source.part}`}: ${absent.join(', ')}`);
  return {
    file: source.file,
    ...(source.part !== undefined && { part: source.part }),
    ...(source.until !== undefined && { until: source.until }),
    sha256,
    verified,
    length: article.length,
    found,
    passages,
  };
}

/** The index as it is committed: one citation, one passage a line. */
export function sourceText({ found, passages, ...head }: SourceIndex): string {
  const members = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const line = (value: unknown): string => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/\[ (.*?) \]/g, '[$1]');
  const citations = Object.entries(found).map(([rule, words]) => `    ${JSON.stringify(rule)}: ${line(words)}`);
  return `{\n${[...members, `  "found": {\n${citations.join(',\n')}\n  }`, `  "passages": [\n${passages.map((passage) => `    ${line(passage)}`).join(',\n')}\n  ]`].join(',\n')}\n}\n`;
}
