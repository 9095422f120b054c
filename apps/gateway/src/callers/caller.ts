import type { Actor } from '@huiyin/regulation-engine';
import type { Operator } from '../operators/operator.ts';

/** Who asks, for which operator, and what he may read. */
export interface Caller {
  readonly operator: Operator;
  readonly actor: Actor;
  /** Reader tokens: a matter is readable when it carries one of them. */
  readonly readers: readonly string[];
  /** Account or API key; scope of idempotency keys and rate limits. */
  readonly credential: string;
  readonly apiClient: boolean;
  /** The operator's instant when the request came. */
  readonly now: string;
}

export const ADMINISTRATOR_ROLE = 'operator-admin';
export const hasRole = (caller: Caller, ...roles: readonly string[]): boolean => roles.some((role) => caller.actor.roles.includes(role));
