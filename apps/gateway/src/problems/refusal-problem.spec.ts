import { writeProblem } from '@huiyin/platform-http';
import type { CompiledPolicy, Refusal } from '@huiyin/regulation-engine';
import { workOrderKind } from '../../test/described-kinds.ts';
import { refusalProblem } from './refusal-problem.ts';

const policy = { texts: new Map([['priceIsNotTheSum', { 'zh-CN': '合计应为{sum}', en: 'The sum is {sum}' }]]) } as unknown as CompiledPolicy;
const at = { locale: 'en' as const, instance: '/x', traceId: 't' };
const refusal = (code: string, stage: Refusal['at'], more: Partial<Refusal> = {}): Refusal => ({ code, at: stage, citation: { rule: 's2.4/20', clause: '4.6', words: '核定收费价格' }, facts: {}, ...more });
const written = (...refusals: Refusal[]) => writeProblem(refusalProblem(policy, workOrderKind(), 'price', refusals), at);

describe('refusalProblem', () => {
  it.each([['actor', 403], ['gate', 409], ['turn', 409], ['form', 422]] as const)('answers %s first with %i', (stage, status) => {
    expect(written(refusal('x', stage), refusal('y', 'form')).status).toBe(status);
  });
  it('writes the pack’s sentence with its facts, and points at the field by its place in the API', () => {
    expect(written(refusal('priceIsNotTheSum', 'gate', { field: 'price', facts: { sum: '126.50' } }), refusal('required', 'form', { field: 'floor' }), refusal('wrongType', 'form', { field: 'technician' }))).toMatchObject({
      code: 'work-order.price-is-not-the-sum',
      detail: 'The sum is 126.50',
      rule: 's2.4/20',
      cite: { clause: '4.6', words: '核定收费价格' },
      errors: [{ pointer: '/price' }, { pointer: '/fields/floor', message: 'Must be given' }, { pointer: '/technicianId' }],
    });
  });
  it('names the other act where one that was to happen with it refuses, and points at no member of this body', () => {
    const of = { matter: 'm2', kind: 'priceItem', act: 'setAside' };
    expect(written(refusal('wrongState', 'gate', { of, field: 'price' }))).toMatchObject({ status: 409, code: 'price-item.wrong-state', errors: [{ code: 'price-item.wrong-state', of: { matter: 'm2', kind: 'price-item', act: 'set-aside' } }] });
    expect(written(refusal('wrongState', 'gate', { of, field: 'price' })).errors?.[0]).not.toHaveProperty('pointer');
  });
  it('points at a line of a list that was given whole by its key', () => {
    const refusals = [refusal('outOfRange', 'gate', { field: 'parts/F-12/a.qty' }), refusal('required', 'form', { field: 'parts/B.helper' })];
    expect(written(...refusals)).toMatchObject({ errors: [{ pointer: '/parts/F-12~1a/qty' }, { pointer: '/parts/B/helper' }] });
  });
  it('names the permission that is missing only where it is one', () => {
    expect(written(refusal('notAllowed', 'actor'))).toMatchObject({ permission: 'work-order.price' });
    expect(written(refusal('wrongState', 'gate'))).not.toHaveProperty('permission');
  });
});
