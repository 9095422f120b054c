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

  it('takes an article from its heading to the next of its form, even within a line', () => {
    const source = '第三篇:甲\n一\n第四篇:乙\n二 第五篇:丙\n三';
    expect(articleOf(source, { part: '第四篇' })).toBe('第四篇:乙\n二 ');
    expect(articleOf(source, { part: '第五篇' })).toBe('第五篇:丙\n三');
    expect(articleOf(source, {})).toBe(source);
    expect(articleOf('第1篇 甲\n第2篇 乙\n第12篇 丙', { part: '第2篇' })).toBe('第2篇 乙\n');
    expect(articleOf('制度 篇12 丁 制度 篇1 甲 制度 篇2 乙', { part: '篇1' })).toBe('篇1 甲 制度 ');
    expect(articleOf('制度\n制度1\n甲\n制度7\n乙制度\n制度12\n丙', { part: '制度7' })).toBe('制度7\n乙制度\n');
  });

  it('takes an article to the words that follow it, where those are no heading of its form', () => {
    const source = '一、甲程序 1、丙 二、乙方案 丁 相关文章';
    expect(articleOf(source, { part: '一、甲程序', until: '二、乙方案' })).toBe('一、甲程序 1、丙 ');
    expect(articleOf(source, { part: '二、乙方案', until: '相关文章' })).toBe('二、乙方案 丁 ');
  });

  it.each([
    ['a heading that is not there', '第三篇 甲', { part: '第四篇' }, 'the source has no 第四篇'],
    ['a heading that stands twice', '第三篇 见第三篇', { part: '第三篇' }, 'the source says 第三篇 2 times: no heading'],
    ['an end that is not there', '第三篇 甲', { part: '第三篇', until: '相关' }, 'in the source 相关 does not follow 第三篇'],
    ['an end beyond the next heading', '第三篇 甲 第四篇 相关', { part: '第三篇', until: '相关' }, 'in the source 相关 does not follow 第三篇'],
  ])('refuses %s', (_, source, bounds, message) => {
    expect(() => articleOf(source, bounds)).toThrow(message);
  });

  it('finds words wherever they stand, and parts that follow closely', () => {
    const article = normalise('及時傳達,並將結果傳達到辦公室');
    expect(findWords(article, '结果传达')).toEqual([[6]]);
    expect(findWords(article, '传达')).toEqual([[2], [8]]);
    expect(findWords(article, '及时…传达到办公室')).toEqual([[0, 8]]);
    expect(findWords(article, '办公室…及时')).toEqual([]);
    expect(findWords(article, '立即')).toEqual([]);
  });
});
