import { at, policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks } from '../fixtures/tiny.ts';
import type { PartyDocument, PersonsDocument } from '../language/pack-document.ts';
import type { Person } from '../matter/person.ts';
import { nextStep } from '../settle/next-step.ts';
import { isOnDuty, standInFor } from './presence.ts';

const absent = (person: Person, deputy?: string): Person => ({ ...person, absences: [{ from: at('10-09 00:00'), to: at('10-10 00:00'), ...(deputy && { deputy }) }] });
const without = (id: string, deputy?: string): readonly Person[] => STAFF.map((person) => (person.id === id ? absent(person, deputy) : person));

function world(who: PersonsDocument, parties: Record<string, PartyDocument> = {}, people: readonly Person[] = STAFF): World {
  const packs = tinyPacks({
    fields: { team: { type: 'text', optional: ['open'] }, helper: { type: 'person', optional: ['open'] } }, acts: { ...MOVES, work: { by: who } }, final: ['finished'],
    steps: { work: { rule: 1, opens: { when: 'open' }, due: 'PT1H' } },
  });
  return new World(policyOf(packs.map((pack) => (pack.pack === 'core-shop' ? { ...pack, parties } : pack))), people);
}

describe('who owes a step', () => {
  it.each<[string, PersonsDocument, Record<string, PartyDocument>, readonly Person[], string]>([
    ['the first present of a post', 'clerk', { clerk: { is: 'property-clerk' } }, STAFF, 'C1'],
    ['the next one present where the first is away', 'clerk', { clerk: { is: 'property-clerk' } }, without('C1'), 'C2'],
    ['the deputy of a post held by one who is away', 'boss', { boss: { is: 'equipment-manager' } }, without('M1', 'TL2'), 'TL2'],
    ['the superior where there is no deputy', 'boss', { boss: { is: 'equipment-manager' } }, without('M1'), 'DM1'],
    ['whoever holds the post at the place', 'leader', { leader: { is: 'teamLeader', place: 'matter.team' } }, STAFF, 'TL2'],
    ['the first of a list that somebody holds', ['ghost', 'matter.helper'], { ghost: { is: 'astronaut' } }, STAFF, 'T1'],
    ['nobody excluded', { of: 'clerk', excludes: ["superiorOf('T1')", "'C1'"] }, { clerk: { is: 'property-clerk' } }, STAFF, 'C2'],
    ['whoever cares for the matter where nobody holds the post', 'ghost', { ghost: { is: 'astronaut' } }, STAFF, 'C1'],
    ['one of the rank asked for', 'senior', { senior: { is: 'anyone', rank: 4 } }, STAFF.map((person) => (person.id === 'TL1' ? { ...person, rank: 4 } : person)), 'TL1'],
    ['one qualified', 'welder', { welder: { is: 'anyone', qualified: 'welding' } }, STAFF.map((person) => (person.id === 'T1' ? { ...person, qualifications: ['welding'] } : person)), 'T1'],
  ])('%s', (_, who, parties, people, expected) => {
    const shop = world(who, parties, people);
    openJob(shop, { team: 'electrical', helper: 'T1' });
    expect(nextStep(shop.matter('J1'))?.owner).toBe(expected);
  });
});

describe('where nobody holds a post', () => {
  const admin: Person = { id: 'OA', name: 'Admin', roles: ['operatorAdmin'] };
  const opened = (people: readonly Person[]): World => {
    const shop = world('ghost', { ghost: { is: 'astronaut' } }, people);
    openJob(shop, {}, { id: 'api', kind: 'api-client', name: 'portal', roles: [] });
    return shop;
  };

  it.each<[string, readonly Person[], string | undefined]>([
    ['the department’s manager owes', [admin, { id: 'M9', name: 'M', roles: ['department-manager'] }], 'M9'],
    ['one present before one away', [absent({ id: 'M1', name: 'M', roles: ['department-manager'] }), { id: 'M2', name: 'M', roles: ['department-manager'] }], 'M2'],
    ['the administrator of the operator owes', [{ id: 'A1', name: 'A', roles: ['technician'] }, admin], 'OA'],
    ['anybody employed owes', [{ id: 'Z', name: 'Z', roles: ['technician'] }, { id: 'Y', name: 'Y', roles: [] }], 'Y'],
    ['nobody owes while the operator has no staff', [], undefined],
  ])('%s, whatever the order of the directory', (_, people, expected) => {
    for (const directory of [people, [...people].reverse()]) {
      const job = opened(directory).matter('J1');
      expect(nextStep(job)).toMatchObject({ step: 'work', dueAt: at('10-09 10:00') });
      expect([nextStep(job)?.owner, job.owner]).toEqual([expected, expected]);
    }
  });
});

