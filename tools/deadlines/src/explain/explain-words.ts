import type { ExplainLanguage } from '@huiyin/deadline-rules';

/** What the command says beside the explanation itself. */
export interface ExplainWords {
  leftOut(expression: string): string;
  exception(condition: string, then: string): string;
  fallback: string;
  figure(name: string, is: string, word: string | undefined): string;
  nothing: string;
  /** Said first of a pack that only proves the language. */
  proof(pack: string): string;
}

export const EXPLAIN_WORDS: Readonly<Record<ExplainLanguage, ExplainWords>> = {
  'zh-CN': {
    leftOut: (expression) => `未计入：${expression}（缺少该事实，可用 --fact ${expression}=时刻 给出）`,
    exception: (condition, then) => `例外：若 ${condition}，则为 ${then}`,
    fallback: '条文未给出期限，采用默认期限',
    figure: (name, is, word) => `${name} = ${is}${word === undefined ? '' : `（${word}）`}`,
    nothing: '该条款没有期限',
    proof: (pack) => `${pack} 仅用于验证规程语言，不供单位采用`,
  },
  'zh-TW': {
    leftOut: (expression) => `未計入：${expression}（缺少該事實，可用 --fact ${expression}=時刻 給出）`,
    exception: (condition, then) => `例外：若 ${condition}，則為 ${then}`,
    fallback: '條文未給出期限，採用預設期限',
    figure: (name, is, word) => `${name} = ${is}${word === undefined ? '' : `（${word}）`}`,
    nothing: '該條款沒有期限',
    proof: (pack) => `${pack} 僅用於驗證規程語言，不供單位採用`,
  },
  en: {
    leftOut: (expression) => `Left out: ${expression} (unknown here; give it by --fact ${expression}=INSTANT)`,
    exception: (condition, then) => `Exception: if ${condition}, then ${then}`,
    fallback: 'The text gives no limit; the default stands in',
    figure: (name, is, word) => `${name} = ${is}${word === undefined ? '' : ` (${word})`}`,
    nothing: 'this rule sets no limit in time',
    proof: (pack) => `${pack} is a proof of the language: no operator adopts it`,
  },
};
