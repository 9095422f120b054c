import { problem } from '../problem/problem-error.ts';
import type { AnswerStore, StoredAnswer } from './answer-store.ts';

export interface OnceRequest { readonly key: string; readonly requestHash: string }

/**
 * Does the work once per key and request; gives the kept answer the next time.
 * @param clock real time in milliseconds: keys are kept by the wall clock, whatever the operator's clock says
 * @throws ProblemError 409 while the first is being worked on, 422 when the key was used for another request
 */
export async function once(store: AnswerStore, request: OnceRequest, clock: () => number, work: () => Promise<StoredAnswer>): Promise<{ readonly answer: StoredAnswer; readonly replayed: boolean }> {
  const claim = await store.claim(request.key, request.requestHash, clock());
  if (claim.result === 'done') return { answer: claim.answer, replayed: true };
  if (claim.result === 'in-flight') throw problem('in-flight', { headers: { 'retry-after': '1' } });
  if (claim.result === 'other-request') throw problem('idempotency-key-reused');
  let answer: StoredAnswer;
  try {
    answer = await work();
  } catch (thrown) {
    await store.release(request.key, request.requestHash);
    throw thrown;
  }
  await store.complete(request.key, request.requestHash, answer, clock());
  return { answer, replayed: false };
}
