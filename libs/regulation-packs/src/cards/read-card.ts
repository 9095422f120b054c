import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardDirectory } from '../load/pack-directory.ts';
import type { CardIndex } from './card-index.ts';

/** The index of a pack's card; undefined for a pack without card (an operator's own, a core pack). */
export function readCard(pack: string, directory: string = cardDirectory): CardIndex | undefined {
  const file = join(directory, `${pack}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CardIndex) : undefined;
}

/** Indexes of all cards, in natural order (`S0.2` before `S0.10`). */
export function readCards(directory: string = cardDirectory): readonly CardIndex[] {
  return readdirSync(directory)
    .filter((name) => /^s\d+\.\d+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as CardIndex)
    .sort((one, other) => one.card.localeCompare(other.card, 'en', { numeric: true }));
}
