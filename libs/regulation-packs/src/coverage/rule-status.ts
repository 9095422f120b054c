import type { PackDocument } from '@huiyin/regulation-engine';
import { carriedRules, type RuleAt } from '../lint/rule-references.ts';

/**
 * Where a rule of a card stands: `executable` (something runs because of it), `scored` (it only gives points), `note` (training only),
 * `not built` (with a reason), `planned`, or `missing`, which fails.
 */
export const ruleStatuses = ['executable', 'scored', 'note', 'not built', 'planned', 'missing'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

type Carried = Exclude<RuleStatus, 'planned' | 'missing'>;

/** Rank of what an item makes of the rule it carries; the best of all items counts. */
const order: readonly Carried[] = ['executable', 'scored', 'note', 'not built'];

function itemAt(pack: PackDocument, path: string): Readonly<Record<string, unknown>> {
  const keys = path.split(/\.|\[(\d+)\]/).filter((key) => key !== undefined && key !== '');
  const found = keys.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), pack);
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

function carriedAs(pack: PackDocument, { path }: RuleAt): Carried {
  if (path.startsWith('notBuilt[')) return 'not built';
  if (path.startsWith('notes[')) return 'note';
  if (path.startsWith('indicators.')) return 'scored';
  const item = itemAt(pack, path.replace(/\.rule$/, ''));
  const points = typeof item['post'] === 'object' && (item['post'] as { ledger?: string }).ledger === 'points';
  return points || item['is'] === 'score' ? 'scored' : 'executable';
}

/** Rule → what the pack makes of it, and the items that carry it. */
export function statusesOf(pack: PackDocument): ReadonlyMap<string, { readonly status: Carried; readonly paths: readonly string[] }> {
  const found = new Map<string, { status: Carried; paths: string[] }>();
  for (const carried of carriedRules(pack)) {
    const as = carriedAs(pack, carried);
    const entry = found.get(carried.rule) ?? { status: as, paths: [] };
    if (order.indexOf(as) < order.indexOf(entry.status)) entry.status = as;
    entry.paths.push(carried.path);
    found.set(carried.rule, entry);
  }
  return found;
}
