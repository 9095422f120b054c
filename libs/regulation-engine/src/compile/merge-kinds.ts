import type { KindDocument, PackDocument } from '../language/pack-document.ts';
import { isCore } from './citations.ts';
import type { Expansion } from './expand/expansion.ts';

/** What one pack says about a kind. */
export interface KindLayer {
  readonly pack: string;
  readonly core: boolean;
  readonly document: KindDocument;
  /** It declares the kind (`in`, `is`) or belongs to the core. */
  readonly base: boolean;
  /** It decides states: an act here has `to`, or it says `governs`. */
  readonly governs: boolean;
  /** Its pack only watches: it shapes nothing and demands nothing. */
  readonly watch: boolean;
  /** The adopted pack that its pack varies: what that one says of the kind, this one says otherwise. */
  readonly varies?: string;
}

export interface KindLayers {
  readonly name: string;
  readonly is?: string;
  readonly service: string;
  readonly layers: readonly KindLayer[];
}

/** Kinds with their layers, and those that packs add to but nobody declares (by the core, `in` or `is` of a declared kind). */
export interface CollectedKinds {
  readonly kinds: ReadonlyMap<string, KindLayers>;
  readonly undeclared: readonly { readonly name: string; readonly pack: string; readonly is?: string }[];
}

/** Collects every kind's layers over the packs: the core's first, then in the order of adoption. */
export function collectKinds(packs: readonly PackDocument[], expansions: readonly Expansion[] = []): CollectedKinds {
  const found = new Map<string, KindLayer[]>();
  const add = (name: string, layer: KindLayer): void => {
    found.set(name, [...(found.get(name) ?? []), layer]);
  };
  const adopted = new Set(packs.map(({ pack }) => pack));
  for (const pack of packs) {
    const watch = pack.mode === 'watch';
    const varies = pack.variantOf !== undefined && adopted.has(pack.variantOf) ? pack.variantOf : undefined;
    for (const [name, document] of Object.entries(pack.kinds ?? {})) {
      const core = isCore(pack.pack);
      const base = core || document.in !== undefined || document.is !== undefined;
      const governs = !base && !watch && !(found.get(name) ?? []).some((layer) => layer.governs && layer.pack === varies) && (document.governs !== undefined || Object.values(document.acts ?? {}).some((act) => act.to !== undefined && act.mode !== 'watch'));
      add(name, { pack: pack.pack, core, document, base, governs, watch, ...(varies !== undefined && { varies }) });
    }
  }
  for (const { pack, kind, document } of expansions) add(kind, { pack, core: isCore(pack), document, base: false, governs: false, watch: packs.some((other) => other.pack === pack && other.mode === 'watch') });
  const declared = new Set([...found].filter(([, layers]) => layers.some(({ base, document }) => base && document.is === undefined)).map(([name]) => name));
  const kinds = new Map<string, KindLayers>();
  const undeclared: { name: string; pack: string; is?: string }[] = [];
  for (const [name, layers] of found) {
    const is = layers.find(({ document }) => document.is)?.document.is;
    if (declared.has(name) || (is !== undefined && declared.has(is))) kinds.set(name, family(name, layers, found));
    else undeclared.push({ name, pack: layers[0]!.pack, ...(is !== undefined && { is }) });
  }
  return { kinds, undeclared };
}

function family(name: string, layers: readonly KindLayer[], all: ReadonlyMap<string, readonly KindLayer[]>): KindLayers {
  const is = layers.find(({ document }) => document.is)?.document.is;
  const inherited = is ? (all.get(is) ?? []).filter((layer) => layer.base) : [];
  const hosts = new Set([...inherited, ...layers].filter((layer) => layer.core || layer.document.in).map(hostOf));
  const base = layers.filter((layer) => layer.base);
  const kept = hosts.size > 1 ? base.slice(0, 1) : base;
  const ordered = [...inherited, ...kept, ...layers.filter((layer) => !layer.base)];
  return { name, ...(is && { is }), service: hosts.size === 1 ? [...hosts][0]! : EVERYWHERE, layers: ordered };
}

/** Host of kinds that every service's core declares alike (`task`, `decision`): they live where they are opened. */
export const EVERYWHERE = 'everywhere';

function hostOf(layer: KindLayer): string {
  return layer.document.in ?? layer.pack.replace(/^core-/, '');
}

/** The layers that shape a kind under one governing pack: another that would govern lends only its fields. */
export function layersUnder(family: KindLayers, governor: string | undefined): readonly (KindLayer & { readonly fieldsOnly: boolean; readonly governing: boolean })[] {
  const governors = new Set(family.layers.filter((layer) => layer.governs).map(({ pack }) => pack));
  const layers = family.layers.map((layer) => {
    const speaksFor = layer.governs ? layer.pack : layer.varies !== undefined && governors.has(layer.varies) ? layer.varies : undefined;
    return { ...layer, governing: speaksFor !== undefined && speaksFor === governor, fieldsOnly: speaksFor !== undefined && speaksFor !== governor };
  });
  return [...layers.filter((layer) => layer.base), ...layers.filter((layer) => layer.governing), ...layers.filter((layer) => !layer.base && !layer.governing)];
}
