import { at, policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks } from '../fixtures/tiny.ts';
import type { PartyDocument, PersonsDocument } from '../language/pack-document.ts';
import type { Person } from '../matter/person.ts';
import { nextStep } from '../settle/next-step.ts';

const clerks: PartyDocument = { is: 'property-clerk' };
const with_ = (id: string, more: Partial<Person>): readonly Person[] => STAFF.map((person) => (person.id === id ? { ...person, ...more } : person));

function world(who: PersonsDocument, parties: Record<string, PartyDocument>, people: readonly Person[] = STAFF, load?: Readonly<Record<string, number>>): World {
  const packs = tinyPacks({ acts: { ...MOVES, work: { by: who } }, final: ['finished'], steps: { work: { rule: 1, opens: { when: 'open' }, due: 'PT1H' } } });
  const shop = new World(policyOf(packs.map((pack) => (pack.pack === 'core-shop' ? { ...pack, parties } : pack))), people);
  if (load) Object.assign(shop.facts, { load: (person: string) => load[person] ?? 0 });
  return shop;
}
/** Who owes the work of a job that is opened then. */
function owes(when: string, shop: World): string | undefined {
  shop.create(when, 'M1', 'job', 'open', {}, { id: 'J1' });
  return nextStep(shop.matter('J1'))?.owner;
}

describe('pick: onDuty', () => {
  it.each([['07:59', 'C2'], ['08:00', 'C1'], ['19:59', 'C1'], ['20:00', 'C2']])('at %s: whoever’s shift it is: %s', (time, expected) => {
    expect(owes(`10-09 ${time}`, world('clerk', { clerk: { ...clerks, pick: 'onDuty' } }))).toBe(expected);
    expect(owes(`10-09 ${time}`, world({ of: 'clerk', pick: 'onDuty' }, { clerk: clerks }))).toBe(expected);
  });

  it('is the first present where nobody is on duty, or the one on duty is away', () => {
    const day = with_('C2', { shift: '08:00-20:00' });
    expect(owes('10-09 22:00', world('clerk', { clerk: { ...clerks, pick: 'onDuty' } }, day))).toBe('C1');
    const away = with_('C1', { absences: [{ from: at('10-09 00:00'), to: at('10-10 00:00') }] });
    expect(owes('10-09 10:00', world('clerk', { clerk: { ...clerks, pick: 'onDuty' } }, away))).toBe('C2');
  });

  it('without it: the first present, whatever the hour; `first` beside a post that picks takes its pick away', () => {
    expect(owes('10-09 22:00', world('clerk', { clerk: clerks }))).toBe('C1');
    expect(owes('10-09 22:00', world({ of: 'clerk', pick: 'first' }, { clerk: { ...clerks, pick: 'onDuty' } }))).toBe('C1');
  });
});

describe('pick: leastLoaded', () => {
  const least: Record<string, PartyDocument> = { clerk: { ...clerks, pick: 'leastLoaded' } };

  it.each<[string, Readonly<Record<string, number>>, string]>([
    ['whoever has fewer', { C1: 3, C2: 2 }, 'C2'], ['the first where both have as many', { C1: 2, C2: 2 }, 'C1'], ['the first with one fewer', { C1: 1, C2: 2 }, 'C1'],
  ])('%s', (_, load, expected) => {
    expect(owes('10-09 10:00', world('clerk', least, STAFF, load))).toBe(expected);
    expect(owes('10-09 10:00', world({ of: 'clerk', pick: 'leastLoaded' }, { clerk: clerks }, STAFF, load))).toBe(expected);
  });

  it('leaves out who is away, and takes the first where nothing is known of the load', () => {
    const away = with_('C2', { absences: [{ from: at('10-09 00:00'), to: at('10-10 00:00') }] });
    expect(owes('10-09 10:00', world('clerk', least, away, { C1: 9, C2: 0 }))).toBe('C1');
    expect(owes('10-09 10:00', world('clerk', least))).toBe('C1');
  });
});

describe('qualified', () => {
  const electrician = (qualified: string): Record<string, PartyDocument> => ({ electrician: { is: 'technician', qualified } });
  const may = (qualified: string, qualifications: readonly string[]): boolean => {
    const shop = world('electrician', electrician(qualified), with_('T1', { qualifications }));
    openJob(shop);
    return refusals(shop.act('10-09 09:10', 'T1', 'J1', 'work')).length === 0;
  };

  it.each([
    ['serviceTraining', ['serviceTraining'], true], ['serviceTraining', ['service-training'], true], ['service-training', ['serviceTraining'], true], ['电工', ['电工'], true],
    ['serviceTraining', ['service'], false], ['serviceTraining', ['service training'], false], ['serviceTraining', [], false],
  ] as const)('%s of one who has %j: %s', (qualified, qualifications, expected) => {
    expect(may(qualified, qualifications)).toBe(expected);
  });
});
