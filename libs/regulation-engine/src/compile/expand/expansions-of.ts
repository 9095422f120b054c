import type { PackDocument } from '../../language/pack-document.ts';
import { expandChecklists } from './expand-checklists.ts';
import { expandCycles } from './expand-cycles.ts';
import type { Expansion } from './expansion.ts';

/** Everything that cycles and checklists add to kinds, for whoever must know their fields, acts and steps (the compiler, the linter). */
export function expansionsOf(packs: readonly PackDocument[]): readonly Expansion[] {
  return [...expandCycles(packs), ...expandChecklists(packs)];
}
