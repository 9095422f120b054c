import { at, staff } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { FactMap } from '../matter/matter.ts';
import { needsOfPolicyInstant, policyInstant } from './policy-instant.ts';

const job = (policyAt: string): KindDocument => ({
  fields: {
    done: { type: 'instant', typed: 'past', optional: ['open'] }, day: { type: 'date', optional: ['open'], default: 'dateOf(now)' }, since: { type: 'date' }, kept: { type: 'date' }, late: { type: 'bool', optional: ['open'] },
    parent: { type: 'ref', to: 'job', optional: ['open'] }, note: { type: 'text', optional: ['open'] },
  },
  acts: { ...MOVES, open: { ...MOVES['open']!, set: { kept: "addTo(act.day, 'P7D')" } } }, final: ['finished'], policyAt,
  tables: { sinceOf: { sets: 'since', in: { late: 'matter.late == true' }, rows: [{ late: true, then: 'has(matter.parent) ? matter.parent.day : matter.day', rule: 1 }, { late: false, then: 'matter.day', rule: 1 }] } },
});
function ask(policyAt: string, input: FactMap): string {
  const shop = tinyWorld(job(policyAt));
  expect(shop.policy.problems).toEqual([]);
  openJob(shop, { day: '2026-09-01', done: at('09-02 10:00') });
  return policyInstant(shop.policy, 'job', { act: 'open', input, actor: staff('C1') }, shop.facts, at('10-09 10:00'));
}

describe('the policy that binds a new matter', () => {
  it.each<[string, string, FactMap, string]>([
    ['given', 'done', { done: at('09-01 10:00') }, at('09-01 10:00')],
    ['by default', 'day', {}, '2026-10-09'],
    ['assigned by the act', 'kept', { day: '2026-10-01' }, '2026-10-08'],
    ['derived', 'since', { day: '2026-10-02' }, '2026-10-02'],
    ['derived of a linked matter', 'since', { parent: 'J1', late: true }, '2026-09-01'],
    ['of a linked matter', 'matter.parent.done', { parent: 'J1' }, at('09-02 10:00')],
    ['of when it is opened', 'openedAt', {}, at('10-09 10:00')],
    ['of an expression', "has(matter.parent) ? matter.parent.day : matter.day", { parent: 'J1' }, '2026-09-01'],
  ])('is that of a fact %s', (_, policyAt, input, expected) => {
    expect(ask(policyAt, input)).toBe(expected);
  });

  it('is that of now where the fact, or the link to it, is absent, and where the kind says nothing', () => {
    expect(ask('done', {})).toBe(at('10-09 10:00'));
    expect(ask('matter.parent.done', {})).toBe(at('10-09 10:00'));
    const shop = tinyWorld({ acts: MOVES, final: ['finished'] });
    expect(policyInstant(shop.policy, 'job', { act: 'open', input: {}, actor: staff('C1') }, shop.facts, at('10-09 10:00'))).toBe(at('10-09 10:00'));
  });

  it('is none where what picks it cannot be told: never whatever is at hand', () => {
    expect(() => ask('matter.parent.done', { parent: 'J9' })).toThrow('no copy of job J9 here');
    expect(() => ask('done', { parent: 'J9' })).not.toThrow();
    expect(() => ask('matter.note.contains(matter.note)', { note: 'x' })).toThrow('is no instant or date');
  });

  it('is none where two packs would govern the matter', () => {
    const governing = { kinds: { job: { governs: "matter.note == 'x'", policyAt: 'day', acts: { open: {}, finish: { to: 'finished' } } } } };
    const shop = tinyWorld(job('done'), [governing, governing]);
    expect(() => policyInstant(shop.policy, 'job', { act: 'open', input: { note: 'x' }, actor: staff('C1') }, shop.facts, at('10-09 10:00'))).toThrow('p1 and p2 both govern it');
  });

  it('needs the matters that the input links, and none where nothing is asked', () => {
    const shop = tinyWorld(job('matter.parent.done'));
    const command = { act: 'open', input: { parent: 'J1' } };
    expect(needsOfPolicyInstant(shop.policy, 'job', command)).toMatchObject([{ id: 'J1', kind: 'job' }]);
    expect(needsOfPolicyInstant(tinyWorld({ acts: MOVES, fields: { parent: { type: 'ref', to: 'job', optional: ['open'] } }, final: ['finished'] }).policy, 'job', command)).toEqual([]);
  });
});
