import type { PackDocument } from '@huiyin/regulation-engine';

/** Old name of a kind → the name it gets. */
export type KindNames = ReadonlyMap<string, string>;

/** Members whose texts name a kind, or an event of one. */
const NAMING: ReadonlySet<string> = new Set(['when', 'opens', 'done', 'drops', 'reopens', 'restarts', 'open', 'of', 'kind', 'act']);

/** Members that hold texts for readers, never a kind. */
const UNTOUCHED: ReadonlySet<string> = new Set(['title', 'source', 'cites', 'notes', 'notBuilt', 'values', 'parties']);

/** The pack as it would read had its author named these kinds otherwise: their declarations, references, events and texts. */
export function withKindsRenamed<T extends Partial<PackDocument>>(document: T, names: KindNames): T {
  if (names.size === 0) return document;
  return Object.fromEntries(Object.entries(document).map(([section, part]) => {
    if (UNTOUCHED.has(section)) return [section, part];
    if (section === 'texts') return [section, renamedKeys(part as object, (key) => textKey(key, names))];
    const walked = walk(part, section, names);
    return [section, section === 'kinds' ? renamedKeys(walked as object, (kind) => names.get(kind) ?? kind) : walked];
  })) as T;
}

function walk(value: unknown, member: string, names: KindNames): unknown {
  if (typeof value === 'string') return NAMING.has(member) ? firstPart(value, names) : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => walk(entry, member, names));
  if (value === null || typeof value !== 'object') return value;
  const reference = 'to' in value && typeof value.to === 'string' && ('type' in value ? value.type === 'ref' : false);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === 'to' && reference ? firstPart(entry as string, names) : walk(entry, name, names)]));
}

function firstPart(text: string, names: KindNames): string {
  const [first, ...rest] = text.split('.');
  return [names.get(first!) ?? first!, ...rest].join('.');
}

/** `field.complaint.total`, `complaint.approve`: the first or the second part may name a kind. */
function textKey(key: string, names: KindNames): string {
  const [first, second, ...rest] = key.split('.');
  if (second === undefined) return key;
  return [names.get(first!) ?? first!, names.get(second) ?? second, ...rest].join('.');
}

function renamedKeys(section: object, renamed: (key: string) => string): object {
  return Object.fromEntries(Object.entries(section).map(([key, value]) => [renamed(key), value as unknown]));
}
