import { evolve } from '../evolve/evolve.ts';
import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { RetentionDocument } from '../language/table-document.ts';
import type { Matter } from '../matter/matter.ts';
import { erase } from './erase.ts';
import { retentionDue } from './retention-due.ts';

const world = (...retention: readonly RetentionDocument[]) => {
  const shop = tinyWorld({ fields: { phone: { type: 'text', optional: ['open'], personal: true }, note: { type: 'text', optional: ['open'] }, day: { type: 'date', optional: ['open'] } }, acts: MOVES, final: ['finished'] }, [{ retention }]);
  openJob(shop, { phone: '138', note: 'x', day: '2026-10-01' });
  shop.act('10-09 10:00', 'C1', 'J1', 'stop');
  shop.act('10-09 12:00', 'C1', 'J1', 'finish');
  return shop;
};
const due = (shop: ReturnType<typeof world>, now: string) => retentionDue(shop.policy, [...shop.matters.values()], shop.facts, now).map(({ field, at: since, citation }) => [field, since, citation.rule]);

describe('retention', () => {
  it.each<[string, RetentionDocument, string, string]>([
    ['from the end', { kind: 'job', field: 'phone', erase: 'P6M', rule: 14 }, '2027-04-09T15:59:59.999Z', '2027-04-09T16:00:00.000Z'],
    ['from an act', { field: 'job.phone', erase: 'P1D', after: 'stop', rule: 14 }, '2026-10-10T15:59:59.999Z', '2026-10-10T16:00:00.000Z'],
    ['from a fact', { field: 'job.phone', erase: 'P1M', after: 'day', rule: 14 }, '2026-11-01T15:59:59.999Z', '2026-11-01T16:00:00.000Z'],
  ])('erases what has run out, counted %s', (_, rule, before, after) => {
    const shop = world(rule);
    expect(shop.policy.problems).toEqual([]);
    expect(due(shop, before)).toEqual([]);
    expect(due(shop, after)).toEqual([['phone', after, 'p1/14']]);
  });

  it('erases nothing that another rule keeps, nor an unfinished matter', () => {
    const erasing: RetentionDocument = { field: 'job.phone', erase: 'P1D', rule: 14 };
    expect(due(world(erasing, { kind: 'job', keep: 'always', rule: 15 }), '2030-01-01T00:00:00.000Z')).toEqual([]);
    expect(due(world(erasing, { field: 'job.phone', keep: 'P2Y', rule: 15 }), '2027-01-01T00:00:00.000Z')).toEqual([]);
    expect(due(world(erasing, { field: 'job.note', keep: 'always', rule: 15 }), '2027-01-01T00:00:00.000Z')).toHaveLength(1);
    const open = tinyWorld({ fields: { phone: { type: 'text', optional: ['open'] } }, acts: MOVES }, [{ retention: [erasing] }]);
    openJob(open, { phone: '1' });
    expect(due(open, '2030-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('records that it ran, by which rule, and is not due again', () => {
    const shop = world({ field: 'job.phone', erase: 'P1D', rule: 14 });
    const [erasure] = retentionDue(shop.policy, [shop.matter('J1')], shop.facts, at('10-20 03:00'));
    const outcome = erase(shop.policy, shop.matter('J1'), erasure!, shop.facts, at('10-20 03:00'));
    expect(outcome.events).toMatchObject([{ type: 'job.erased', by: { id: 'system' }, citation: { rule: 'p1/14' }, data: { fields: ['phone'] } }]);
    expect(outcome.matter?.facts).toEqual({ note: 'x', day: '2026-10-01' });
    expect(retentionDue(shop.policy, [outcome.matter!], shop.facts, at('10-21 03:00'))).toEqual([]);
    const refolded = [...shop.histories.get('J1')!, ...outcome.events].reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined);
    expect(refolded?.facts).toEqual(outcome.matter?.facts);
  });

  it('takes the whole matter where no field is named', () => {
    const shop = world({ kind: 'job', erase: 'P1D', rule: 14 });
    const [erasure] = retentionDue(shop.policy, [shop.matter('J1')], shop.facts, at('10-20 03:00'));
    expect(erase(shop.policy, shop.matter('J1'), erasure!, shop.facts, at('10-20 03:00')).matter?.facts).toEqual({});
  });

  it('of nothing known, or for no duration, is a problem', () => {
    const codes = (rule: RetentionDocument) => tinyWorld({ acts: MOVES }, [{ retention: [rule] }]).policy.problems.map(({ code }) => code);
    expect(codes({ kind: 'ghost', keep: 'always', rule: 1 })).toEqual(['unknownName']);
    expect(codes({ kind: 'job', keep: 'long', rule: 1 })).toEqual(['syntax']);
  });
});
