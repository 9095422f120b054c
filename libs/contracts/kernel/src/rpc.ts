import type { Actor, FactMap, FactValue, Matter, NextStep, OnBehalfOf, Refusal } from '@huiyin/regulation-engine';

/** Carried by every request of the gateway; services trust it because only the gateway may publish `rpc.*`. */
export interface RpcContext {
  readonly tenant: string;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  /** Reader tokens of the caller. */
  readonly readers: readonly string[];
  /** Hash of the operator's policy in force, for new matters. */
  readonly policy: string;
  /** The operator's instant. */
  readonly now: string;
  readonly simulated: boolean;
  readonly correlationId: string;
  /** Idempotency key and hash of the body, when the client gave one. */
  readonly commandKey?: string;
  readonly bodyHash?: string;
  /** Sequences that the service's copies must have reached before it decides: aggregate id → { service, seq }. */
  readonly fresh?: Readonly<Record<string, { readonly service: string; readonly seq: number }>>;
}

export interface ActRequest {
  readonly context: RpcContext;
  readonly kind: string;
  /** Absent: creates. */
  readonly id?: string;
  readonly act: string;
  readonly input: FactMap;
  readonly line?: string;
  readonly expectedVersion?: number;
  /** Dry run: decide, store nothing. */
  readonly preview?: boolean;
}

/** A matter with what every reader needs beside it. */
export interface MatterHead {
  readonly matter: Matter;
  readonly version: number;
  readonly next?: NextStep;
  readonly ownerName?: string;
  readonly readers: readonly string[];
}

export type ActReply =
  | { readonly ok: true; readonly head: MatterHead; readonly replayed?: boolean; readonly events: readonly string[] }
  | { readonly ok: false; readonly problem: RpcProblem };

/** Everything that can go wrong, as data; the gateway writes the problem document. */
export type RpcProblem =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly policy: string; readonly keptAs?: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'version-conflict'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number; readonly what: string }
  | { readonly kind: 'unknown-kind' | 'unknown-act'; readonly name: string };

export interface GetRequest { readonly context: RpcContext; readonly id: string; readonly kind?: string }
export type GetReply = { readonly ok: true; readonly head: MatterHead } | { readonly ok: false; readonly problem: RpcProblem };

export interface ListRequest {
  readonly context: RpcContext;
  readonly kind: string;
  /** field or `state`, `number`, `owner` → value; equality only, allow-listed by the gateway. */
  readonly filter: Readonly<Record<string, FactValue>>;
  readonly sort: 'openedAt' | '-openedAt' | 'number' | '-number';
  readonly limit: number;
  readonly after?: string;
  readonly count?: boolean;
}
export interface ListReply { readonly items: readonly MatterHead[]; readonly next?: string; readonly count?: number }

export interface ActsRequest { readonly context: RpcContext; readonly id: string }
export interface ActsReply { readonly ok: true; readonly kind: string; readonly policy: string; readonly acts: readonly { readonly act: string; readonly allowed: boolean; readonly refusals: readonly Refusal[] }[] }

export interface WhyRequest { readonly context: RpcContext; readonly id: string; readonly fact?: string }
export interface WhyReply { readonly ok: true; readonly policy: string; readonly why: unknown }

export interface ViewRequest { readonly context: RpcContext; readonly view: string; readonly filter: Readonly<Record<string, FactValue>>; readonly limit: number; readonly after?: string }
export type ViewReply = { readonly ok: true; readonly rows: readonly FactMap[]; readonly next?: string } | { readonly ok: false; readonly problem: RpcProblem };

/** Simulated time, one operator. */
export interface AlarmsRequest { readonly tenant: string; readonly until: string }
export interface AlarmsReply { readonly earliest?: string }
export interface FireRequest { readonly tenant: string; readonly now: string }
export interface QuietRequest { readonly tenant: string }
export interface QuietReply {
  /** Σ seq of the operator's own matters, by this service. */
  readonly sent: number;
  /** Σ seq of the copies held here, by producing service. */
  readonly handled: Readonly<Record<string, number>>;
  readonly pending: number;
  readonly parked: readonly string[];
  readonly deadLetters: number;
}
