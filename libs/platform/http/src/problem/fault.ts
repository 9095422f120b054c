import type { LocaleTexts } from '../locale/locale.ts';
import type { Fault } from './problem-document.ts';

type FaultFacts = Readonly<Record<string, string | number>>;
const FAULTS = {
  'unknown-field': { 'zh-CN': '没有名为“{name}”的项目', 'zh-TW': '沒有名為「{name}」的項目', en: 'There is no field “{name}”' },
  'unknown-parameter': { 'zh-CN': '没有名为“{name}”的参数', 'zh-TW': '沒有名為「{name}」的參數', en: 'There is no parameter “{name}”' },
  required: { 'zh-CN': '必须填写', 'zh-TW': '必須填寫', en: 'Must be given' },
  'wrong-type': { 'zh-CN': '类型不对，应为{type}', 'zh-TW': '類型不對，應為{type}', en: 'Wrong type, expected {type}' },
  'wrong-format': { 'zh-CN': '格式不对，应为{type}', 'zh-TW': '格式不對，應為{type}', en: 'Wrong format, expected {type}' },
  'too-long': { 'zh-CN': '最多 {max}', 'zh-TW': '最多 {max}', en: 'At most {max}' },
  'too-short': { 'zh-CN': '至少 {min}', 'zh-TW': '至少 {min}', en: 'At least {min}' },
  'out-of-range': { 'zh-CN': '应在 {min} 与 {max} 之间', 'zh-TW': '應在 {min} 與 {max} 之間', en: 'Must lie between {min} and {max}' },
  'not-a-choice': { 'zh-CN': '只能是：{choices}', 'zh-TW': '只能是：{choices}', en: 'Must be one of: {choices}' },
  'control-character': { 'zh-CN': '含有不可见字符', 'zh-TW': '含有不可見字元', en: 'Contains control characters' },
  refused: { 'zh-CN': '不接受此值', 'zh-TW': '不接受此值', en: 'This value is not accepted' },
} as const satisfies Record<string, LocaleTexts>;
export type FaultCode = keyof typeof FAULTS;

const fill = (text: string, facts: FaultFacts): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** A fault at a JSON Pointer of the body. */
export function faultAt(pointer: string, code: FaultCode, facts: FaultFacts = {}): Fault {
  return { pointer, code, message: (locale) => fill(FAULTS[code][locale], facts) };
}

/** A fault of a query parameter or header. */
export function faultOf(parameter: string, code: FaultCode, facts: FaultFacts = {}): Fault {
  return { parameter, code, message: (locale) => fill(FAULTS[code][locale], facts) };
}
