import { mintId } from '@huiyin/contracts-kernel';
import { readOnBehalfOf } from './read-on-behalf-of.ts';

const customerId = mintId('intake', 1_760_000_000_000, new Uint8Array(9));

describe('readOnBehalfOf', () => {
  it('reads whose word is recorded and what proves it', () => {
    expect(readOnBehalfOf({ customerId, evidence: 'signed paper, owner copy' })).toEqual({ given: { customerId, evidence: 'signed paper, owner copy' }, faults: [] });
  });
  it('refuses a word without evidence', () => {
    expect(readOnBehalfOf({ customerId })).toMatchObject({ faults: [{ pointer: '/onBehalfOf/evidence', code: 'required' }] });
  });
  it('refuses what is no customer and what it does not know', () => {
    expect(readOnBehalfOf({ customerId: { $gt: '' }, evidence: 'x', by: 'y' }).faults.map(({ pointer }) => pointer)).toEqual(['/onBehalfOf/by', '/onBehalfOf/customerId']);
  });
});
