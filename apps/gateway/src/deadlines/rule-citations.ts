import type { Citation, ExplainLanguage } from '@huiyin/deadline-rules';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import type { RulePromise } from './rule-promises.ts';

export type Citations = Readonly<Partial<Record<ExplainLanguage, Citation>>>;

/**
 * The clause a promise stands on, by language.
 * @param open the text gives a word and no figure
 */
export function citationsOf(document: PolicyDocument, { pack, rule }: Pick<RulePromise, 'pack' | 'rule'>, open: boolean): Citations {
  const found = document.packs.find((candidate) => candidate.pack === pack);
  const cite = found?.cites?.[rule.slice(pack.length + 1)];
  if (!found || !cite) return {};
  const one = (title: string): Citation => ({ rule, title, clause: cite.clause, ...(cite.words !== undefined && { words: cite.words }), open });
  return { 'zh-CN': one(found.title['zh-CN']), 'zh-TW': one(found.title['zh-TW'] ?? found.title['zh-CN']), en: one(found.title.en) };
}
