import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readArticles } from '../cards/articles.ts';
import { planText, readPlan } from '../cards/plan.ts';
import { readCard } from '../cards/read-card.ts';
import { cardDirectory, packDirectory } from '../load/pack-directory.ts';
import { packSkeleton } from './pack-skeleton.ts';

/** Where packs and cards stand. */
export interface Folders {
  readonly packs: string;
  readonly cards: string;
}

/**
 * Begins a pack from its card: writes its folder, and plans every rule by its number, so that coverage and lint stay green while items are added.
 * @param id `s0.7`
 * @returns the files written
 * @throws RangeError without such a card, or where the pack is there already
 */
export function newPack(id: string, folders: Folders = { packs: packDirectory, cards: cardDirectory }): readonly string[] {
  const card = readCard(id, folders.cards);
  if (card === undefined) throw new RangeError(`there is no card ${id}`);
  const directory = join(folders.packs, id);
  if (existsSync(directory)) throw new RangeError(`the pack ${id} is there already`);
  const files = Object.entries(packSkeleton(card, readArticles(folders.cards)[card.card])).map(([name, text]) => [join(directory, name), text] as const);
  const plan = readPlan(folders.cards);
  const planned = { ...plan, [card.card]: { ...plan[card.card], planned: card.rules.map(({ number }) => number) } };
  for (const [file, text] of [...files, [join(folders.cards, 'plan.json'), planText(planned)] as const]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return files.map(([file]) => file);
}
