import { workOrderKind } from '../../test/described-kinds.ts';
import { writeFacts } from './write-facts.ts';

describe('writeFacts', () => {
  it('spells facts as bodies spell them, pack fields apart', () => {
    const facts = { request: 'r', price: 12650, appointedAt: '2026-10-09T06:30:00.000Z', trial: 'notGood', helpers: ['a'], floor: 12, parts: [{ sku: 'valve', verified: 'unqualified' }], phone: null };
    expect(writeFacts(workOrderKind(), facts, 'Asia/Shanghai')).toEqual({
      core: { requestId: 'r', price: { amount: 12650, currency: 'CNY' }, appointedAt: '2026-10-09T14:30:00+08:00', trial: 'not-good', helperIds: ['a'], parts: [{ sku: 'valve', verified: 'unqualified' }] },
      packed: { floor: 12 },
    });
  });
  it('keeps a fact readable that the policy no longer describes', () => {
    expect(writeFacts(workOrderKind(), { gone: 1 }, 'Asia/Shanghai').packed).toEqual({ gone: 1 });
  });
});