describe('who is told', () => {
  const told = (when: string, people: readonly Person[] = STAFF): readonly string[] => {
    const packs = tinyPacks({ acts: MOVES, final: ['finished'], effects: [{ when: 'work', do: { tell: 'clerk', rule: 2 } }] });
    const shop = new World(policyOf(packs.map((pack) => (pack.pack === 'core-shop' ? { ...pack, parties: { clerk: { is: 'property-clerk', pick: 'onDuty' } } } : pack))), people);
    openJob(shop);
    shop.act(when, 'M1', 'J1', 'work');
    return shop.told.flatMap(({ to }) => to);
  };

  it('of a post on duty: whoever is on duty, else whoever would owe', () => {
    expect(told('10-09 11:00')).toEqual(['C1']);
    expect(told('10-09 23:00')).toEqual(['C2']);
    expect(told('10-09 11:00', without('C1', 'C2'))).toEqual(['C2']);
    expect(told('10-09 11:00', STAFF.map((person) => (person.id.startsWith('C') ? absent(person) : person)))).toEqual(['DM1']);
  });
});

describe('who may act', () => {
  it('lets a stand-in do what the absent one may, and nobody else', () => {
    const shop = world('boss', { boss: { is: 'equipment-manager' } }, without('M1', 'TL2'));
    openJob(shop);
    expect(refusals(shop.act('10-09 09:10', 'TL1', 'J1', 'work'))).toEqual(['notAllowed@actor core/job.work']);
    expect(refusals(shop.act('10-09 09:10', 'TL2', 'J1', 'work'))).toEqual([]);
  });

  it('refuses one excluded though he holds the post, one who has left, and a post whose place is not known yet', () => {
    const excluded = world({ of: 'clerk', excludes: ["'C1'"] }, { clerk: { is: 'property-clerk' } });
    openJob(excluded);
    expect(refusals(excluded.act('10-09 09:10', 'C1', 'J1', 'work'))).toHaveLength(1);
    const gone = world('clerk', { clerk: { is: 'property-clerk' } }, STAFF.map((person) => (person.id === 'C2' ? { ...person, left: at('10-09 09:05') } : person)));
    openJob(gone);
    expect(refusals(gone.act('10-09 09:10', 'C2', 'J1', 'work'))).toHaveLength(1);
    const placeless = world('leader', { leader: { is: 'team-leader', place: 'matter.team' } });
    openJob(placeless);
    expect(refusals(placeless.act('10-09 09:10', 'TL1', 'J1', 'work'))).toEqual(['notAllowed@actor core/job.work']);
  });
});

describe('presence', () => {
  const person: Person = { id: 'P', name: 'P', roles: [], shift: '20:00-08:00' };

  it.each([['10-09 19:59', false], ['10-09 20:00', true], ['10-10 07:59', true], ['10-10 08:00', false]])('a night shift at %s: %s', (when, expected) => {
    expect(isOnDuty(person, at(when), 'Asia/Shanghai')).toBe(expected);
  });

  it('finds no stand-in in a circle of absent superiors', () => {
    const people = [absent({ id: 'A', name: 'A', roles: [], superior: 'B' }), absent({ id: 'B', name: 'B', roles: [], superior: 'A' })];
    const directory = { person: (id: string) => people.find((one) => one.id === id), all: () => people };
    expect(standInFor(people[0]!, at('10-09 10:00'), directory)).toBeUndefined();
  });
});
