import { dues, dutyWorld, openDues } from '../fixtures/duties.ts';
import { at, policyOf, STAFF } from '../fixtures/repair-world.ts';
import { tinyPacks } from '../fixtures/tiny.ts';
import type { CycleDocument } from '../language/step-document.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { Person } from '../matter/person.ts';
import { SYSTEM } from '../run/session.ts';
import { nextStep } from '../settle/next-step.ts';
import { cycleCounts } from './cycle-counts.ts';
import { needsOfCycleCounts, needsOfCycles } from './cycle-needs.ts';

const two: readonly Person[] = [...STAFF, { id: 'T2', name: 'Second', roles: ['technician'] }];
const away = (id: string, people: readonly Person[] = two): readonly Person[] => people.map((person) => (person.id === id ? { ...person, absences: [{ from: at('10-01 00:00'), to: at('11-01 00:00'), deputy: 'TL2' }] } : person));
const subjects = (cycle: Partial<CycleDocument>, people = two) => dues(dutyWorld(cycle, people), '10-09 09:00').map(({ subject }) => subject);

describe('a cycle over a post', () => {
  it.each<[string, CycleDocument['for'], readonly string[]]>([
    ['without pick: each holder owes his own', 'technician', ['T1', 'T2']],
    ['with pick beside it: the post owes one', { of: 'technician', pick: 'first' }, ['T1']],
    ['that picks by itself: the post owes one', 'clerk', ['C1']],
    ['that picks by itself, each holder named by CEL', "inRole('clerk')", ['C1', 'C2']],
    ['of several with pick: all of them owe one, the first post that is held', { of: ['boss', 'technician'], pick: 'first' }, ['M1']],
    ['of several without pick: each holder of each', ['boss', 'technician'], ['M1', 'T1', 'T2']],
    ['with exceptions: each holder but those', { of: 'technician', excludes: ["'T1'"] }, ['T2']],
  ])('%s', (_, named, expected) => {
    expect(subjects({ for: named })).toEqual(expected);
  });

  it('on duty is owed by whoever is on duty when it opens; least loaded by whoever has least', () => {
    const shop = dutyWorld({ for: 'clerk' });
    expect(dues(shop, '10-09 23:00').map(({ subject }) => subject)).toEqual(['C2']);
    const loaded = dutyWorld({ for: { of: 'technician', pick: 'leastLoaded' } }, two);
    Object.assign(loaded.facts, { load: (person: string) => (person === 'T1' ? 3 : 2) });
    expect(dues(loaded, '10-09 09:00').map(({ subject }) => subject)).toEqual(['T2']);
  });

  it('is the same matter whoever stands for it: a change of holder opens no second one, and moves the step', () => {
    const shop = dutyWorld({ for: { of: 'technician', pick: 'first' } }, two);
    const [id] = openDues(shop, '10-09 09:00');
    expect(nextStep(shop.matter(id!))?.owner).toBe('T1');
    const later = dutyWorld({ for: { of: 'technician', pick: 'first' } }, away('T1'));
    expect(dues(later, '10-10 09:00')).toMatchObject([{ id, subject: 'T2' }]);
  });

  it('is owed by a deputy while the only holder is away, and by the operator’s own while nobody holds it', () => {
    expect(subjects({ for: { of: 'technician', pick: 'first' } }, away('T1', STAFF))).toEqual(['TL2']);
    const vacant = dutyWorld({ for: { of: 'technician', pick: 'first' } }, STAFF.filter(({ id }) => id !== 'T1'));
    expect(dues(vacant, '10-09 09:00')).toMatchObject([{ subject: 'DM1' }]);
    expect(subjects({ for: 'technician' }, STAFF.filter(({ id }) => id !== 'T1'))).toEqual([]);
  });

  it('counts what any holder or his stand-in does elsewhere, and nobody else', () => {
    const shop = dutyWorld({ for: { of: 'technician', pick: 'first' }, met: { when: 'booking.arrive', subject: 'matter.manager' } }, away('T2'));
    const [id] = openDues(shop, '10-09 09:00');
    const counted = ['T1', 'T2', 'TL2', 'TL1'].map((manager) => {
      shop.create('10-09 10:00', 'C1', 'booking', 'open', { manager }, { id: manager });
      const { events } = shop.act('10-09 11:00', 'C1', manager, 'arrive');
      return cycleCounts(shop.policy, events[0]!, shop.matter(manager), shop.facts).map((count) => count.id);
    });
    expect(counted).toEqual([[id], [id], [id], []]);
  });

  it('of a list whose posts pick by themselves does not say how many duties there are', () => {
    expect(dutyWorld({ for: ['clerk', 'boss'] }).policy.problems).toMatchObject([{ code: 'ambiguousPick', item: 'cycles.tables.for' }]);
    expect(dutyWorld({ for: { of: ['clerk', 'boss'], pick: 'first' } }).policy.problems).toEqual([]);
  });
});

