import { ANSWER_KEPT_MS, AnswerStore, CLAIM_LEASE_MS } from '@huiyin/platform-http';
import type { ClaimResult, StoredAnswer } from '@huiyin/platform-http';
import type { GatewayCollections } from './collections.ts';
import { isDuplicateKey } from './duplicate-key.ts';

/** One document per key; the claim is one guarded write, so that two requests never both win. */
export class MongoAnswerStore extends AnswerStore {
  constructor(private readonly answers: GatewayCollections['answers']) {
    super();
  }
  override async claim(key: string, requestHash: string, nowMs: number): Promise<ClaimResult> {
    const claim = { requestHash, endsAt: new Date(nowMs + CLAIM_LEASE_MS) };
    try {
      await this.answers.updateOne({ _id: { $eq: key }, endsAt: { $lte: new Date(nowMs) } }, { $set: claim, $unset: { answer: '' } }, { upsert: true });
      return { result: 'claimed' };
    } catch (thrown) {
      if (!isDuplicateKey(thrown)) throw thrown;
    }
    const held = await this.answers.findOne({ _id: { $eq: key } });
    if (!held) return this.claim(key, requestHash, nowMs);
    if (held.requestHash !== requestHash) return { result: 'other-request' };
    return held.answer ? { result: 'done', answer: held.answer } : { result: 'in-flight' };
  }
  override async complete(key: string, requestHash: string, answer: StoredAnswer, nowMs: number): Promise<void> {
    await this.answers.updateOne({ _id: { $eq: key }, requestHash: { $eq: requestHash } }, { $set: { answer, endsAt: new Date(nowMs + ANSWER_KEPT_MS) } });
  }
  override async release(key: string, requestHash: string): Promise<void> {
    await this.answers.deleteOne({ _id: { $eq: key }, requestHash: { $eq: requestHash }, answer: { $exists: false } });
  }
}
