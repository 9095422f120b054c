import type { PackDocument } from '../language/pack-document.ts';
import { isCore } from './citations.ts';

/** Packs in which a pack's names are looked up: what varies it (the last adopted first; not what only watches), itself, the core's, then the others in order. */
export function orderOf(packs: readonly Pick<PackDocument, 'pack' | 'variantOf' | 'mode'>[], pack: string): readonly string[] {
  const ids = packs.map((each) => each.pack);
  const variants = packs.filter(({ variantOf, mode }) => variantOf === pack && mode !== 'watch').map((variant) => variant.pack).reverse();
  return [...new Set([...variants, pack, ...ids.filter(isCore), ...ids])];
}
