import type { Operator } from './operator.ts';
import { historyOf, lastAdopted, operatorAt, policyAt } from './policy-period.ts';

const operator = (policies?: Operator['policies']): Operator => ({ id: 'o', name: 'x', zone: 'Asia/Shanghai', simulated: true, now: '', policy: 'first', state: 'open', createdAt: '', ...(policies && { policies }) });
const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const THREE = operator([{ hash: 'a', from: at(1), matter: 'm1' }, { hash: 'b', from: at(5), matter: 'm2' }, { hash: 'c', from: at(5), matter: 'm3' }]);

describe('the policy in force', () => {
  it.each([[at(1), 'a'], ['2026-10-04T23:59:59.999Z', 'a'], [at(5), 'c'], [at(9), 'c'], ['2026-09-30T00:00:00.000Z', 'a']])('at %s is %s', (instant, hash) => {
    expect(policyAt(THREE, instant)).toBe(hash);
    expect(operatorAt(THREE, instant).policy).toBe(hash);
  });
  it('is the one the operator opened with, where none is told', () => {
    expect(policyAt(operator(), at(1))).toBe('first');
    expect(lastAdopted(operator())).toBeUndefined();
  });
  it('ends where the next begins; one overtaken before it began ends as it begins', () => {
    expect(historyOf(THREE).map(({ from, until }) => [from, until])).toEqual([[at(1), at(5)], [at(5), at(5)], [at(5), undefined]]);
    expect(lastAdopted(THREE)?.hash).toBe('c');
  });
});
