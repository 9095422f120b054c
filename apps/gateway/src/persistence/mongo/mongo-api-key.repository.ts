import { ApiKeyRepository } from '../api-key.repository.ts';
import type { ApiKey } from '../api-key.repository.ts';
import { entityOf, rowOf } from './collections.ts';
import type { GatewayCollections } from './collections.ts';

export class MongoApiKeyRepository extends ApiKeyRepository {
  constructor(private readonly keys: GatewayCollections['apiKeys']) {
    super();
  }
  override async insert(key: ApiKey): Promise<void> {
    await this.keys.insertOne(rowOf(key));
  }
  override async byId(id: string): Promise<ApiKey | undefined> {
    const row = await this.keys.findOne({ _id: { $eq: id } });
    return row ? entityOf<ApiKey>(row) : undefined;
  }
  override async ofTenant(tenant: string): Promise<readonly ApiKey[]> {
    const rows = await this.keys.find({ tenant: { $eq: tenant } }).sort({ _id: 1 }).toArray();
    return rows.map((row) => entityOf<ApiKey>(row));
  }
  override async end(tenant: string, id: string, expiresAtMs: number, replacedBy?: string): Promise<void> {
    await this.keys.updateOne({ _id: { $eq: id }, tenant: { $eq: tenant } }, { $set: { expiresAtMs, ...(replacedBy !== undefined && { replacedBy }) } });
  }
}
