import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { CompiledPolicy } from '@huiyin/regulation-engine';
import { workOrderKind } from '../../test/described-kinds.ts';
import { eventLabel, timelineItem } from './timeline-item.ts';

const policy = { texts: new Map() } as unknown as CompiledPolicy;
const kind = workOrderKind();
const citation = { rule: 's2.4/11', clause: '4.3', words: '在30分钟以内' };

describe('eventLabel', () => {
  it.each([['workOrder.take', 'take'], ['workOrder.create.refused', 'create (refused)'], ['workOrder.handOver.missed', 'Hand over missed'], ['workOrder.effect.done', 'work-order.effect.done']])('tells %s as “%s”', (type, label) => {
    expect(eventLabel(policy, kind, type, 'en')).toBe(label);
  });
});

describe('timelineItem', () => {
  it('tells a missed step with its due time, its margin and whom it was told', () => {
    const step = { id: 'handOver', name: 'handOver', dueAt: '2026-10-09T16:20:00.000Z', marginMs: -901_000 };
    const data = { type: 'workOrder.handOver.missed', kind: 'workOrder', by: { id: 'system', kind: 'system', name: 'Huiyin' }, citation, change: { steps: [step] }, effects: [{ verb: 'tell', to: ['c2', 'm1'] }] };
    const event = { id: 'o:3', aggregate: 'o', kind: 'workOrder', seq: 3, now: '2026-10-09T16:20:00.000Z', policy: 'p', data } as unknown as MatterEvent;
    expect(timelineItem(event, policy, kind, 'Asia/Shanghai', 'en')).toMatchObject({
      event: 'work-order.hand-over.missed',
      at: '2026-10-10T00:20:00+08:00',
      dueAt: '2026-10-10T00:20:00+08:00',
      marginSeconds: -901,
      rule: 's2.4/11',
      cite: { clause: '4.3', words: '在30分钟以内' },
      told: ['c2', 'm1'],
    });
  });
  it('tells an act with what it said, by whom and on whose behalf', () => {
    const data = { type: 'workOrder.tryOut', kind: 'workOrder', by: { id: 't1', kind: 'staff', name: 'T1' }, for: { id: 'a', kind: 'customer', name: 'A', evidence: 'paper' }, data: { trial: 'notGood' }, change: { state: 'trialFailed' }, effects: [] };
    const event = { id: 'o:9', aggregate: 'o', kind: 'workOrder', seq: 9, now: '2026-10-09T07:20:00.000Z', policy: 'p', data } as unknown as MatterEvent;
    expect(timelineItem(event, policy, kind, 'Asia/Shanghai', 'zh-CN')).toMatchObject({ by: { name: 'T1' }, onBehalfOf: { id: 'a', name: 'A', evidence: 'paper' }, state: 'trial-failed', data: { trial: 'not-good' } });
  });
});
