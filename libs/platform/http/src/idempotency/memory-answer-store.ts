import { ANSWER_KEPT_MS, AnswerStore, CLAIM_LEASE_MS } from './answer-store.ts';
import type { ClaimResult, StoredAnswer } from './answer-store.ts';

interface Entry { readonly requestHash: string; readonly answer?: StoredAnswer; readonly freeAtMs: number }

export class MemoryAnswerStore extends AnswerStore {
  private readonly entries = new Map<string, Entry>();

  override async claim(key: string, requestHash: string, nowMs: number): Promise<ClaimResult> {
    const held = this.entries.get(key);
    if (!held || held.freeAtMs <= nowMs) {
      this.entries.set(key, { requestHash, freeAtMs: nowMs + CLAIM_LEASE_MS });
      return { result: 'claimed' };
    }
    if (held.requestHash !== requestHash) return { result: 'other-request' };
    return held.answer ? { result: 'done', answer: held.answer } : { result: 'in-flight' };
  }

  override async complete(key: string, requestHash: string, answer: StoredAnswer, nowMs: number): Promise<void> {
    this.entries.set(key, { requestHash, answer, freeAtMs: nowMs + ANSWER_KEPT_MS });
  }

  override async release(key: string, requestHash: string): Promise<void> {
    const held = this.entries.get(key);
    if (held?.requestHash === requestHash && !held.answer) this.entries.delete(key);
  }
}
