import type { PackDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../load/load-pack.ts';
import { carriedRules } from '../lint/rule-references.ts';

/** Value of an item by its path: `kinds.workOrder.acts.price.require[0]`. */
function itemAt(pack: PackDocument, path: string): unknown {
  const keys = path.split(/\.|\[(\d+)\]/).filter((key) => key !== undefined && key !== '');
  return keys.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), pack);
}

/**
 * Lines that show a rule: its citation, and each item that carries it with its place.
 * @throws RangeError for a rule that the pack does not cite
 */
export function explainRule(pack: LoadedPack, rule: string): readonly string[] {
  const cite = pack.document.cites?.[rule];
  if (cite === undefined) throw new RangeError(`${pack.document.pack} has no rule ${rule}; it cites ${Object.keys(pack.document.cites ?? {}).join(', ')}`);
  const items = carriedRules(pack.document).filter((carried) => carried.rule === rule);
  const paths = [...new Set(items.map(({ path }) => path.replace(/\.?rule$/, '')))];
  return [
    `${pack.document.pack}/${rule}  ${pack.document.title['zh-CN']} ${cite.clause}${cite.words === undefined ? '' : `「${cite.words}」`}`,
    ...paths.map((path) => {
      const { file, line } = pack.positions.of(path);
      return `  ${path}  (${file}:${line})\n    ${JSON.stringify(itemAt(pack.document, path))}`;
    }),
  ];
}
