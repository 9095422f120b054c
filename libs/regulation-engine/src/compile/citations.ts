import type { CiteDocument, RuleReference } from '../language/pack-document.ts';
import type { Citation } from '../matter/matter.ts';

/** Rule `11` of pack `s2.4` → `s2.4/11` with its clause and words. A core pack's rules read `core/…`. */
export function citation(pack: string, cites: Readonly<Record<string, CiteDocument>> | undefined, rule: RuleReference | undefined, fallback = 'built-in'): Citation {
  const first = typeof rule === 'object' ? rule[0] : rule;
  const text = String(first ?? fallback);
  const cite = cites && Object.hasOwn(cites, text) ? cites[text] : undefined;
  const name = text.includes('/') ? text : `${isCore(pack) ? 'core' : pack}/${text}`;
  return { rule: name, ...(cite?.clause !== undefined && { clause: String(cite.clause) }), ...(cite?.words !== undefined && { words: cite.words }) };
}

/** Core packs ship with the services: `core-dispatch`. */
export function isCore(pack: string): boolean {
  return pack === 'core' || pack.startsWith('core-');
}
