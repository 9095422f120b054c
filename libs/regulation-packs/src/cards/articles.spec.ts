import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPacks, cardDirectory, packDirectory, proofsDirectory } from '../load/pack-directory.ts';
import { readSourceIndex } from '../sources/read-source-index.ts';
import { articlesText, measureArticles, readArticles, type Article } from './articles.ts';
import { readCards } from './read-card.ts';

const articles = readArticles();

describe('the articles of the cards', () => {
  it('are one for each of the 44 cards, in the file that the card names, each committed as the command writes it', () => {
    expect(Object.keys(articles)).toHaveLength(44);
    expect(Object.entries(articles).map(([card, { file }]) => `${card} ${file}`)).toEqual(readCards().map(({ card, source }) => `${card} ${source}`));
    expect(readFileSync(join(cardDirectory, 'articles.json'), 'utf8')).toBe(articlesText(articles));
  });

  it('follow each other in their file without overlap or gap, none empty', () => {
    for (const file of new Set(Object.values(articles).map((article) => article.file))) {
      const own = Object.values(articles).filter((article) => article.file === file);
      for (const [index, { from, to, length }] of own.entries()) {
        expect(length).toBeGreaterThan(100);
        expect(length).toBeLessThanOrEqual(to - from);
        expect(own[index + 1]?.from ?? to).toBe(to);
      }
    }
  });

  it.each([...listPacks().map((id) => [id, packDirectory] as const), ...listPacks(proofsDirectory).map((id) => [id, proofsDirectory] as const)])('%s was looked up in the article of its card', (id, directory) => {
    const index = readSourceIndex(join(directory, id));
    const { file, part, until, sha256, length } = articles[id.toUpperCase()]!;
    expect(index).toMatchObject({ file, part, sha256, length });
    expect(index?.until).toBe(until);
    expect(index?.passages.reduce((sum, passage) => sum + passage.length, 0)).toBe(length);
  });
});

describe('measuring articles', () => {
  const article = (part: string, until?: string): Article => ({ file: 'a.txt', part, ...(until !== undefined && { until }), sha256: '', from: 0, to: 0, length: 0 });
  const read = () => new TextEncoder().encode('前言 篇1 甲乙。篇2 丙丁 标签');

  it('finds each from its heading to the next, with the characters that count', () => {
    expect(measureArticles({ 'S9.1': article('篇1'), 'S9.2': article('篇2', '标签') }, read)).toMatchObject({ 'S9.1': { from: 3, to: 9, length: 4 }, 'S9.2': { from: 9, to: 15, length: 4 } });
  });

  it('refuses a heading that is not there, and articles that overlap', () => {
    expect(() => measureArticles({ 'S9.3': article('篇3') }, read)).toThrow('the source has no 篇3');
    expect(() => measureArticles({ 'S9.1': article('甲乙'), 'S9.2': article('篇2') }, read)).toThrow('S9.1 and S9.2 overlap in a.txt');
  });
});
