import { newToken, readToken, secretFits } from './token.ts';

describe('tokens', () => {
  it.each(['session', 'api-key', 'ticket'] as const)('of a %s give back what they were made of', (kind) => {
    const { id, token, secretHash } = newToken(kind);
    const read = readToken(token)!;
    expect(read).toMatchObject({ kind, id });
    expect(secretFits(read.secret, secretHash)).toBe(true);
    expect(secretHash).not.toContain(read.secret);
  });
  it('begin with huiyin_ when they are keys of API clients', () => {
    expect(newToken('api-key').token).toMatch(/^huiyin_[0-9a-f]{24}_[0-9a-f]{64}$/);
  });
  it('are none when malformed', () => {
    expect(readToken('huiyin_x_y')).toBeUndefined();
    expect(readToken('')).toBeUndefined();
  });
});
