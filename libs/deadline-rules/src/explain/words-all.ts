import type { ExplainLanguage } from './explanation.ts';
import { traditional } from './traditional.ts';
import { chineseWords } from './words-chinese.ts';
import { ENGLISH } from './words-english.ts';
import type { Words } from './words.ts';

const WORDS: Record<ExplainLanguage, Words> = {
  'zh-CN': chineseWords('zh-CN', (literal) => literal),
  'zh-TW': chineseWords('zh-TW', traditional),
  en: ENGLISH,
};

/** The sentences of a language; English if it is none of ours. */
export function wordsOf(language: ExplainLanguage): Words {
  return WORDS[language] ?? ENGLISH;
}
