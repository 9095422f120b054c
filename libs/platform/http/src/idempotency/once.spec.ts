import { ProblemError } from '../problem/problem-error.ts';
import { ANSWER_KEPT_MS } from './answer-store.ts';
import { canonicalJson, requestHash } from './canonical-json.ts';
import { MemoryAnswerStore } from './memory-answer-store.ts';
import { once } from './once.ts';

const answer = (body: unknown) => ({ status: 201, headers: {}, body });
const request = { key: 't|k', requestHash: requestHash('POST', '/v1/work-orders', { a: 1, b: 2 }) };

describe('once', () => {
  it('gives the kept answer and does not work again when key and body are the same', async () => {
    const store = new MemoryAnswerStore();
    let done = 0;
    const work = async () => answer(++done);
    await once(store, request, () => 0, work);
    await expect(once(store, request, () => 1, work)).resolves.toEqual({ answer: answer(1), replayed: true });
    expect(done).toBe(1);
  });
  it('refuses with 422 when the body differs', async () => {
    const store = new MemoryAnswerStore();
    await once(store, request, () => 0, async () => answer(1));
    await expect(once(store, { ...request, requestHash: 'other' }, () => 1, async () => answer(2))).rejects.toMatchObject({ facts: { status: 422 } });
  });
  it('refuses with 409 while the first is being worked on', async () => {
    const store = new MemoryAnswerStore();
    let finish = (): void => undefined;
    const first = once(store, request, () => 0, () => new Promise((resolve) => { finish = () => resolve(answer(1)); }));
    await expect(once(store, request, () => 1, async () => answer(2))).rejects.toMatchObject({ facts: { status: 409 } });
    finish();
    await first;
  });
  it('frees the key when the work fails', async () => {
    const store = new MemoryAnswerStore();
    await expect(once(store, request, () => 0, async () => Promise.reject(new ProblemError({ status: 422, code: 'x', title: () => 'x' })))).rejects.toThrow();
    await expect(once(store, request, () => 1, async () => answer(2))).resolves.toMatchObject({ replayed: false });
  });
  it('keeps an answer for at least a day', async () => {
    const store = new MemoryAnswerStore();
    await once(store, request, () => 0, async () => answer(1));
    await expect(once(store, request, () => 24 * 3600_000, async () => answer(2))).resolves.toMatchObject({ replayed: true });
    await expect(once(store, request, () => ANSWER_KEPT_MS + 1, async () => answer(2))).resolves.toMatchObject({ replayed: false });
  });
});

describe('canonicalJson', () => {
  it('spells two bodies alike when only the order of keys differs', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }));
  });
});
