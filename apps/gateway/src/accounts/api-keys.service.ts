import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { Clock } from '../operators/clock.ts';
import { ApiKeyRepository } from '../persistence/api-key.repository.ts';
import type { ApiKey } from '../persistence/api-key.repository.ts';
import { newToken } from './token.ts';

const DAY_SECONDS = 86_400;

export interface KeyWish {
  readonly name: string;
  readonly roles: readonly string[];
  readonly place?: string;
  readonly expiresAt?: string;
}

/** API keys: `huiyin_<id>_<secret>`, the secret stored hashed, scoped by roles and place, rotated with an overlap. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  async issue(caller: Caller, wish: KeyWish) {
    const { id, token, secretHash } = newToken('api-key');
    const key: ApiKey = {
      id,
      tenant: caller.operator.id,
      name: wish.name,
      secretHash,
      roles: wish.roles,
      ...(wish.place !== undefined && { place: wish.place }),
      createdAt: new Date(this.clock.nowMs()).toISOString(),
      createdBy: caller.actor.id,
      ...(wish.expiresAt !== undefined && { expiresAtMs: Date.parse(wish.expiresAt) }),
    };
    await this.keys.insert(key);
    return { ...shown(key), key: token };
  }

  async list(tenant: string) {
    return (await this.keys.ofTenant(tenant)).map(shown);
  }

  /** A new key of the same scope; the old one ends after the overlap (a day unless said). @throws ProblemError 404 */
  async rotate(caller: Caller, id: string, overlapSeconds = DAY_SECONDS) {
    const old = await this.own(caller.operator.id, id);
    const fresh = await this.issue(caller, { name: old.name, roles: old.roles, ...(old.place !== undefined && { place: old.place }) });
    const ends = this.clock.nowMs() + overlapSeconds * 1000;
    await this.keys.end(caller.operator.id, id, Math.min(ends, old.expiresAtMs ?? ends), fresh.id);
    return fresh;
  }

  async end(tenant: string, id: string): Promise<void> {
    await this.own(tenant, id);
    await this.keys.end(tenant, id, this.clock.nowMs());
  }

  private async own(tenant: string, id: string): Promise<ApiKey> {
    const key = await this.keys.byId(id);
    if (key?.tenant !== tenant) throw problem('not-found');
    return key;
  }
}

function shown({ id, name, roles, place, createdAt, expiresAtMs, replacedBy }: ApiKey) {
  return { id, name, roles, place: place ?? null, createdAt, expiresAt: expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString(), replacedBy: replacedBy ?? null };
}
