import type { Locale } from '@huiyin/platform-http';
import type { PackDocument } from '@huiyin/regulation-engine';
import type { CardCoverage, RuleStatus } from '@huiyin/regulation-packs';
import { labelIn, labelsOf } from '../../schema/label.ts';

const COUNTED = { executable: 'executable', scored: 'scored', note: 'note', 'not built': 'notBuilt', planned: 'planned', missing: 'missing' } as const satisfies Record<RuleStatus, string>;

/** A regulation that can be adopted: where it comes from, what it holds, and how many of its rules are carried how. */
export function writeRegulation(document: PackDocument, covered: CardCoverage | undefined, locale: Locale) {
  const rules = covered?.rules ?? [];
  const counts = Object.fromEntries(Object.entries(COUNTED).map(([status, name]) => [name, rules.filter((rule) => rule.status === status).length])) as Record<(typeof COUNTED)[RuleStatus], number>;
  return {
    id: document.pack,
    title: labelIn(document.title, locale),
    titles: labelsOf(document.title),
    language: document.language,
    variantOf: document.variantOf ?? null,
    source: document.source ? { file: document.source.file, part: document.source.part ?? null, sha256: document.source.sha256, checked: document.source.checked } : null,
    rules: rules.length > 0 ? rules.length : Object.keys(document.cites ?? {}).filter((rule) => rule !== 'D').length,
    coverage: counts,
    kinds: Object.keys(document.kinds ?? {}),
    values: Object.entries(document.values ?? {}).map(([name, value]) => ({ name: `${document.pack}.${name}`, is: value.is, word: value.word ?? null, open: value.open ?? false, rule: ruleOf(document.pack, value.rule) })),
  };
}

const ruleOf = (pack: string, rule: unknown): string => `${pack}/${String(Array.isArray(rule) ? rule[0] : rule)}`;
