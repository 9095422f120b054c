import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectActionDocument } from '../language/step-document.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';

const job: KindDocument = { fields: { size: { type: 'int', optional: ['open', 'work'] }, who: { type: 'person', optional: ['open'] }, fee: { type: 'int' } }, acts: MOVES, resting: ['open'] };
const charged = (does: EffectActionDocument): Partial<PackDocument> => ({
  values: { small: { is: 10, rule: 1 }, large: { is: 30, rule: 2 } },
  kinds: { job: {
    tables: { feeOf: { sets: 'fee', policy: 'unique', in: { size: 'has(matter.size) ? matter.size : 0' }, rows: [{ size: '0', then: null, rule: 21 }, { size: '1', then: 'values.small', rule: 22 }, { size: '> 1', then: 'values.large', rule: 23, unless: [{ if: "matter.state == 'idle'", then: 'values.small', rule: 24 }] }] } },
    effects: [{ when: 'open', do: { ...does, rule: 9 } }],
  } },
});
const posting: EffectActionDocument = { post: { ledger: 'points', to: 'who', amount: 'has(matter.fee) ? matter.fee : 0', on: 'businessDate' }, ruleOf: 'fee' };
const entries = (shop: ReturnType<typeof tinyWorld>) => shop.matter('J1').entries.map(({ amount, citation }) => `${amount} ${citation.rule}`);

describe('ruleOf', () => {
  it('cites the row that set the fact, the exception of a row, and for a difference what is wanted now', () => {
    const shop = tinyWorld(job, [charged(posting)]);
    expect(shop.policy.problems).toEqual([]);
    openJob(shop, { size: 1, who: 'T1' });
    shop.act('10-09 10:00', 'C1', 'J1', 'work', { size: 5 });
    shop.act('10-09 11:00', 'C1', 'J1', 'stop');
    expect(entries(shop)).toEqual(['10 p1/22', '20 p1/23', '-20 p1/24']);
  });

  it('once nothing is wanted, what takes it back cites what was posted', () => {
    const shop = tinyWorld(job, [charged(posting)]);
    openJob(shop, { size: 1, who: 'T1' });
    shop.act('10-09 10:00', 'C1', 'J1', 'work', { size: null });
    expect(entries(shop)).toEqual(['10 p1/22', '-10 p1/9']);
  });

  it('without it, or without the fact, the consequence’s own rule is cited', () => {
    const { ruleOf: _, ...fixed } = posting;
    const plain = tinyWorld(job, [charged(fixed)]);
    openJob(plain, { size: 1, who: 'T1' });
    expect(entries(plain)).toEqual(['10 p1/9']);
    const told = (size: number) => {
      const shop = tinyWorld(job, [charged({ tell: 'who', ruleOf: 'fee' })]);
      openJob(shop, { size, who: 'T1' });
      return shop.histories.get('J1')!.flatMap(({ effects }) => effects).map(({ citation }) => citation.rule);
    };
    expect([told(0), told(1)]).toEqual([['p1/9'], ['p1/22']]);
  });

  it('of a fact that no table sets is a problem', () => {
    expect(tinyWorld(job, [charged({ ...posting, ruleOf: 'size' })]).policy.problems).toMatchObject([{ code: 'unknownName', item: 'kinds.job.effects[0].do[0].ruleOf' }]);
  });

  it('is cited again when a timer corrects it in a later period', () => {
    const shop = tinyWorld(job, [charged(posting)]);
    openJob(shop, { size: 1, who: 'T1' });
    Object.assign(shop.facts, { closedUntil: () => at('11-01 00:00') });
    shop.act('11-03 09:00', 'C1', 'J1', 'work', { size: 5 });
    expect(shop.matter('J1').entries.at(-1)).toMatchObject({ amount: 20, citation: { rule: 'p1/23' }, corrects: '2026-10-09' });
  });
});
