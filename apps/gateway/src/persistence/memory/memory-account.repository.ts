import { AccountRepository } from '../account.repository.ts';
import type { Account } from '../account.repository.ts';

export class MemoryAccountRepository extends AccountRepository {
  private readonly accounts = new Map<string, Account>();
  private find(fits: (account: Account) => boolean): Account | undefined {
    return [...this.accounts.values()].find(fits);
  }
  override async insert(account: Account): Promise<'stored' | 'taken'> {
    if (await this.byLogin(account.tenant, account.login)) return 'taken';
    this.accounts.set(account.id, account);
    return 'stored';
  }
  override async byLogin(tenant: string, login: string): Promise<Account | undefined> {
    return this.find((account) => account.tenant === tenant && account.login === login);
  }
  override async byId(tenant: string, id: string): Promise<Account | undefined> {
    return this.find((account) => account.tenant === tenant && account.id === id);
  }
  override async ofPerson(tenant: string, person: string): Promise<Account | undefined> {
    return this.find((account) => account.tenant === tenant && account.person === person);
  }
  override async setPerson(tenant: string, id: string, person: string): Promise<void> {
    const account = await this.byId(tenant, id);
    if (account) this.accounts.set(id, { ...account, person });
  }
  override async setPassword(tenant: string, id: string, password: string): Promise<void> {
    const account = await this.byId(tenant, id);
    if (account) this.accounts.set(id, { ...account, password });
  }
  override async remove(tenant: string, id: string): Promise<void> {
    if (await this.byId(tenant, id)) this.accounts.delete(id);
  }
}
