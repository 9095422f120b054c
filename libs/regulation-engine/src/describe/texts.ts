import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { kebab } from '../compile/names.ts';
import type { LocalisedText } from '../language/pack-document.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';

const INSERTED = /\{([A-Za-z][A-Za-z0-9.:]*)\}/g;

/**
 * The sentence of a code in `zh-CN`, `zh-TW` or `en`, with `{after.x}`, `{values.x}`, `{fact}` inserted from `facts`
 * (flat paths or nested members). zh-TW falls back to zh-CN. Undefined: no such text.
 */
export function textOf(policy: CompiledPolicy, code: string, language: string, facts: FactMap = {}): string | undefined {
  const text = policy.texts.get(code);
  return text && spoken(text, language).replace(INSERTED, (whole, path: string) => inserted(facts, path) ?? whole);
}

export function spoken(text: LocalisedText, language: string): string {
  if (language.startsWith('en')) return text.en;
  return language === 'zh-TW' ? (text['zh-TW'] ?? text['zh-CN']) : text['zh-CN'];
}

/** Label of a thing: the first code that has a text, else its own, else its name spelt out. */
export function labelOf(policy: CompiledPolicy, name: string, codes: readonly string[], own?: LocalisedText): LocalisedText {
  for (const code of codes) {
    const text = policy.texts.get(code);
    if (text) return text;
  }
  const words = kebab(name).replaceAll('-', ' ');
  return own ?? { 'zh-CN': words, en: words };
}

function inserted(facts: FactMap, path: string): string | undefined {
  const value = path in facts ? facts[path]! : path.split('.').reduce<FactValue>((at, member) => (at !== null && typeof at === 'object' && !Array.isArray(at) ? ((at as FactMap)[member] ?? null) : null), facts);
  if (value === null) return undefined;
  return Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
