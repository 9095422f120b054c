import type { ActDescription, FieldDescription, KindDescription } from '@huiyin/regulation-engine';

const label = (name: string) => ({ 'zh-CN': name, en: name });
const citation = { rule: 's2.4/10', clause: '4.2', words: '一式四聯' };

/** A field as the engine describes it, with what the test does not care about filled in. */
export function field(name: string, type: FieldDescription['type'], more: Partial<FieldDescription> = {}): FieldDescription {
  return { name, type, pack: 'core-dispatch', core: true, stamped: false, derived: false, personal: false, label: label(name), citation, ...more };
}

export function act(name: string, more: Partial<ActDescription> = {}): ActDescription {
  return { name, creating: false, pack: 'core-dispatch', fields: [], to: [], by: ['clerk'], systemOnly: false, customer: false, label: label(name), citation, ...more };
}

/** A work order with one field of each sort that bodies know. */
export function workOrderKind(): KindDescription {
  return {
    kind: 'workOrder',
    service: 'dispatch',
    record: false,
    core: true,
    plural: 'work-orders',
    label: { 'zh-CN': '维修单', en: 'Work order' },
    states: [
      { name: 'drafted', final: false, resting: false, label: { 'zh-CN': '已填单', en: 'Drafted' } },
      { name: 'handedOver', final: false, resting: false, label: { 'zh-CN': '已接单', en: 'Handed over' } },
      { name: 'filed', final: true, resting: false, label: { 'zh-CN': '已归档', en: 'Filed' } },
    ],
    fields: [
      field('request', 'ref', { to: 'serviceRequest', service: 'intake' }),
      field('room', 'text', { max: 60 }),
      field('phone', 'text', { max: 40, personal: true }),
      field('appointedAt', 'instant', { typed: 'planned' }),
      field('receivedAt', 'instant', { stamped: true, citation: { rule: 's2.4/12', clause: '4.3', words: '填寫接單時間' } }),
      field('charge', 'choice', { choices: ['paid', 'free'] }),
      field('trial', 'choice', { choices: ['good', 'notGood'] }),
      field('price', 'money', { min: 0 }),
      field('technician', 'person'),
      field('helpers', 'list', { of: 'person', max: 3 }),
      field('ownerCopy', 'bool'),
      field('parts', 'lines', { key: 'sku', max: 50, lineFields: [field('qty', 'int', { min: 1, max: 9999 }), field('verified', 'choice', { choices: ['qualified', 'unqualified'] })] }),
      field('floor', 'int', { pack: 's2.4', core: false }),
    ],
    acts: [
      act('create', { creating: true, fields: [{ field: 'request', required: true }, { field: 'room', required: true }, { field: 'floor', required: true }, { field: 'appointedAt', required: false }] }),
      act('take'),
      act('price', { fields: [{ field: 'price', required: true }] }),
      act('verify', { line: 'parts', fields: [{ field: 'verified', required: true }] }),
      act('tryOut', { fields: [{ field: 'trial', required: true }], customer: true }),
      act('file', { systemOnly: true }),
    ],
    steps: [{ name: 'handOver', act: 'take', whole: false, label: { 'zh-CN': '交设备部经理', en: 'Hand over' }, citation: { rule: 's2.4/11', clause: '4.3', words: '在30分鐘以內' } }],
    forms: [],
    views: [],
  };
}
