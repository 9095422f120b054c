import type { ValueDocument } from '../language/pack-document.ts';
import type { Comparison } from './strict-text.ts';

/** Civil Code, art. 1259: 以上 以下 以内 届满 include the figure; 不满 超过 以外 do not. A sign says itself which. */
const WORDS: readonly (readonly [string, Comparison])[] = [
  ['以上', '>='], ['届满', '>='], ['不少于', '>='], ['不低于', '>='], ['至少', '>='], ['达到', '>='],
  ['以下', '<='], ['以内', '<='], ['之内', '<='], ['不超过', '<='], ['不多于', '<='], ['至多', '<='], ['内', '<='],
  ['超过', '>'], ['以外', '>'], ['多于', '>'], ['高于', '>'],
  ['不满', '<'], ['低于', '<'], ['少于', '<'], ['未满', '<'],
  ['等于', '=='],
  ['≥', '>='], ['≤', '<='], ['>', '>'], ['<', '<'], ['＞', '>'], ['＜', '<'],
];

/** The comparison that a value's word, or its `reads` where the pack reads otherwise, fixes; undefined: no word of comparison. */
export function comparisonOf(value: Pick<ValueDocument, 'word' | 'reads'>): Comparison | undefined {
  const text = value.reads ?? value.word;
  if (!text) return undefined;
  const exact = WORDS.find(([word]) => word === text);
  if (exact) return exact[1];
  return [...WORDS].sort((a, b) => b[0].length - a[0].length).find(([word]) => word.length > 1 && text.includes(word))?.[1];
}
