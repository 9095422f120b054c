import { join } from 'node:path';
import { listCores, listPacks, loadCore, loadPack, proofsDirectory } from '@huiyin/regulation-packs';
import type { PackDocument } from '@huiyin/regulation-engine';
import { copiedPack } from './copied-pack.ts';
import { countItems, totalOf } from './count-items.ts';
import { stackedPack } from './stacked-pack.ts';

/** What a policy of the bench is composed of. */
export interface BenchPacks {
  readonly cores: readonly PackDocument[];
  readonly packs: readonly PackDocument[];
}

export const PACKS = 44;
export const ITEMS = 3_700;
/** Of the 44, those that add to one and the same core kind. */
const STACKED = 4;

const coresOf = (): readonly PackDocument[] => listCores().map((file) => loadCore(file).document);

/** Every pack that there is: the adopted ones, then those that prove the language. */
export function realPacks(): readonly PackDocument[] {
  return [...listPacks(), ...listPacks(proofsDirectory).map((id) => join(proofsDirectory, id))].map((id) => loadPack(id).document);
}

/** S2.4 alone on the services' cores. */
export function onePack(): BenchPacks {
  return { cores: coresOf(), packs: [loadPack('s2.4').document] };
}

/** 44 packs: all real ones, copies of them in turn on kinds of their own, and four that add to S2.4's work order. */
export function fortyFourPacks(): BenchPacks {
  const { cores, packs } = firstPacks(PACKS - STACKED);
  return { cores, packs: [...packs, ...Array.from({ length: STACKED }, (_, index) => stackedPack(index + 1))] };
}

/** Real packs and copies of them in turn until they hold 3,700 items (the cores' not counted). */
export function manyItems(): BenchPacks {
  return copies((made) => totalOf(countItems(made)) >= ITEMS);
}

/** The first so many real packs and copies. */
export function firstPacks(count: number): BenchPacks {
  return copies((made) => made.length === count);
}

/** S2.4 and 43 packs that all add to its work order. */
export function stackedPacks(): BenchPacks {
  const { cores, packs } = onePack();
  return { cores, packs: [...packs, ...Array.from({ length: PACKS - 1 }, (_, index) => stackedPack(index + 1))] };
}

function copies(enough: (made: readonly PackDocument[]) => boolean): BenchPacks {
  const real = realPacks();
  const made: PackDocument[] = [];
  let cores = coresOf();
  // A core kind that nobody has shaped yet is free to the first that does.
  const taken = new Set<string>();
  for (let index = 0; !enough(made); index += 1) {
    const copy = copiedPack(real[index % real.length]!, Math.floor(index / real.length), cores, taken);
    cores = copy.cores;
    made.push(copy.pack);
    for (const kind of Object.keys(copy.pack.kinds ?? {})) taken.add(kind);
  }
  return { cores, packs: made };
}
