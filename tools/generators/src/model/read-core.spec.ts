import type { PackDocument } from '@huiyin/regulation-engine';
import { kindsOf } from './read-core.ts';

const core: PackDocument = {
  language: 1,
  pack: 'core-dispatch',
  title: { 'zh-CN': '核心', en: 'Core' },
  texts: { 'kind.jobEntry': { 'zh-CN': '条目', en: 'Entry' }, 'field.jobEntry.parts.qty': { 'zh-CN': '数量', en: 'Quantity' } },
  kinds: {
    jobEntry: {
      in: 'dispatch',
      states: ['open', 'closed'],
      final: ['closed'],
      fields: {
        customer: { type: 'ref', to: 'customer', required: ['create'] },
        helpers: { type: 'list', of: 'person', optional: ['create'] },
        kind: { choice: ['aB', { is: 'c', rule: 1 }], required: ['create'], default: 'c' },
        openedAt: { type: 'instant', required: ['create'] },
        parts: { type: 'lines', key: 'sku', of: { qty: { type: 'int', required: ['fit'] }, note: 'text' } },
      },
      acts: { create: { from: ['new'], by: 'clerk' }, fit: { line: 'parts', by: ['technician', 'system'] }, end: { by: 'system' }, seal: { by: { of: ['system'] } } },
    },
  },
};

describe('reading a core pack', () => {
  const [kind] = kindsOf(core);
  const act = (name: string) => kind!.acts.find((each) => each.name === name)!;

  it('spells kinds, paths and what points at something', () => {
    expect(kind).toMatchObject({ kind: 'jobEntry', type: 'JobEntry', plural: 'job-entries', label: { en: 'Entry' } });
    expect(kind!.fields.map((field) => field.apiName)).toEqual(['customerId', 'helperIds', 'kind', 'openedAt', 'parts']);
  });

  it('lets an act take what it lists, but nothing that the act stamps, and asks for nothing that has a default', () => {
    expect(act('create').takes.map(({ field, required }) => [field.apiName, required])).toEqual([['customerId', true], ['helperIds', false], ['kind', false]]);
  });

  it('gives an act on a line the fields of the line', () => {
    expect(act('fit').line?.key).toBe('sku');
    expect(act('fit').takes.map(({ field, required }) => [field.name, required, field.label?.en])).toEqual([['qty', true, 'Quantity']]);
  });

  it('knows which acts only the system does', () => {
    expect(kind!.acts.map(({ name, callable, creating }) => [name, callable, creating])).toEqual([['create', true, true], ['fit', true, false], ['end', false, false], ['seal', false, false]]);
  });
});
