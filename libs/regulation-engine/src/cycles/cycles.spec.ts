import { dues, dutyWorld, openDues } from '../fixtures/duties.ts';
import { at, STAFF } from '../fixtures/repair-world.ts';
import type { CycleDocument } from '../language/step-document.ts';
import { SYSTEM } from '../run/session.ts';
import { nextStep } from '../settle/next-step.ts';
import { cycleCounts } from './cycle-counts.ts';
import { nextCycleAt } from './cycle-dues.ts';
import { needsOfCycles } from './cycle-needs.ts';

describe('a cycle', () => {
  it('compiles without problems, and owes one matter per subject and period, once', () => {
    const shop = dutyWorld({ n: 'value:tables' });
    expect(shop.policy.problems).toEqual([]);
    const owed = dues(shop, '10-09 09:00');
    expect(owed).toMatchObject([{ cycle: 'p1/tables', kind: 'duty', act: 'create', subject: 'T1', citation: { rule: 'p1/20' }, input: { subject: 'T1', required: 2, met: 0, period: { start: at('10-01 00:00'), end: at('11-01 00:00') } } }]);
    openDues(shop, '10-09 09:00');
    expect(dues(shop, '10-20 09:00')).toEqual([]);
    expect(dues(shop, '11-01 00:00')).toMatchObject([{ period: { start: at('11-01 00:00') } }]);
    expect(nextCycleAt(shop.policy, at('10-09 09:00'))).toBe(at('11-01 00:00'));
  });

  it('promises by an ordinary step named like it, owed by the subject, due at the period’s end, exclusive', () => {
    const shop = dutyWorld({});
    const [id] = openDues(shop, '10-09 09:00');
    expect(nextStep(shop.matter(id!))).toMatchObject({ step: 'tables', owner: 'T1', dueAt: at('11-01 00:00'), citation: { rule: 'p1/20' } });
    expect(shop.matter(id!).facts).toMatchObject({ met: 0, missing: 1, required: 1 });
    shop.alarm('11-01 00:00', id!);
    expect(shop.matter(id!).steps[0]).toMatchObject({ verdict: 'missed' });
    expect(shop.histories.get(id!)!.find(({ type }) => type === 'duty.tables.missed')).toMatchObject({ at: at('11-01 00:00') });
  });

  it.each<[string, Partial<CycleDocument>, string]>([
    ['a day of the month', { due: 'day 25 of month' }, '10-26 00:00'],
    ['about a period, owed after it', { opens: 'end', due: 'P5D' }, '10-07 00:00'],
    ['every business day', { every: 'businessDate', due: 'end' }, '10-10 00:00'],
    ['every week', { every: 'week', due: 'Friday before 10:00' }, '10-09 10:00'],
    ['every quarter', { every: 'quarter', due: 'end' }, '01-01 00:00'],
  ])('is due by %s', (_, cycle, due) => {
    const shop = dutyWorld(cycle);
    const [id] = openDues(shop, '10-09 09:00');
    expect(shop.matter(id!).steps[0]?.dueAt).toBe(due === '01-01 00:00' ? '2026-12-31T16:00:00.000Z' : at(due));
  });

  it('catches up with the periods since it was last looked at', () => {
    const shop = dutyWorld({ every: 'week', due: 'end' });
    expect(dues(shop, '10-20 09:00', '10-06 09:00').map(({ period }) => period.start)).toEqual([at('10-05 00:00'), at('10-12 00:00'), at('10-19 00:00')]);
  });

  it('leaves out whoever has not joined by then, and whoever was not employed at all', () => {
    const people = [...STAFF, { id: 'T2', name: 'New', roles: ['technician'], joined: at('10-05 00:00') }, { id: 'T3', name: 'Gone', roles: ['technician'], left: at('09-30 00:00') }];
    const shop = dutyWorld({ joins: "has(it.joined) ? endOf('month', it.joined) : null" }, people);
    expect(dues(shop, '10-09 09:00').map(({ subject }) => subject)).toEqual(['T1']);
    expect(dues(shop, '11-09 09:00').map(({ subject }) => subject)).toEqual(['T1', 'T2']);
  });

  it('counts acts on the opened matter for its own period, however late', () => {
    const shop = dutyWorld({ n: 2, met: { when: 'duty.do' } });
    const [id] = openDues(shop, '10-09 09:00');
    shop.act('10-20 09:00', 'T1', id!, 'do');
    expect(shop.matter(id!)).toMatchObject({ facts: { met: 1, missing: 1 }, steps: [{ open: true }] });
    shop.act('11-02 09:00', 'T1', id!, 'do');
    expect(shop.matter(id!).facts).toMatchObject({ met: 2, missing: 0 });
    expect(shop.matter(id!).steps[0]).toMatchObject({ open: false, verdict: 'missed' });
  });

  it('is met by the very act that ends the matter, and counts it', () => {
    const shop = dutyWorld({ met: { when: 'duty.close' } });
    const [id] = openDues(shop, '10-09 09:00');
    const { events } = shop.act('10-20 09:00', 'T1', id!, 'close');
    expect(shop.matter(id!)).toMatchObject({ final: true, facts: { met: 1, missing: 0 }, steps: [{ open: false, verdict: 'met' }] });
    expect(events.flatMap(({ effects }) => effects)).toEqual([]);
  });

  it('counts events of another matter for its subject and period', () => {
    const shop = dutyWorld({ met: { when: 'booking.arrive', if: 'matter.isNew == true', subject: 'matter.manager' } });
    const [id] = openDues(shop, '10-09 09:00');
    for (const [booked, isNew] of [['B1', false], ['B2', true]] as const) {
      shop.create('10-09 10:00', 'C1', 'booking', 'open', { manager: 'T1', isNew }, { id: booked });
      const outcome = shop.act('10-09 11:00', 'C1', booked, 'arrive');
      const counts = cycleCounts(shop.policy, outcome.events[0]!, shop.matter(booked), shop.facts);
      expect(counts.map(({ id: counted }) => counted)).toEqual(isNew ? [id] : []);
      for (const count of counts) shop.act('10-09 11:00', 'system', count.id, count.act, {}, { actor: SYSTEM });
    }
    expect(shop.matter(id!).steps[0]).toMatchObject({ open: false, verdict: 'met' });
    expect(shop.matter(id!)).toMatchObject({ final: false });
  });

  it('lapses: missed and closed', () => {
    const shop = dutyWorld({ lapses: true });
    const [id] = openDues(shop, '10-09 09:00');
    shop.alarm('11-01 00:00', id!);
    expect(shop.matter(id!)).toMatchObject({ state: 'lapsed', final: true, steps: [{ verdict: 'missed', open: false }] });
  });

  it('runs for the rows of a query, with input of its own', () => {
    const shop = dutyWorld({ for: 'query:regions', set: { note: 'it.region' } }, STAFF, { queries: { regions: { of: 'booking', take: 'list', max: 9 } }, kinds: { duty: { fields: { note: { optional: ['create'] } } } } });
    expect(needsOfCycles(shop.policy)).toMatchObject([{ name: 'regions', service: 'shop', rows: { kind: 'booking' } }]);
    Object.assign(shop.facts, { queries: { regions: [{ id: 'P1', region: 'east' }] } });
    expect(dues(shop, '10-09 09:00')).toMatchObject([{ subject: 'P1', input: { note: 'east', subject: 'P1' } }]);
    const [id] = openDues(shop, '10-09 09:00');
    expect(nextStep(shop.matter(id!))?.owner).toBe('DM1');
  });

  it('of an unknown kind is a problem, and so is a count without value', () => {
    expect(dutyWorld({ open: 'ghost' }).policy.problems.map(({ code, item }) => `${code} ${item}`)).toEqual(['unknownKind cycles.tables']);
    expect(dutyWorld({ n: 'value:ghost' }).policy.problems.map(({ item }) => item)).toEqual(['cycles.tables.n']);
  });
});
