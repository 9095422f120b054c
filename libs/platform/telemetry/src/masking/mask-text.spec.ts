import { maskText } from './mask-text.ts';

describe('masking personal data in a text', () => {
  it.each([
    ['a bare mobile number', 'call 13800000001 now', 'call 138****0001 now'],
    ['a number with country code and hyphens', 'call +86 138-0000-0001', 'call +86 138****0001'],
    ['a number between Chinese characters', '业主电话13912345678已登记', '业主电话139****5678已登记'],
    ['a number after a line break', 'phone:\n13800000001', 'phone:\n138****0001'],
    ['two numbers', '13800000001,13800000002', '138****0001,138****0002'],
    ['an identity card number', 'id 11010519491231002X', 'id [id-card]'],
    ['an e-mail address', 'to zhang.san+x@example.com.cn!', 'to [email]!'],
    ['an API key', 'key huiyin_ab12_S3cr-t_x', 'key huiyin_ab12_[secret]'],
    ['a bearer token', 'authorization: Bearer abcdefgh12345678', 'authorization: Bearer [secret]'],
    ['a JSON web token', 'jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'jwt [secret]'],
    ['a password hash', 'hash $argon2id$v=19$m=65536$abc$def', 'hash [secret]'],
    ['a secret in a query string', '/v1/events/stream?ticket=abc123&from=1', '/v1/events/stream?ticket=[secret]&from=1'],
    ['credentials in a connection string', 'mongodb://intake:pw@127.0.0.1:1/intake', 'mongodb://[secret]@127.0.0.1:1/intake'],
    ['the seed of an identity', `seed SU${'A'.repeat(56)}`, 'seed [secret]'],
  ])('hides %s', (_what, text, expected) => {
    expect(maskText(text)).toBe(expected);
  });

  it.each([
    ['an instant in milliseconds', 'at 1772413200000'],
    ['digits inside an id', 'matter 0199c13800000001ab'],
    ['a matter number', 'WX202603-0001'],
    ['a short number', 'room 1380'],
  ])('leaves %s alone', (_what, text) => {
    expect(maskText(text)).toBe(text);
  });

  it('takes time in proportion to the length of a hostile text', () => {
    const started = performance.now();
    for (const piece of ['a', '1', 'eyJ-', 'a.', '@a.', 'mongodb:', '?code=']) maskText(piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
