import type { PackDocument } from '@huiyin/regulation-engine';
import { readCard } from '../cards/read-card.ts';
import type { LoadedPack } from '../load/load-pack.ts';
import { carriedRules } from '../lint/rule-references.ts';
import { said, type Told } from './said.ts';

/** Value of an item by its path: `kinds.workOrder.acts.price.require[0]`. */
function itemAt(pack: PackDocument, path: string): unknown {
  const keys = path.split(/\.|\[(\d+)\]/).filter((key) => key !== undefined && key !== '');
  return keys.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), pack);
}

/** Figures and people first, then what is done, owed, derived, and what follows. What belongs to none of them comes before. */
const order = ['values', 'parties', 'acts', 'steps', 'tables', 'effects', 'fields', 'forms', 'views', 'notes'] as const;

const singular: Readonly<Record<string, string>> = { values: 'value', parties: 'party', fields: 'field', acts: 'act', steps: 'step' };

/** Name of an item as readers meet it: its label, where it or its section has one. */
function labelOf({ texts }: Told, path: string): string {
  const within = /^kinds\.(\w+)\.(fields|acts|steps)\.(\w+)$/.exec(path);
  const top = /^(values|parties)\.(\w+)$/.exec(path);
  const key = within !== null ? `${singular[within[2]!]}.${within[1]}.${within[3]}` : top !== null ? `${singular[top[1]!]}.${top[2]}` : undefined;
  const label = key === undefined ? undefined : texts?.[key];
  return label === undefined ? '' : ` 「${label['zh-CN']}, ${label.en}」`;
}

/**
 * Lines that tell a rule: its citation and what it is about, and what each item that carries it does, with its place.
 * @param cores what is said there is known to the pack
 * @throws RangeError for a rule that the pack does not cite
 */
export function explainRule(pack: LoadedPack, rule: string, cores: readonly PackDocument[] = []): readonly string[] {
  const { document } = pack;
  const cite = document.cites?.[rule];
  if (cite === undefined) throw new RangeError(`${document.pack} has no rule ${rule}; it cites ${Object.keys(document.cites ?? {}).join(', ')}`);
  const told: Told = { values: Object.assign({}, ...cores.map(({ values }) => values ?? {}), document.values ?? {}), texts: Object.assign({}, ...cores.map(({ texts }) => texts ?? {}), document.texts ?? {}) };
  const kind = readCard(document.pack)?.rules.find(({ number }) => number === rule)?.kind;
  const rank = (path: string): number => order.findIndex((section) => path.startsWith(`${section}.`) || path.includes(`.${section}.`) || path.includes(`.${section}[`));
  const paths = [...new Set(carriedRules(document).filter((carried) => carried.rule === rule).map(({ path }) => path.replace(/\.?rule$/, '')))].sort((one, other) => rank(one) - rank(other));
  return [
    `${document.pack}/${rule}  ${document.title['zh-CN']} ${cite.clause}${cite.words === undefined ? '' : `「${cite.words}」`}${kind === undefined ? '' : `  (${kind})`}`,
    ...(paths.length === 0 ? ['  no item carries it'] : []),
    ...paths.flatMap((path) => {
      const { file, line } = pack.positions.of(path);
      return [`  ${path}${labelOf(told, path)}  (${file}:${line})`, ...said(path, itemAt(document, path), told).map((words) => `    ${words}`)];
    }),
  ];
}
