import { AccountRepository } from '../account.repository.ts';
import type { Account } from '../account.repository.ts';
import { entityOf, rowOf } from './collections.ts';
import type { GatewayCollections } from './collections.ts';
import { isDuplicateKey } from './duplicate-key.ts';

export class MongoAccountRepository extends AccountRepository {
  constructor(private readonly accounts: GatewayCollections['accounts']) {
    super();
  }
  override async insert(account: Account): Promise<'stored' | 'taken'> {
    try {
      await this.accounts.insertOne(rowOf(account));
      return 'stored';
    } catch (thrown) {
      if (isDuplicateKey(thrown)) return 'taken';
      throw thrown;
    }
  }
  override byLogin(tenant: string, login: string): Promise<Account | undefined> {
    return this.one({ tenant: { $eq: tenant }, login: { $eq: login } });
  }
  override byId(tenant: string, id: string): Promise<Account | undefined> {
    return this.one({ _id: { $eq: id }, tenant: { $eq: tenant } });
  }
  override ofPerson(tenant: string, person: string): Promise<Account | undefined> {
    return this.one({ tenant: { $eq: tenant }, person: { $eq: person } });
  }
  override async setPerson(tenant: string, id: string, person: string): Promise<void> {
    await this.accounts.updateOne({ _id: { $eq: id }, tenant: { $eq: tenant } }, { $set: { person } });
  }
  override async setPassword(tenant: string, id: string, password: string): Promise<void> {
    await this.accounts.updateOne({ _id: { $eq: id }, tenant: { $eq: tenant } }, { $set: { password } });
  }
  override async remove(tenant: string, id: string): Promise<void> {
    await this.accounts.deleteOne({ _id: { $eq: id }, tenant: { $eq: tenant } });
  }
  private async one(filter: Parameters<GatewayCollections['accounts']['findOne']>[0]): Promise<Account | undefined> {
    const row = await this.accounts.findOne(filter ?? {});
    return row ? entityOf<Account>(row) : undefined;
  }
}
