import type { LocaleTexts } from '@huiyin/platform-http';

/** Findings that an operator meets when he adopts or overrides, in his language; the particulars follow as the linter gives them. */
const TEXTS: Readonly<Record<string, LocaleTexts>> = {
  conflict: { 'zh-CN': '两项制度冲突，采用前须决定', 'zh-TW': '兩項制度衝突，採用前須決定', en: 'Two regulations conflict; this is decided before adopting' },
  twoValuesForOneFact: { 'zh-CN': '两处给同一事项不同的值', 'zh-TW': '兩處給同一事項不同的值', en: 'Two items give one fact different values' },
  kindHostedTwice: { 'zh-CN': '同一种事项由两个服务承办', 'zh-TW': '同一種事項由兩個服務承辦', en: 'A kind is hosted by two services' },
  valuesOutOfOrder: { 'zh-CN': '数值次序不对', 'zh-TW': '數值次序不對', en: 'Values are out of order' },
  tableGap: { 'zh-CN': '判定表有遗漏', 'zh-TW': '判定表有遺漏', en: 'A table has a gap' },
  tableOverlap: { 'zh-CN': '判定表有重叠', 'zh-TW': '判定表有重疊', en: 'A table has an overlap' },
  unreachableRow: { 'zh-CN': '判定表有永远用不到的行', 'zh-TW': '判定表有永遠用不到的列', en: 'A table has a row that is never reached' },
  dueSyntax: { 'zh-CN': '期限写法不对', 'zh-TW': '期限寫法不對', en: 'A due time cannot be read' },
  dueOutOfRange: { 'zh-CN': '期限超出可计算的年份', 'zh-TW': '期限超出可計算的年份', en: 'A due time leads out of the years that are computed' },
  comparisonBesideWord: { 'zh-CN': '比较方式与条文用词不符', 'zh-TW': '比較方式與條文用詞不符', en: 'A comparison contradicts the word of the clause' },
  effectCycle: { 'zh-CN': '后果互相触发，没有尽头', 'zh-TW': '後果互相觸發，沒有盡頭', en: 'Effects set each other off without end' },
  factCycle: { 'zh-CN': '事项互相推导，没有尽头', 'zh-TW': '事項互相推導，沒有盡頭', en: 'Facts are derived from each other without end' },
  unknownName: { 'zh-CN': '所指名称不存在', 'zh-TW': '所指名稱不存在', en: 'A name is not known' },
  unknownKind: { 'zh-CN': '所指事项种类不存在', 'zh-TW': '所指事項種類不存在', en: 'A kind is not known' },
};
const ANY: LocaleTexts = { 'zh-CN': '制度内容有误', 'zh-TW': '制度內容有誤', en: 'The regulation is not sound' };

export const findingText = (code: string): LocaleTexts => TEXTS[code] ?? ANY;
