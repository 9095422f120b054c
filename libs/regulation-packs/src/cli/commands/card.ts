import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCard } from '../../cards/card-index.ts';
import { cardDirectory } from '../../load/pack-directory.ts';
import type { Command } from '../command.ts';

export const card: Command = {
  name: 'card',
  takes: 'FILE …',
  least: 1,
  says: "index a card's rule numbers into cards/",
  example: 'card ../scenarios/S2.4.md',
  run({ names }) {
    const absent = names.find((file) => !existsSync(file));
    if (absent !== undefined) throw new RangeError(`there is no file ${absent}`);
    const cards = names.map((file) => indexCard(readFileSync(file, 'utf8')));
    for (const index of cards) writeFileSync(join(cardDirectory, `${index.card.toLowerCase()}.json`), `${JSON.stringify(index, null, 2)}\n`);
    return { lines: cards.map((index) => `${index.card}: ${index.rules.length} rules`), code: 0 };
  },
};
