import type { FactMap, FactValue, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { canonicalJson } from '@huiyin/regulation-packs';
import { effectivePack } from '../overrides/effective-pack.ts';

/** One thing that two policies have otherwise. */
export interface ChangedItem {
  /** `s2.4/values.handOverLimit`, `s2.4/kinds.workOrder.steps.handOver`; a whole regulation by its id; `calendar`, `order`. */
  readonly item: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly old?: FactValue;
  readonly new?: FactValue;
  readonly rule?: string;
}

/** Parts of a regulation whose members are items of their own. */
const SECTIONS = ['values', 'parties', 'forms', 'queries', 'views', 'indicators', 'cycles', 'distributions', 'retention'];
const OF_A_KIND = ['fields', 'acts', 'steps', 'tables', 'effects', 'owner'];
/** What changes no behaviour: where the rules come from, and what was noted about them. */
const TOLD_ONLY = new Set(['cites', 'source', 'notes', 'notBuilt', 'title', 'pack', 'language', 'cases', 'stages']);

/** Every item that differs between two policies, their overrides in; a whole regulation that comes or goes is one item. */
export function changedItems(before: PolicyDocument, after: PolicyDocument): readonly ChangedItem[] {
  const [old, now] = [packsOf(before), packsOf(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const kept = (one: Packs, other: Packs): string => [...one.keys()].filter((id) => other.has(id)).join();
  return [
    ...ids.flatMap((id) => packChanges(id, old.get(id), now.get(id))),
    ...(kept(old, now) === kept(now, old) ? [] : [{ item: 'order', change: 'changed', old: [...old.keys()], new: [...now.keys()] } as const]),
    ...(same(before.calendar, after.calendar) ? [] : [{ item: 'calendar', change: 'changed', old: before.calendar as unknown as FactValue, new: after.calendar as unknown as FactValue } as const]),
  ];
}

type Packs = ReadonlyMap<string, PackDocument>;
const packsOf = ({ packs, overrides }: PolicyDocument): Packs => new Map(packs.map((pack) => [pack.pack, effectivePack(pack, overrides)]));
type Members = Readonly<Record<string, unknown>>;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

function packChanges(id: string, old: PackDocument | undefined, now: PackDocument | undefined): readonly ChangedItem[] {
  if (!old || !now) return [{ item: id, change: old ? 'removed' : 'added' }];
  const [before, after] = [old, now] as unknown as [Members, Members];
  const sections = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((section) => !TOLD_ONLY.has(section));
  return sections.flatMap((section) => {
    const path = `${id}/${section}`;
    if (section === 'kinds') return memberNames(before[section], after[section]).flatMap((kind) => kindChanges(id, kind, membersOf(before[section])[kind], membersOf(after[section])[kind]));
    if (SECTIONS.includes(section)) return sectionChanges(id, path, before[section], after[section]);
    return same(before[section], after[section]) ? [] : [{ item: path, change: 'changed' as const, ...scalars(before[section], after[section]) }];
  });
}

function kindChanges(pack: string, kind: string, old: unknown, now: unknown): readonly ChangedItem[] {
  const path = `${pack}/kinds.${kind}`;
  if (old === undefined || now === undefined) return [{ item: path, change: old === undefined ? 'added' : 'removed' }];
  return memberNames(old, now).flatMap((section) => {
    const [before, after] = [membersOf(old)[section], membersOf(now)[section]];
    if (OF_A_KIND.includes(section)) return sectionChanges(pack, `${path}.${section}`, before, after);
    return same(before, after) ? [] : [{ item: `${path}.${section}`, change: 'changed' as const, ...scalars(before, after) }];
  });
}

function sectionChanges(pack: string, path: string, old: unknown, now: unknown): readonly ChangedItem[] {
  const indexed = Array.isArray(old) || Array.isArray(now);
  return memberNames(old, now).flatMap((name): readonly ChangedItem[] => {
    const [before, after] = [membersOf(old)[name], membersOf(now)[name]];
    if (same(before, after)) return [];
    const rule = ruleOf(pack, after ?? before);
    return [{ item: indexed ? `${path}[${name}]` : `${path}.${name}`, change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', ...figures(before, after), ...(rule !== undefined && { rule }) }];
  });
}

const membersOf = (section: unknown): Members => (typeof section === 'object' && section !== null ? (section as Members) : {});
const memberNames = (old: unknown, now: unknown): readonly string[] => [...new Set([...Object.keys(membersOf(old)), ...Object.keys(membersOf(now))])];

/** A value is shown by its figure, an item that only begins to watch by its mode. */
function figures(old: unknown, now: unknown): Pick<ChangedItem, 'old' | 'new'> {
  const shown = (item: unknown): FactValue | undefined => (membersOf(item)['is'] ?? membersOf(item)['mode']) as FactValue | undefined;
  return scalars(shown(old), shown(now));
}

function scalars(old: unknown, now: unknown): Pick<ChangedItem, 'old' | 'new'> {
  const shown = (value: unknown): value is FactValue => ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
  return { ...(shown(old) && { old }), ...(shown(now) && { new: now }) };
}

function ruleOf(pack: string, item: unknown): string | undefined {
  const { rule } = membersOf(item);
  const first: unknown = Array.isArray(rule) ? rule[0] : rule;
  if (typeof first !== 'string' && typeof first !== 'number') return undefined;
  return String(first).includes('/') ? String(first) : `${pack}/${first}`;
}

/** Items of a policy that read a value: a change of the figure is a change of them. */
export function itemsReading(document: PolicyDocument, item: string): ReadonlySet<string> {
  const name = /\/values\.([A-Za-z][A-Za-z0-9]*)$/.exec(item)?.[1];
  if (name === undefined) return new Set();
  const reads = new RegExp(`\\bvalue:${name}\\b|\\bvalues\\.${name}\\b`);
  return new Set(document.packs.flatMap((pack) => Object.entries(pack.kinds ?? {}).flatMap(([kind, parts]) => OF_A_KIND.flatMap((section) => readingMembers(pack.pack, kind, section, (parts as FactMap)[section], reads)))));
}

function readingMembers(pack: string, kind: string, section: string, members: unknown, reads: RegExp): readonly string[] {
  return Object.entries(membersOf(members)).flatMap(([name, item]) => (reads.test(JSON.stringify(item)) ? [Array.isArray(members) ? `${pack}/kinds.${kind}.${section}[${name}]` : `${pack}/kinds.${kind}.${section}.${name}`] : []));
}
