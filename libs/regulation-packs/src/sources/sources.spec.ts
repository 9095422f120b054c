import { articleOf } from './article.ts';
import { findWords } from './find-words.ts';
import { normalise } from './normalise.ts';

describe('looking words up in a source', () => {
  it.each([
    ['traditional characters', '填寫接單時間', '填写接单时间'],
    ['punctuation and white space', '《維修單》 在30分鐘、以內', '维修单在30分钟以内'],
    ['full-width forms', '３．１ 記錄', '31记录'],
    ['stray pinyin', '维(wéi)修', '维修'],
    ['a listed slip', '臺帳', '台账'],
  ])('%s do not matter', (_, source, words) => {
    expect(normalise(source)).toBe(normalise(words));
  });

  it('takes an article from its heading to the next, even within a line', () => {
    const source = '第三篇:甲\n一\n第四篇:乙\n二 第五篇:丙\n三';
    expect(articleOf(source, '第四篇')).toBe('第四篇:乙\n二 ');
    expect(articleOf(source, '第五篇')).toBe('第五篇:丙\n三');
    expect(() => articleOf(source, '第六篇')).toThrow('no 第六篇');
    expect(articleOf('第1篇 甲\n第2篇 乙\n第12篇 丙', '第2篇')).toBe('第2篇 乙\n');
    expect(articleOf('制度 篇12 丁 制度 篇1 甲 制度 篇2 乙', '篇1')).toBe('篇1 甲 制度 ');
  });

  it('finds words, and parts that follow closely', () => {
    const article = normalise('及時傳達,並將結果傳達到辦公室');
    expect(findWords(article, '结果传达')).toBe(6);
    expect(findWords(article, '及时…传达到办公室')).toBe(0);
    expect(findWords(article, '办公室…及时')).toBeUndefined();
    expect(findWords(article, '立即')).toBeUndefined();
  });
});
