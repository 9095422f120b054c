/** An answer that is given again when the same request comes again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type ClaimResult =
  | { readonly result: 'claimed' }
  | { readonly result: 'done'; readonly answer: StoredAnswer }
  | { readonly result: 'in-flight' }
  | { readonly result: 'other-request' };

export const ANSWER_KEPT_MS = 25 * 3600_000;
/** A claim whose holder died is free again after this. */
export const CLAIM_LEASE_MS = 60_000;

/** Answers by key. A key names its tenant and caller, so nobody meets another's. */
export abstract class AnswerStore {
  /** Takes the key for this request, unless it is held or answered. */
  abstract claim(key: string, requestHash: string, nowMs: number): Promise<ClaimResult>;
  /** Keeps the answer for `ANSWER_KEPT_MS`. */
  abstract complete(key: string, requestHash: string, answer: StoredAnswer, nowMs: number): Promise<void>;
  /** Only successes are kept: a failed request frees its key. */
  abstract release(key: string, requestHash: string): Promise<void>;
}
