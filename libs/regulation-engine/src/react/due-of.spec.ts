import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';

const job: KindDocument = {
  fields: { day: { type: 'date', required: ['open'] }, from: { type: 'time', required: ['open'] }, kept: { type: 'text' } },
  acts: { ...MOVES, arrive: { by: 'anyone', require: [{ that: 'now <= instantOf(matter.day, values.latest)', refuse: 'tooLate', rule: 2 }] } },
  final: ['finished'],
  steps: { finish: { rule: 1, opens: { when: 'open' }, due: 'instantOf(matter.day, matter.from)' } },
  tables: { keptOf: { sets: 'kept', in: { late: 'matter.openedAt > instantOf(matter.day, values.latest)' }, rows: [{ late: true, then: 'late', rule: 3 }, { late: false, then: 'early', rule: 3 }] } },
};
const opened = (from: string, hours?: string) => {
  const shop = tinyWorld(job, [{ values: { latest: { is: '00:45', rule: 2 } } }], undefined, {}, hours);
  expect(shop.policy.problems).toEqual([]);
  openJob(shop, { day: '2026-10-09', from });
  return shop;
};

describe('a date and a time of day as an instant', () => {
  it('is a due, inclusive, in the operator’s zone', () => {
    expect(opened('17:30').matter('J1').steps[0]).toMatchObject({ dueAt: at('10-09 17:30'), inclusive: true, why: { due: 'instantOf(matter.day, matter.from)' } });
  });

  it('after midnight is the next morning’s where the business date is still open then: due, gate and table', () => {
    const shop = opened('00:30', '20:00-01:00');
    expect(shop.matter('J1')).toMatchObject({ steps: [{ dueAt: at('10-10 00:30') }], facts: { kept: 'early' } });
    expect(refusals(shop.act('10-10 00:45', 'C1', 'J1', 'arrive'))).toEqual([]);
    expect(refusals(shop.act('10-10 00:45:01', 'C1', 'J1', 'arrive'))).toEqual(['tooLate@gate core/2']);
  });

  it('after midnight is that very morning’s where the day ends at midnight', () => {
    const shop = opened('00:30');
    expect(shop.matter('J1')).toMatchObject({ facts: { kept: 'late' } });
    expect(shop.matter('J1').steps[0]).toMatchObject({ dueAt: at('10-09 00:30') });
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'arrive'))).toEqual(['tooLate@gate core/2']);
  });
});
