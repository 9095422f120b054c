import { ApiKeyRepository } from '../api-key.repository.ts';
import type { ApiKey } from '../api-key.repository.ts';

export class MemoryApiKeyRepository extends ApiKeyRepository {
  private readonly keys = new Map<string, ApiKey>();
  override async insert(key: ApiKey): Promise<void> {
    this.keys.set(key.id, key);
  }
  override async byId(id: string): Promise<ApiKey | undefined> {
    return this.keys.get(id);
  }
  override async ofTenant(tenant: string): Promise<readonly ApiKey[]> {
    return [...this.keys.values()].filter((key) => key.tenant === tenant).sort((left, right) => (left.id < right.id ? -1 : 1));
  }
  override async end(tenant: string, id: string, expiresAtMs: number, replacedBy?: string): Promise<void> {
    const key = this.keys.get(id);
    if (key?.tenant === tenant) this.keys.set(id, { ...key, expiresAtMs, ...(replacedBy && { replacedBy }) });
  }
}
