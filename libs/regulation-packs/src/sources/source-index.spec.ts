import type { PackDocument } from '@huiyin/regulation-engine';
import { indexSource, sha256Of, sourceText, type SourceIndex } from './source-index.ts';
import { uncitedPassages } from './uncited.ts';

const bytes = new TextEncoder().encode('第一篇 别的 及時填寫。第二篇:规程\n4.1 及時填寫,並通知經理。\n4.2 甲乙。丙丁,及時填寫。第三篇 完');
const pack = (cites: PackDocument['cites'], more: object = {}): PackDocument => ({
  language: 1, pack: 's9.9', title: { 'zh-CN': '例', en: 'Example' }, source: { file: 'a.txt', part: '第二篇', sha256: sha256Of(bytes), checked: '2026-11-25', ...more }, cites,
});

describe('the index of a source', () => {
  it('knows where the words of each rule stand within its article, and how the article is divided, without a word of it that is not cited', () => {
    const index = indexSource(pack({ 1: { clause: '4.1', words: '及时填写' }, 2: { clause: '4.2', words: '甲乙…丙丁' }, D: { clause: 'default' } }), bytes, '2026-11-25');
    expect(index.found).toEqual({ 1: { words: '及时填写', at: [7] }, 2: { words: '甲乙…丙丁', at: [18, 20] } });
    expect(index.passages).toEqual([{ clause: '', at: 0, length: 5 }, { clause: '4.1', at: 5, length: 11 }, { clause: '4.2', at: 16, length: 4 }, { clause: '4.2', at: 20, length: 6 }]);
    expect(sourceText(index)).not.toContain('规程');
    expect(JSON.parse(sourceText(index)) as SourceIndex).toEqual(index);
  });

  it('takes words that stand twice where the cited clause is', () => {
    expect(indexSource(pack({ 1: { clause: '4.2', words: '及时填写' } }), bytes, '2026-11-25').found).toEqual({ 1: { words: '及时填写', at: [22] } });
    expect(indexSource(pack({ 1: { clause: '9', words: '及时填写' } }), bytes, '2026-11-25').found).toEqual({ 1: { words: '及时填写', at: [7] } });
  });

  it('lists the passages in which no cited words stand', () => {
    const index = (cites: PackDocument['cites']) => uncitedPassages(indexSource(pack(cites), bytes, '2026-11-25')).map(({ clause, at }) => `${clause} ${at}`);
    expect(index({ 1: { clause: '4.1', words: '通知经理' } })).toEqual([' 0', '4.2 16', '4.2 20']);
    expect(index({ 1: { clause: '4.1', words: '通知经理' }, 2: { clause: '4.2', words: '甲乙…及时' } })).toEqual([' 0']);
    expect(index({ 1: { clause: '4.1', words: '经理42甲' } })).toEqual([' 0', '4.2 20']);
  });

  it.each([
    ['words that do not stand there, by their rules', pack({ 1: { clause: '4.1', words: '立即' }, 2: { clause: '4.1', words: '完' } }), 'not in a.txt, 第二篇: 1 (立即), 2 (完)'],
    ['another file', pack({}, { sha256: '0'.repeat(64) }), 'a.txt is not the file that pack s9.9 stands on'],
    ['an article that is not there', pack({}, { part: '第七篇' }), 'the source has no 第七篇'],
  ])('refuses %s', (_, document, message) => {
    expect(() => indexSource(document, bytes, '2026-11-25')).toThrow(message);
  });
});
