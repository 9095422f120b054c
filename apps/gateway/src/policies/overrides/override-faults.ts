import { below } from '@huiyin/platform-http';
import type { Fault, LocaleTexts } from '@huiyin/platform-http';

const TEXTS = {
  'policy.unknown-pack': { 'zh-CN': '没有采用制度“{name}”；已采用：{known}', 'zh-TW': '沒有採用制度「{name}」；已採用：{known}', en: 'The regulation “{name}” is not adopted; adopted are: {known}' },
  'policy.unknown-item': { 'zh-CN': '没有“{name}”这一项；已有：{known}', 'zh-TW': '沒有「{name}」這一項；已有：{known}', en: 'There is no “{name}”; there are: {known}' },
  'policy.wrong-figure': { 'zh-CN': '“{name}”应为同类数值，例如 {known}', 'zh-TW': '「{name}」應為同類數值，例如 {known}', en: '“{name}” takes a figure of its own sort, such as {known}' },
  'policy.not-overridable': { 'zh-CN': '经营单位不能改动这一项；可以改动：{known}', 'zh-TW': '經營單位不能更動這一項；可以更動：{known}', en: 'An operator cannot change this; what can be changed: {known}' },
} as const satisfies Record<string, LocaleTexts>;

const KNOWN_SHOWN = 40;

/** A fault of an override, at its place in the body. */
export function overrideFault(path: readonly string[], code: keyof typeof TEXTS, name: string, known: readonly string[]): Fault {
  const listed = known.length > KNOWN_SHOWN ? [...known.slice(0, KNOWN_SHOWN), '…'] : known;
  return {
    pointer: path.reduce<string>((pointer, step) => below(pointer, step), '/overrides'),
    code,
    message: (locale) => TEXTS[code][locale].replace('{name}', name).replace('{known}', listed.join(', ')),
  };
}
