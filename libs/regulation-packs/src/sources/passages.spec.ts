import { normalise } from './normalise.ts';
import { passagesOf } from './passages.ts';

describe('the passages of an article', () => {
  it.each([
    ['dotted numbers within a line', '甲規程1.0目的 乙。2.0範圍3.1丙。丁；戊', '甲規程 / 1.0: 1.0目的 乙。 / 2.0: 2.0範圍 / 3.1: 3.1丙。 / 3.1: 丁； / 3.1: 戊'],
    ['an article, its items and theirs', '第九條：甲\n1.乙\n(1)丙\n(2)丁\n2.戊\n第十条 己', '第九條: 第九條：甲 / 第九條 1: 1.乙 / 第九條 1 (1): (1)丙 / 第九條 1 (2): (2)丁 / 第九條 2: 2.戊 / 第十条: 第十条 己'],
    ['a chapter begins anew', '第一章 甲\n第一条 乙\n(一)丙\n第二章 丁', '第一章: 第一章 甲 / 第一章 第一条: 第一条 乙 / 第一章 第一条 (一): (一)丙 / 第二章: 第二章 丁'],
    ['two numbers at once', '四、(3)甲', '四 (3): 四、(3)甲'],
    ['items behind a colon or a space, and circled ones anywhere', '一、甲:1)乙 2)丙①丁②戊', '一: 一、甲: / 一 1: 1)乙 / 一 2: 2)丙 / 一 2 ①: ①丁 / 一 2 ②: ②戊'],
    ['figures in a sentence divide nothing', '甲乙3.5%丙2.5元丁', '甲乙3.5%丙2.5元丁'],
  ])('%s', (_, article, expected) => {
    expect(passagesOf(article).map(({ clause, text }) => (clause === '' ? text : `${clause}: ${text}`)).join(' / ')).toBe(expected);
  });

  it('are the whole normalised article, one behind the other', () => {
    const article = '第四篇:甲(jiǎ)規程1.0目的\n盡快處理。 2.0 範圍\n\n適用於：①乙②丙！3.1 丁';
    const passages = passagesOf(article);
    expect(passages.map(({ text }) => normalise(text)).join('')).toBe(normalise(article));
    expect(passages.map(({ at }) => at)).toEqual(passages.map((_, index) => passages.slice(0, index).reduce((sum, { length }) => sum + length, 0)));
    expect(passages.reduce((sum, { length }) => sum + length, 0)).toBe(normalise(article).length);
  });
});
