import { kebab } from '@huiyin/platform-http';
import type { CompiledPolicy, FieldDescription, KindDescription, LocalisedText } from '@huiyin/regulation-engine';

/** Label of an option under a policy: of the kind, else of the core kind it varies, else the word itself. */
export function choiceLabel(policy: Pick<CompiledPolicy, 'texts'>, kind: Pick<KindDescription, 'kind' | 'is'>, field: Pick<FieldDescription, 'name'>, value: string): LocalisedText {
  const names = [kind.kind, kind.is].filter((name): name is string => name !== undefined);
  const known = names.map((name) => policy.texts.get(`choice.${name}.${field.name}.${value}`)).find((text) => text !== undefined);
  return known ?? { 'zh-CN': kebab(value), en: kebab(value) };
}
