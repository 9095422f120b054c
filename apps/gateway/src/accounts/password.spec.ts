import { hashPassword, verifyNothing, verifyPassword } from './password.ts';

describe('passwords', () => {
  it('fit their own hash only, which is salted and carries its cost', async () => {
    const [one, other] = await Promise.all([hashPassword('radiator valve'), hashPassword('radiator valve')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    await expect(verifyPassword('radiator valve', one)).resolves.toBe(true);
    await expect(verifyPassword('radiator vale', one)).resolves.toBe(false);
  });
  it('never fit what is no hash, nor nothing', async () => {
    await expect(verifyPassword('x', 'x')).resolves.toBe(false);
    await expect(verifyNothing('nobody')).resolves.toBe(false);
  });
});
