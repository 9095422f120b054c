import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { CompiledPolicy } from '@huiyin/regulation-engine';
import { workOrderKind } from '../../test/described-kinds.ts';
import { eventLabel, timelineItem } from './timeline-item.ts';

const policy = { texts: new Map() } as unknown as CompiledPolicy;
const kind = workOrderKind();
const citation = { rule: 's2.4/11', clause: '4.3', words: '在30分钟以内' };

describe('eventLabel', () => {
  it.each([['workOrder.take', 'take'], ['workOrder.create.refused', 'create (refused)'], ['workOrder.handOver.missed', 'Hand over missed'], ['workOrder.effect.done', 'work-order.effect.done'], ['workOrder.take.wouldRefuse', 'take (a watching regulation would refuse)'], ['workOrder.rebind', 'Bound to another policy']])('tells %s as “%s”', (type, label) => {
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
  it('tells what a watching regulation would have refused', () => {
    const data = { type: 'workOrder.take.wouldRefuse', kind: 'workOrder', by: { id: 'm1', kind: 'staff', name: 'M1' }, refusals: [{ code: 'notTried', rule: 's2.4/21' }], data: { opens: [{ step: 'trial', dueAt: '2026-10-09T04:15:00.000Z' }] }, change: {}, effects: [] };
    const event = { id: 'o:4', aggregate: 'o', kind: 'workOrder', seq: 4, now: '2026-10-09T04:15:00.000Z', policy: 'p', data } as unknown as MatterEvent;
    expect(timelineItem(event, policy, kind, 'Asia/Shanghai', 'en')).toMatchObject({ event: 'work-order.take.would-refuse', refusals: [{ code: 'work-order.not-tried', rule: 's2.4/21' }], data: { fields: { opens: [{ step: 'trial', dueAt: '2026-10-09T12:15:00+08:00' }] } } });
  });
  it('tells a re-binding with its reason and every due it moved, in the operator’s offset', () => {
    const data = { type: 'workOrder.rebind', kind: 'workOrder', by: { id: 'a1', kind: 'staff', name: 'A1' }, citation: { rule: 'core/policy' }, data: { from: 'p', to: 'q', reason: 'agreed', moved: [{ step: 'handOver', old: '2026-10-09T04:00:00.000Z', new: '2026-10-09T03:50:00.000Z' }], dropped: [] }, change: { policy: 'q' }, effects: [] };
    const event = { id: 'o:5', aggregate: 'o', kind: 'workOrder', seq: 5, now: '2026-10-09T03:40:00.000Z', policy: 'q', data } as unknown as MatterEvent;
    expect(timelineItem(event, policy, kind, 'Asia/Shanghai', 'zh-TW')).toMatchObject({ what: '改按另一制度辦理', by: { name: 'A1' }, data: { fields: { reason: 'agreed', moved: [{ step: 'handOver', old: '2026-10-09T12:00:00+08:00', new: '2026-10-09T11:50:00+08:00' }] } } });
  });
});
