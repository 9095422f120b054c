import type { PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { changedItems, itemsReading } from './changed-items.ts';
import { changedParts } from './changed-policy.ts';
import { mergePatch } from './merge-patch.ts';

const kinds = {
  workOrder: {
    owner: [{ is: 'clerk', rule: 2 }],
    acts: { take: { by: 'clerk', rule: 12, require: [{ that: 'holds(after.size, values.most)', refuse: 'tooMany', rule: 12 }] } },
    steps: { handOver: { rule: [11, 12], opens: { when: 'workOrder.create' }, due: 'value:limit' } },
    effects: [{ when: 'workOrder.take', do: { tell: 'clerk', rule: 6 }, rule: 6 }],
  },
};
const PACK = { language: 1, pack: 's9.9', title: { 'zh-CN': '甲', en: 'A' }, values: { limit: { is: 'PT30M', rule: 11 }, limitless: { is: 1, rule: 1 }, most: { is: 3, rule: 12 } }, parties: { clerk: { is: 'clerk', rule: 2 } }, kinds } as unknown as PackDocument;
const policy = (more: Partial<PolicyDocument> = {}): PolicyDocument => ({ language: 1, operator: { zone: 'Asia/Shanghai' }, packs: [{ ...PACK, pack: 'core-dispatch' }, PACK], overrides: {}, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' }, ...more });
const edited = (edit: (pack: any) => void): PolicyDocument => {
  const pack = structuredClone(PACK);
  edit(pack);
  return policy({ packs: [{ ...PACK, pack: 'core-dispatch' }, pack] });
};

describe('the items two policies differ in', () => {
  it('are none for the same content, whatever the order of its keys or what is only noted', () => {
    expect(changedItems(policy(), policy({ packs: [{ ...PACK, pack: 'core-dispatch' }, { ...PACK, title: { 'zh-CN': '乙', en: 'B' }, notes: [] }] }))).toEqual([]);
  });
  it('are values with old and new figure and their rule, also by an override', () => {
    expect(changedItems(policy(), policy({ overrides: { 's9.9.limit': 'PT20M' } }))).toEqual([{ item: 's9.9/values.limit', change: 'changed', old: 'PT30M', new: 'PT20M', rule: 's9.9/11' }]);
  });
  it.each<[string, (pack: any) => void, object]>([
    ['a step', (pack) => (pack.kinds.workOrder.steps.handOver.due = 'PT5M'), { item: 's9.9/kinds.workOrder.steps.handOver', change: 'changed', rule: 's9.9/11' }],
    ['an act that watches', (pack) => (pack.kinds.workOrder.acts.take.mode = 'watch'), { item: 's9.9/kinds.workOrder.acts.take', change: 'changed', new: 'watch', rule: 's9.9/12' }],
    ['an effect', (pack) => pack.kinds.workOrder.effects.pop(), { item: 's9.9/kinds.workOrder.effects[0]', change: 'removed', rule: 's9.9/6' }],
    ['a new kind', (pack) => (pack.kinds.visit = {}), { item: 's9.9/kinds.visit', change: 'added' }],
    ['a party', (pack) => (pack.parties.clerk.is = 'desk'), { item: 's9.9/parties.clerk', change: 'changed', old: 'clerk', new: 'desk', rule: 's9.9/2' }],
    ['what governs', (pack) => (pack.kinds.workOrder.governs = 'true'), { item: 's9.9/kinds.workOrder.governs', change: 'changed', new: 'true' }],
    ['a mode', (pack) => (pack.mode = 'watch'), { item: 's9.9/mode', change: 'changed', new: 'watch' }],
  ])('are %s', (_title, edit, item) => expect(changedItems(policy(), edited(edit))).toEqual([item]));
  it('are whole regulations that come or go, their order, and the calendar', () => {
    const other = { ...PACK, pack: 's0.3' };
    expect(changedItems(policy(), policy({ packs: [...policy().packs, other] }))).toEqual([{ item: 's0.3', change: 'added' }]);
    expect(changedItems(policy({ packs: [PACK, other] }), policy({ packs: [other, PACK] }))).toEqual([{ item: 'order', change: 'changed', old: ['s9.9', 's0.3'], new: ['s0.3', 's9.9'] }]);
    expect(changedItems(policy(), policy({ calendar: { zone: 'Asia/Shanghai', hours: '09:00-17:00' } }))).toMatchObject([{ item: 'calendar', old: { hours: '08:30-17:30' }, new: { hours: '09:00-17:00' } }]);
  });
  it('reach as far as their value is read, by its whole name', () => {
    expect([...itemsReading(policy(), 's9.9/values.limit')]).toEqual(['core-dispatch/kinds.workOrder.steps.handOver', 's9.9/kinds.workOrder.steps.handOver']);
    expect([...itemsReading(policy(), 's9.9/values.most')]).toContain('s9.9/kinds.workOrder.acts.take');
    expect(itemsReading(policy(), 'calendar').size).toBe(0);
  });
});

describe('the parts of a changed policy', () => {
  it('stay as they are where nothing is said; null takes away, the zone never changes', () => {
    const base = policy({ overrides: { 's9.9.limit': 'PT20M', 's9.9.most': 4 }, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30', country: 'CN', days: { '2026-10-10': 'off' } } });
    expect(changedParts(base, {})).toEqual({ zone: 'Asia/Shanghai', packs: ['s9.9'], overrides: base.overrides, calendar: base.calendar });
    expect(changedParts(base, { packs: ['s0.3'], overrides: { 's9.9.most': null }, calendar: { zone: 'Europe/Paris', country: null, days: { '2026-10-10': null, '2026-10-11': 'work' } } })).toEqual({
      zone: 'Asia/Shanghai', packs: ['s0.3'], overrides: { 's9.9.limit': 'PT20M' }, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30', days: { '2026-10-11': 'work' } },
    });
  });
  it('are merged as RFC 7396 says', () => {
    expect(mergePatch({ a: { b: 1, c: [1] }, d: 2 }, { a: { b: null, c: [2], e: {} }, d: { f: 3 } })).toEqual({ a: { c: [2], e: {} }, d: { f: 3 } });
  });
});
