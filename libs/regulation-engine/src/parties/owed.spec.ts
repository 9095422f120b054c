import { at, policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks } from '../fixtures/tiny.ts';
import type { KindDocument, PackDocument, PersonsDocument } from '../language/pack-document.ts';
import type { Person } from '../matter/person.ts';
import type { Matter } from '../matter/matter.ts';
import { refresh } from '../run/refresh.ts';
import { nextStep } from '../settle/next-step.ts';

const parties: PackDocument['parties'] = { clerk: { is: 'property-clerk' }, boss: { is: 'equipment-manager' }, leader: { is: 'team-leader', place: 'matter.place' }, ghost: { is: 'astronaut' } };
const fields: KindDocument['fields'] = {
  who: { type: 'person', optional: ['open', 'go'] }, helpers: { type: 'list', of: 'person', optional: ['open', 'go'] }, place: { type: 'text', optional: ['open', 'go'] }, customer: { type: 'ref', to: 'job', optional: ['open'] },
  parent: { type: 'ref', to: 'job', optional: ['open'] }, parts: { type: 'lines', key: 'sku', max: 9, of: { maker: 'person' }, optional: ['open'] },
};
const away = (id: string, deputy?: string): readonly Person[] => STAFF.map((person) => (person.id === id ? { ...person, absences: [{ from: at('10-09 09:30'), to: at('10-20 00:00'), ...(deputy && { deputy }) }] } : person));
function world(more: Partial<KindDocument>, people: readonly Person[] = STAFF): World {
  const packs = tinyPacks({ fields, acts: { ...MOVES, fit: { by: 'anyone', line: 'parts' } }, final: ['finished'], ...more });
  const shop = new World(policyOf(packs.map((pack) => (pack.pack === 'core-shop' ? { ...pack, parties } : pack))), people);
  expect(shop.policy.problems).toEqual([]);
  return shop;
}
const step = (who: PersonsDocument): KindDocument['steps'] => ({ finish: { rule: 1, opens: { when: 'open' }, who, due: 'P9D' } });
const owes = (shop: World, id = 'J1'): string | undefined => nextStep(shop.matter(id))?.owner;
/** The matter as its host looks at it again, when somebody has left or come. */
const lookedAt = (shop: World, now: string): Matter => {
  const outcome = refresh(shop.policy, shop.matter('J1'), shop.facts, at(now));
  return outcome.matter!;
};

describe('a list of persons', () => {
  const list: PersonsDocument = ['who', 'matter.helpers', 'boss'];
  const named = { who: 'T1', helpers: ['TL1', 'TL2'] };

  it('in `by` means any of them', () => {
    for (const [who, expected] of [['T1', []], ['TL2', []], ['M1', []], ['C1', ['notAllowed@actor core/job.work']]] as const) {
      const shop = world({ acts: { ...MOVES, work: { by: list } } });
      openJob(shop, named);
      expect(refusals(shop.act('10-09 09:10', who, 'J1', 'work'))).toEqual(expected);
    }
  });

  it.each<[string, object, readonly Person[], string]>([
    ['the first present', named, STAFF, 'T1'], ['the next where nobody is named first', { helpers: ['TL2'] }, STAFF, 'TL2'], ['the last where no fact names anybody', {}, STAFF, 'M1'], ['the next present where the first is away', named, STAFF.map((person) => (person.id === 'T1' ? { ...person, left: at('10-01 00:00') } : person)), 'TL1'],
  ])('in `who` and `owner` means %s', (_, input, people, expected) => {
    for (const more of [{ steps: step(list) }, { owner: [{ is: list, rule: 1 }] }]) {
      const shop = world(more, people);
      openJob(shop, input as never);
      expect([owes(shop), shop.matter('J1').owner]).toEqual([expected, expected]);
    }
  });

  it('in `tell` means all of them, each once, without those excluded', () => {
    const shop = world({ effects: [{ when: 'work', do: { tell: { of: [...list, "superiorOf('T1')"], excludes: ['actor', 'boss'] }, rule: 1 } }] });
    openJob(shop, named);
    shop.act('10-09 09:10', 'TL2', 'J1', 'work');
    expect(shop.told.map(({ to }) => to)).toEqual([['T1', 'TL1']]);
  });

  it('an outsider acts, signs and is told, but never owes', () => {
    const customer = { id: 'K1', kind: 'customer' as const, name: 'K', roles: ['customer'] };
    const shop = world({ steps: step(['customer', 'boss']), acts: { ...MOVES, agree: { sign: ['customer', 'boss'], rule: 2 }, work: { by: 'customer' } }, effects: [{ when: 'work', do: { tell: 'customer', rule: 1 } }] });
    shop.create('10-09 08:00', 'C1', 'job', 'open', {}, { id: 'K1' });
    openJob(shop, { customer: 'K1' });
    expect(owes(shop)).toBe('M1');
    expect(refusals(shop.act('10-09 09:10', 'K1', 'J1', 'work', {}, { actor: customer }))).toEqual([]);
    expect(shop.told.map(({ to }) => to)).toEqual([['K1']]);
    shop.act('10-09 09:20', 'M1', 'J1', 'agree');
    expect(shop.matter('J1').steps.find(({ name }) => name === 'agreeSignature')).toMatchObject({ open: true, who: ['M1'] });
    expect(refusals(shop.act('10-09 09:30', 'K1', 'J1', 'agree', {}, { actor: customer }))).toEqual([]);
    expect(shop.matter('J1').did['agree']).toMatchObject({ by: 'K1' });
  });
});

