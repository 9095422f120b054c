import { policyOf } from '../fixtures/repair-world.ts';
import { citationOf, formOf, viewsOf } from './catalogue.ts';
import { describeKind, kindsOf, serviceOf } from './describe-kind.ts';
import { textOf } from './texts.ts';

const policy = policyOf();

describe('what a policy tells of itself', () => {
  it('kinds, services, plurals', () => {
    expect(kindsOf(policy)).toEqual(['customer', 'serviceRequest', 'team', 'priceItem', 'task', 'workOrder']);
    expect(serviceOf(policy, 'workOrder')).toBe('dispatch');
    expect(describeKind(policy, 'workOrder').plural).toBe('work-orders');
    expect(describeKind(policy, 'customer')).toMatchObject({ record: true, core: true });
  });

  it('acts with the fields they take, never those they stamp or the tables derive', () => {
    const { acts, fields } = describeKind(policy, 'workOrder');
    const act = (name: string) => acts.find((candidate) => candidate.name === name)!;
    expect(act('create')).toMatchObject({ creating: true, by: ['clerk'], to: ['drafted'], citation: { rule: 's2.4/9' } });
    expect(act('create').fields).toContainEqual({ field: 'room', required: true });
    expect(act('take').fields).toEqual([]);
    expect(act('verify')).toMatchObject({ line: 'parts', fields: expect.arrayContaining([{ field: 'verified', required: true }, { field: 'qty', required: false }]) });
    expect(act('consent')).toMatchObject({ customer: true, systemOnly: false });
    expect(act('file').systemOnly).toBe(true);
    expect(fields.find(({ name }) => name === 'room')).toMatchObject({ core: true, type: 'text', citation: { rule: 's2.4/10', clause: '4.2' } });
    expect(fields.find(({ name }) => name === 'item')).toMatchObject({ type: 'ref', to: 'priceItem', service: 'dispatch' });
  });

  it('states with those that end', () => {
    expect(describeKind(policy, 'workOrder').states.filter(({ final }) => final).map(({ name }) => name)).toEqual(['filed', 'declined', 'refused']);
  });

  it('forms, views and citations', () => {
    expect(formOf(policy, 'repairOrder')).toMatchObject({ of: 'workOrder', copies: [{ to: 'owner', entitles: 'collection' }, { to: 'finance' }], citation: { rule: 's2.4/9' } });
    expect(viewsOf(policy, 'workOrder').map(({ name }) => name)).toEqual(['supervision']);
    expect(citationOf(policy, 's2.4', [11, 12])).toEqual({ rule: 's2.4/11', clause: '4.3', words: '在30分钟以内' });
  });

  it('sentences with facts inserted, in the reader’s language', () => {
    const facts = { 'after.price': 13000, after: { material: 8650 }, 'after.labour': 4000 };
    expect(textOf(policy, 'priceIsNotTheSum', 'en', facts)).toBe('Price 13000 is not material 8650 plus labour 4000');
    expect(textOf(policy, 'notTried', 'zh-TW')).toBe('未试用');
    expect(textOf(policy, 'nothing', 'en')).toBeUndefined();
  });
});
