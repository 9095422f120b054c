import type { PackDocument } from '@huiyin/regulation-engine';
import { readPlan } from '../cards/plan.ts';
import { readCards } from '../cards/read-card.ts';
import { loadPack } from '../load/load-pack.ts';
import { listPacks } from '../load/pack-directory.ts';
import { coverCard, type CardCoverage } from './coverage.ts';

/** Where each rule of each card of this repository stands, computed from its packs. */
export function repositoryCoverage(): readonly CardCoverage[] {
  const packs = new Map<string, PackDocument>(listPacks().map((id) => [id, loadPack(id).document]));
  const plan = readPlan();
  return readCards().map((card) => coverCard(card, plan, (id) => packs.get(id)));
}
