import type { Account } from '../../src/persistence/account.repository.ts';
import type { Repositories } from './repositories.ts';

/** Accounts, sessions, keys, tickets, kept answers. */
export function credentialsSuite(repositories: () => Repositories, fresh: () => string): void {
  const account = (tenant: string, login: string): Account => ({ id: `${tenant}-${login}`, tenant, login, password: '$argon2id$x', kind: 'staff', person: '', createdAt: '2026-10-09T00:00:00.000Z' });

  describe('accounts', () => {
    it('keep a login for one of the operator’s people, and apart between operators', async () => {
      const { accounts } = repositories();
      const [tenant, other] = [fresh(), fresh()];
      await expect(accounts.insert(account(tenant, 'clerk'))).resolves.toBe('stored');
      await expect(accounts.insert({ ...account(tenant, 'clerk'), id: `${tenant}-2` })).resolves.toBe('taken');
      await expect(accounts.insert(account(other, 'clerk'))).resolves.toBe('stored');
      expect((await accounts.byLogin(tenant, 'clerk'))?.id).toBe(`${tenant}-clerk`);
      await expect(accounts.byId(other, `${tenant}-clerk`)).resolves.toBeUndefined();
    });
    it('get their person and password, and free the login when removed', async () => {
      const { accounts } = repositories();
      const tenant = fresh();
      await accounts.insert(account(tenant, 'clerk'));
      await accounts.setPerson(tenant, `${tenant}-clerk`, 'p');
      await accounts.setPassword(tenant, `${tenant}-clerk`, 'new');
      await expect(accounts.ofPerson(tenant, 'p')).resolves.toMatchObject({ person: 'p', password: 'new' });
      await accounts.remove(tenant, `${tenant}-clerk`);
      await expect(accounts.insert(account(tenant, 'clerk'))).resolves.toBe('stored');
    });
    it('take an operator of the query language for no text', async () => {
      const { accounts } = repositories();
      const tenant = fresh();
      await accounts.insert(account(tenant, 'clerk'));
      const found = await accounts.byLogin(tenant, { $gt: '' } as unknown as string).catch(() => undefined);
      expect(found).toBeUndefined();
    });
  });

  describe('sessions and tickets', () => {
    it('end with their account, or when taken', async () => {
      const { sessions, tickets } = repositories();
      const tenant = fresh();
      const ends = Date.now() + 60_000;
      for (const id of ['a', 'b']) await sessions.insert({ id: `${tenant}-${id}`, tenant, account: id, secretHash: 'h', expiresAtMs: ends });
      await sessions.removeOfAccount(tenant, 'a');
      await expect(sessions.byId(`${tenant}-a`)).resolves.toBeUndefined();
      await expect(sessions.byId(`${tenant}-b`)).resolves.toEqual({ id: `${tenant}-b`, tenant, account: 'b', secretHash: 'h', expiresAtMs: ends });
      await tickets.insert({ id: `${tenant}-t`, secretHash: 'h', tenant, credential: 'account:a', expiresAtMs: ends });
      const taken = await Promise.all([tickets.take(`${tenant}-t`), tickets.take(`${tenant}-t`)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('API keys', () => {
    it('are listed by operator and end only by their own', async () => {
      const { apiKeys } = repositories();
      const [tenant, other] = [fresh(), fresh()];
      await apiKeys.insert({ id: `${tenant}-k`, tenant, name: 'portal', secretHash: 'h', roles: ['front-desk'], createdAt: 'x', createdBy: 'y' });
      await apiKeys.end(other, `${tenant}-k`, 1);
      await expect(apiKeys.ofTenant(tenant)).resolves.toMatchObject([{ name: 'portal' }]);
      expect((await apiKeys.byId(`${tenant}-k`))?.expiresAtMs).toBeUndefined();
      await apiKeys.end(tenant, `${tenant}-k`, 5, 'next');
      await expect(apiKeys.byId(`${tenant}-k`)).resolves.toMatchObject({ expiresAtMs: 5, replacedBy: 'next' });
    });
  });

  describe('kept answers', () => {
    const answer = { status: 201, headers: { etag: '"1"' }, body: { id: 'x', 'odd.name': { $set: 1 } } };
    it('are claimed by one of many at once, kept, and given again', async () => {
      const { answers } = repositories();
      const key = fresh();
      const claims = await Promise.all([1, 2, 3, 4].map(() => answers.claim(key, 'h', 0 + Date.now())));
      expect(claims.map(({ result }) => result).sort()).toEqual(['claimed', 'in-flight', 'in-flight', 'in-flight']);
      await answers.complete(key, 'h', answer, Date.now());
      await expect(answers.claim(key, 'h', Date.now())).resolves.toEqual({ result: 'done', answer });
      await expect(answers.claim(key, 'other', Date.now())).resolves.toEqual({ result: 'other-request' });
    });
    it('free the key when the work failed, and when its holder died', async () => {
      const { answers } = repositories();
      const [failed, died] = [fresh(), fresh()];
      await answers.claim(failed, 'h', Date.now());
      await answers.release(failed, 'h');
      await expect(answers.claim(failed, 'h', Date.now())).resolves.toEqual({ result: 'claimed' });
      await answers.claim(died, 'h', Date.now());
      await expect(answers.claim(died, 'h', Date.now() + 61_000)).resolves.toEqual({ result: 'claimed' });
    });
  });
}