describe('who owes is looked at again', () => {
  it.each<[string, PersonsDocument, object, object, string]>([
    ['a person field', 'who', { who: 'T1' }, { who: 'TL2' }, 'TL2'],
    ['CEL', 'superiorOf(matter.who)', { who: 'T1' }, { who: 'TL1' }, 'M1'],
    ['the place of a post', 'leader', { place: 'plumbing' }, { place: 'electrical' }, 'TL2'],
    ['somebody excluded', { of: ['clerk', 'boss'], excludes: ['who'] }, { who: 'M1' }, { who: 'C1' }, 'C2'],
    ['nobody any more: whoever cares for it', 'who', { who: 'T1' }, { who: null }, 'T1'],
  ])('when a fact changes that names %s', (_, who, before, after, expected) => {
    const shop = world({ steps: step(who) });
    openJob(shop, before as never);
    shop.act('10-09 09:10', 'C1', 'J1', 'go', after as never);
    expect(owes(shop)).toBe(expected);
  });

  it('when a linked matter changes that names somebody, and so is who owns it', () => {
    for (const more of [{ steps: step('has(matter.parent) ? matter.parent.who : null') }, { owner: [{ is: 'has(matter.parent) ? matter.parent.who : null', rule: 1 }] }]) {
      const shop = world(more);
      shop.create('10-09 08:00', 'C1', 'job', 'open', { who: 'T1' }, { id: 'P1' });
      openJob(shop, { parent: 'P1' });
      expect(shop.matter('J1').owner).toBe('T1');
      shop.act('10-09 09:10', 'C1', 'P1', 'go', { who: 'TL2' });
      expect([owes(shop), shop.matter('J1').owner].at(more.steps ? 0 : 1)).toBe('TL2');
      const seen = shop.matter('J1').seq;
      shop.act('10-09 09:20', 'C1', 'P1', 'go', { place: 'x' });
      expect(shop.matter('J1').seq).toBe(seen);
    }
  });

  it('when a line changes that names its own debtor', () => {
    const shop = world({ steps: { fit: { rule: 1, opens: { when: 'open' }, each: 'parts', act: 'work', who: 'line.maker', due: 'P9D' } } });
    openJob(shop, { parts: [{ sku: 'a', maker: 'T1' }, { sku: 'b', maker: 'TL1' }] });
    shop.act('10-09 09:10', 'C1', 'J1', 'fit', { maker: 'M1' }, { line: 'b' });
    expect(shop.matter('J1').steps.filter(({ name }) => name === 'fit').map(({ who }) => who)).toEqual([['T1'], ['M1']]);
  });
});

describe('whoever is absent or has left', () => {
  it.each<[string, readonly Person[], string]>([['is stood in for by his deputy', away('T1', 'TL2'), 'TL2'], ['else by his superior', away('T1'), 'TL1']])('%s', (_, people, expected) => {
    const shop = world({ steps: step('who') }, people);
    openJob(shop, { who: 'T1' });
    expect(owes(shop)).toBe('T1');
    expect(lookedAt(shop, '10-09 10:00').steps[0]).toMatchObject({ who: [expected] });
  });

  it('owes no signature and no fallback either', () => {
    const shop = world({ acts: { ...MOVES, agree: { sign: ["'M1'", "'T1'"], rule: 2 } } }, away('T1', 'TL2'));
    openJob(shop);
    shop.act('10-09 09:10', 'M1', 'J1', 'agree');
    expect(lookedAt(shop, '10-09 10:00').steps.find(({ name }) => name === 'agreeSignature')).toMatchObject({ who: ['TL2'] });
    const covered = world({}, away('C1', 'C2'));
    openJob(covered);
    const looked = lookedAt(covered, '10-09 10:00');
    expect([looked.owner, looked.steps[0]?.who]).toEqual(['C2', ['C2']]);
    expect(refresh(covered.policy, looked, covered.facts, at('10-09 10:01')).events).toEqual([]);
  });

  it('a matter that nobody could care for is somebody’s once there is staff', () => {
    const shop = world({ steps: step('clerk') }, []);
    openJob(shop, {}, { id: 'api', kind: 'api-client', name: 'portal', roles: [] });
    expect(shop.matter('J1').owner).toBeUndefined();
    const directory = { person: (id: string) => STAFF.find((person) => person.id === id), all: () => STAFF };
    expect(refresh(shop.policy, shop.matter('J1'), { ...shop.facts, directory, matter: shop.facts.matter }, at('10-09 10:00')).matter).toMatchObject({ owner: 'C1' });
  });
});

describe('a limit on the whole matter', () => {
  it('is owed by whoever has the next step: he and his superior are told when it is missed', () => {
    const shop = world({ owner: [{ is: 'boss', rule: 1 }], steps: { all: { rule: 1, opens: { when: 'open' }, whole: true, due: 'PT1H' }, finish: { rule: 1, opens: { when: 'open' }, who: "'T1'", due: 'P9D' } } });
    openJob(shop);
    shop.alarm('10-09 10:30', 'J1');
    expect(shop.told).toEqual([{ to: ['T1', 'TL1'], text: 'missed', at: at('10-09 10:00') }]);
    expect(nextStep(shop.matter('J1'))?.step).toBe('finish');
  });
});
