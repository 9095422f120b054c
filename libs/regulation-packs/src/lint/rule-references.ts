import type { PackDocument, RuleReference } from '@huiyin/regulation-engine';
import { pathBelow } from '../load/positions.ts';

export interface RuleAt {
  readonly path: string;
  readonly rule: string;
}

/** Sections whose members merely speak of rules. */
const silent = new Set(['texts', 'cites', 'stages', 'cases', 'source', 'title']);

export function rulesOf(reference: RuleReference): readonly string[] {
  return Array.isArray(reference) ? (reference as readonly (string | number)[]).map(String) : [String(reference)];
}

/** Every rule that an item of the pack carries, with the item's path. */
export function carriedRules(pack: PackDocument): readonly RuleAt[] {
  const found: RuleAt[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, pathBelow(path, index)));
    for (const [key, item] of Object.entries(value)) {
      if (path === '' && silent.has(key)) continue;
      const isReference = key === 'rule' && (typeof item !== 'object' || Array.isArray(item));
      if (isReference) found.push(...rulesOf(item as RuleReference).map((rule) => ({ path: pathBelow(path, key), rule })));
      else walk(item, pathBelow(path, key));
    }
  };
  walk(pack, '');
  return found;
}