describe('who owes what a cycle opens', () => {
  const regions = { queries: { regions: { of: 'booking', per: ['manager'], take: 'count' as const } } };

  it('is the subject where a query gives persons and no act of the kind meets it', () => {
    const shop = dutyWorld({ for: 'query:regions', met: { when: 'booking.arrive', subject: 'matter.manager' } }, STAFF, regions);
    Object.assign(shop.facts, { queries: { regions: [{ manager: 'TL1', value: 3 }] } });
    const [id] = openDues(shop, '10-09 09:00');
    expect(nextStep(shop.matter(id!))).toMatchObject({ step: 'tables', owner: 'TL1' });
  });

  it('is somebody else where it says so: a fact set from the subject, or what the subject points to', () => {
    const kinds = { duty: { fields: { carer: { type: 'person' as const, optional: ['create'] } } } };
    const shop = dutyWorld({ for: 'query:regions', who: 'carer', set: { carer: 'it.carer' } }, STAFF, { queries: { regions: { of: 'booking', take: 'list', max: 9 } }, kinds });
    expect(shop.policy.problems).toEqual([]);
    Object.assign(shop.facts, { queries: { regions: [{ id: 'K1', carer: 'TL2' }] } });
    const [id] = openDues(shop, '10-09 09:00');
    expect(shop.matter(id!).facts).toMatchObject({ subject: 'K1', carer: 'TL2' });
    expect(nextStep(shop.matter(id!))?.owner).toBe('TL2');
    const linked = dutyWorld({ for: 'query:regions', who: 'matter.subject.manager' }, STAFF, { queries: { regions: { of: 'booking', take: 'list', max: 9 } }, kinds: { duty: { fields: { subject: { type: 'ref', to: 'booking' } } } } });
    linked.create('10-09 08:00', 'C1', 'booking', 'open', { manager: 'M1' }, { id: 'B1' });
    Object.assign(linked.facts, { queries: { regions: [{ id: 'B1' }] } });
    const [visit] = openDues(linked, '10-09 09:00');
    expect(nextStep(linked.matter(visit!))?.owner).toBe('M1');
  });

  it('of nobody known is a problem', () => {
    expect(dutyWorld({ who: 'ghost' }).policy.problems).toMatchObject([{ code: 'unknownName' }]);
  });
});

describe('what cycles ask beforehand', () => {
  const count = { of: 'booking', take: 'count' as const };
  const queries = { regions: { of: 'booking', take: 'list' as const, max: 9 }, started: count, size: count, open: { ...count, where: 'facts.deep > 0' }, deep: count, seated: count, whose: { of: 'booking', take: 'latest' as const, field: 'manager' } };

  it('is every query that `for`, `joins`, `set` and `n` read, nested ones first; and what `met` reads, when its event comes', () => {
    const shop = dutyWorld(
      { for: 'query:regions', joins: 'facts.started > 0', set: { note: "facts.open > 0 ? 'a' : 'b'" }, n: 'value:tables', met: { when: 'booking.arrive', if: 'facts.seated > 0', subject: 'facts.whose' } }, STAFF,
      { queries, values: { tables: { is: 2, rule: 20, unless: [{ if: 'facts.size > 0', then: 1, rule: 20 }] } }, kinds: { duty: { fields: { note: { optional: ['create'] } } } } },
    );
    expect(shop.policy.problems).toEqual([]);
    expect(needsOfCycles(shop.policy).map(({ name }) => name)).toEqual(['regions', 'started', 'deep', 'open', 'size']);
    expect(needsOfCycleCounts(shop.policy, 'booking.arrive').map(({ name }) => name)).toEqual(['seated', 'whose']);
    expect(needsOfCycleCounts(shop.policy, 'booking.open')).toEqual([]);
  });

  it('is nothing where they read nothing', () => {
    expect(needsOfCycles(dutyWorld({}).policy)).toEqual([]);
  });

  it('is what they fail without', () => {
    const shop = dutyWorld({ joins: 'facts.started > 0' }, STAFF, { queries });
    expect(() => dues(shop, '10-09 09:00')).toThrow('facts.started');
    Object.assign(shop.facts, { queries: { started: 0 } });
    expect(dues(shop, '10-09 09:00')).toEqual([]);
    Object.assign(shop.facts, { queries: { started: 1 } });
    expect(dues(shop, '10-09 09:00')).toHaveLength(1);
  });
});

describe('a cycle met by its own act and by another kind’s', () => {
  it('counts both', () => {
    const shop = dutyWorld({ n: 2, met: { when: ['duty.do', 'booking.arrive'] } });
    const [id] = openDues(shop, '10-09 09:00');
    shop.act('10-09 10:00', 'T1', id!, 'do');
    shop.create('10-09 10:00', 'C1', 'booking', 'open', {}, { id: 'B1' });
    const { events } = shop.act('10-09 11:00', 'T1', 'B1', 'arrive');
    for (const count of cycleCounts(shop.policy, events[0]!, shop.matter('B1'), shop.facts)) shop.act('10-09 11:00', 'system', count.id, count.act, {}, { actor: SYSTEM });
    expect(shop.matter(id!)).toMatchObject({ facts: { met: 2, missing: 0 } });
    expect(shop.matter(id!).steps.find(({ name }) => name === 'tables')).toMatchObject({ open: false, verdict: 'met' });
  });
});

describe('a variant of a pack', () => {
  it('decides whether its post picks', () => {
    const kind: KindDocument = { in: 'shop', acts: { create: { from: ['new'], by: 'system', to: 'due' }, close: { by: 'anyone', to: 'kept' } }, final: ['kept'] };
    const base = { parties: { technician: { is: 'technician' } }, cycles: { check: { every: 'month' as const, for: 'technician', open: 'job', due: 'end', rule: 1 } } };
    const packs = tinyPacks(kind, base, { variantOf: 'p1', parties: { technician: { is: 'technician', pick: 'first' } } });
    expect([...policyOf(packs).cycles.values()].map(({ subjects: named }) => Object.keys(named))).toEqual([['post']]);
    expect([...policyOf(packs.slice(0, 2)).cycles.values()].map(({ subjects: named }) => Object.keys(named))).toEqual([['persons']]);
  });
});
