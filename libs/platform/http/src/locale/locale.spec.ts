import { localeOfHeader } from './locale.ts';

describe('localeOfHeader', () => {
  it('is zh-CN when no header is given or nothing fits', () => {
    expect(localeOfHeader(undefined)).toBe('zh-CN');
    expect(localeOfHeader('fr, de;q=0.9')).toBe('zh-CN');
  });
  it('follows quality before order', () => {
    expect(localeOfHeader('zh-CN;q=0.5, en;q=0.9')).toBe('en');
    expect(localeOfHeader('en;q=0.5, zh-Hant-HK')).toBe('zh-TW');
  });
  it('leaves out a language that the reader excludes', () => {
    expect(localeOfHeader('en;q=0, zh-TW;q=0.1')).toBe('zh-TW');
  });
  it('reads a regional English as English', () => {
    expect(localeOfHeader('en-GB')).toBe('en');
  });
});
