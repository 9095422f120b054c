import type { MatterEvent } from '@huiyin/contracts-kernel';
import { noticesOf } from './notices-of.ts';

describe('noticesOf', () => {
  it('makes one notice for each receiver of each telling, with an id that repeats', () => {
    const tell = { id: 'o:3:s2.4/x', verb: 'tell', to: ['c2', 'm1'], channels: [], text: 'handOverMissed', facts: {}, citation: { rule: 's2.4/11' } };
    const event = { id: 'o:3', tenant: 't', aggregate: 'o', kind: 'workOrder', now: '2026-10-09T16:20:00.000Z', policy: 'p', readers: ['staff'], data: { type: 'workOrder.handOver.missed', effects: [tell, { id: 'y', verb: 'open' }] } } as unknown as MatterEvent;
    const notices = noticesOf(event);
    expect(notices.map(({ id, to, about }) => [id, to, about])).toEqual([['o:3:s2.4/x|c2', 'c2', 'o'], ['o:3:s2.4/x|m1', 'm1', 'o']]);
    expect(noticesOf(event)).toEqual(notices);
  });
});
