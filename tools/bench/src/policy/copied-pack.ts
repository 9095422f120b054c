import type { PackDocument } from '@huiyin/regulation-engine';
import type { KindNames } from './renamed-kinds.ts';
import { withKindsRenamed } from './renamed-kinds.ts';

/** A pack beside the cores it stands on. */
export interface CopiedPack {
  readonly pack: PackDocument;
  readonly cores: readonly PackDocument[];
}

/**
 * A copy of a pack that may be adopted beside the others: kinds of a name in `taken` get one of their own, core kinds among them a core of their own.
 * @param copy 0: the pack keeps its id and every name that is free
 */
export function copiedPack(pack: PackDocument, copy: number, cores: readonly PackDocument[], taken: ReadonlySet<string>): CopiedPack {
  const mentioned = Object.keys(pack.kinds ?? {});
  const names: KindNames = new Map(mentioned.filter((kind) => taken.has(kind)).map((kind) => [kind, freeName(kind, copy, taken)]));
  const id = copy === 0 ? pack.pack : `${pack.pack}-copy${copy}`;
  const named = { ...withKindsRenamed(pack, names), pack: id };
  return { pack: copy === 0 ? named : withOwnPapers(named, copy), cores: cores.map((core) => withCoreKinds(core, names)) };
}

function freeName(kind: string, copy: number, taken: ReadonlySet<string>): string {
  for (let number = copy; ; number += 1) if (!taken.has(`${kind}${number}`)) return `${kind}${number}`;
}

/** The core with a further kind for each of its own that the copy renamed. */
function withCoreKinds(core: PackDocument, names: KindNames): PackDocument {
  const own = new Map([...names].filter(([kind]) => core.kinds?.[kind]));
  if (own.size === 0) return core;
  const copied = Object.fromEntries(Object.entries(core.kinds ?? {}).filter(([kind]) => own.has(kind)));
  const labels = Object.fromEntries(Object.entries(core.texts ?? {}).filter(([key]) => own.has(key.split('.')[1] ?? '')));
  const { kinds, texts } = withKindsRenamed({ kinds: copied, texts: labels }, names);
  return { ...core, kinds: { ...core.kinds, ...kinds }, texts: { ...core.texts, ...texts } };
}

/** Forms and registers are known by their name alone; a checklist's name is read by expressions and stays. */
function withOwnPapers(pack: PackDocument, copy: number): PackDocument {
  const own = <T extends object>(section: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(section ?? {}).map(([name, item]) => ['items' in item ? name : `${name}${copy}`, item]));
  return { ...pack, ...(pack.forms && { forms: own(pack.forms) }), ...(pack.views && { views: own(pack.views) }) };
}
