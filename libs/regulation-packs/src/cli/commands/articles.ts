import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesText, measureArticles, readArticles } from '../../cards/articles.ts';
import { cardDirectory } from '../../load/pack-directory.ts';
import type { Command } from '../command.ts';
import { sourceFile } from './source-file.ts';

export const articles: Command = {
  name: 'articles',
  takes: 'FOLDER',
  least: 1,
  most: 1,
  says: 'measure the article of every card in the sources and write cards/articles.json',
  example: 'articles ../sources',
  run({ names: [folder = ''] }) {
    const found = measureArticles(readArticles(), (file) => sourceFile(folder, file));
    writeFileSync(join(cardDirectory, 'articles.json'), articlesText(found));
    return { lines: [`${Object.keys(found).length} articles measured`], code: 0 };
  },
};
