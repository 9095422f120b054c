/** A key of an API client, scoped by roles and place; only the hash of its secret is stored. */
export interface ApiKey {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly secretHash: string;
  readonly roles: readonly string[];
  readonly place?: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Real time after which it is refused; a rotated key ends when its overlap ends. */
  readonly expiresAtMs?: number;
  readonly replacedBy?: string;
}

export abstract class ApiKeyRepository {
  abstract insert(key: ApiKey): Promise<void>;
  abstract byId(id: string): Promise<ApiKey | undefined>;
  abstract ofTenant(tenant: string): Promise<readonly ApiKey[]>;
  abstract end(tenant: string, id: string, expiresAtMs: number, replacedBy?: string): Promise<void>;
}
