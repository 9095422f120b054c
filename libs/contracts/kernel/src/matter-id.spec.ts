import { mintId, serviceOfId } from './matter-id.ts';

const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);

describe('mintId', () => {
  it('names the owning service when the id is read back', () => {
    expect(serviceOfId(mintId('dispatch', 1_760_000_000_000, bytes))).toBe('dispatch');
  });
  it('sorts by time whatever the random part', () => {
    const early = mintId('gateway', 1_760_000_000_000, Uint8Array.from(new Array(9).fill(255)));
    const late = mintId('gateway', 1_760_000_000_001, Uint8Array.from(new Array(9).fill(0)));
    expect(early < late).toBe(true);
  });
  it('gives no service when the text is not such an id', () => {
    expect(serviceOfId('{"$gt":""}')).toBeUndefined();
  });
});
