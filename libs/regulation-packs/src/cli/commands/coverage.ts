import { cardLines, tableLines, wrongIn } from '../../coverage/coverage-lines.ts';
import { passageCount, passageLines } from '../../coverage/passage-lines.ts';
import { repositoryCoverage } from '../../coverage/repository-coverage.ts';
import { folderOf } from '../../load/find-pack.ts';
import { loadPack } from '../../load/load-pack.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../given.ts';
import { sourceFile } from './source-file.ts';

/** The table of all cards, or the rules of some. */
function rules(names: readonly string[], every: boolean): Answer {
  const cards = repositoryCoverage();
  const unknown = names.filter((name) => !cards.some(({ card }) => card.toLowerCase() === name.toLowerCase()));
  if (unknown.length > 0) throw new UsageError(`there is no card ${unknown.join(', ')}; cards are named ${cards[0]?.card} to ${cards.at(-1)?.card}`);
  const passages = (pack: string | undefined): readonly string[] => {
    const count = pack === undefined ? undefined : passageCount(loadPack(pack));
    return count === undefined ? [] : [`${count} (--passages lists them)`];
  };
  const shown = cards.filter(({ card }) => names.some((name) => card.toLowerCase() === name.toLowerCase()));
  const lines = shown.length > 0 ? [...shown.flatMap((card) => [...cardLines(card), ...passages(card.pack)]), ...wrongIn(shown)] : [...(every ? cards.flatMap(cardLines) : []), ...tableLines(cards)];
  return { lines, code: wrongIn(shown.length > 0 ? shown : cards).length > 0 ? 1 : 0 };
}

export const coverage: Command = {
  name: 'coverage',
  takes: '[ID …]',
  least: 0,
  says: 'where each rule of each card stands; without an id the table of all cards',
  example: 'coverage s2.4 --passages',
  options: [
    { name: '--rules', says: 'every rule of all cards' },
    { name: '--passages', says: "the clauses and sentences of a pack's source in which no rule's cited words stand" },
    { name: '--sources', takes: 'FOLDER', says: 'with --passages: the folder of the sources, to show their words' },
  ],
  run({ names, options }) {
    const folder = options.get('--sources');
    if (!options.has('--passages')) {
      if (folder !== undefined) throw new UsageError('--sources shows the words of --passages: say both');
      return rules(names, options.has('--rules'));
    }
    if (names.length === 0) throw new UsageError('--passages takes one or more packs: coverage s2.4 --passages');
    const packs = names.map((name) => loadPack(folderOf(name)));
    return { lines: packs.flatMap((pack) => passageLines(pack, folder === undefined ? undefined : (file) => sourceFile(folder, file))), code: 0 };
  },
};
