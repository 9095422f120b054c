import { decision, openEffects } from '../fixtures/deciding.ts';
import { at, policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks } from '../fixtures/tiny.ts';
import type { EffectActionDocument, EffectDocument } from '../language/step-document.ts';
import type { KindDocument } from '../language/pack-document.ts';

const ask: EffectActionDocument = {
  open: 'decision', owner: { of: 'boss', excludes: ['matter.who'] }, text: 'suspension', rule: 19,
  options: { suspended: [{ act: 'stop', rule: 19 }, { post: { ledger: 'points', to: 'matter.who', amount: '-1', on: 'businessDate' }, rule: 19 }], stays: null },
};

function world(effect: Partial<EffectDocument> = {}, more: Partial<KindDocument> = {}, people = STAFF): World {
  const [core, pack] = tinyPacks({ fields: { who: { type: 'person', optional: ['open'] }, persons: { type: 'list', of: 'person', optional: ['open'] } }, acts: MOVES, final: ['finished'], resting: ['open', 'idle'], ...more }, {
    parties: { boss: { is: ['equipment-manager', 'department-manager'] }, manager: { is: 'equipment-manager' } }, kinds: { job: { effects: [{ when: 'work', do: ask, ...effect }] } },
  });
  return new World(policyOf([{ ...core!, kinds: { ...core!.kinds, decision } }, pack!]), people);
}

const openDecisions = (shop: World) => openEffects(shop, '10-09 09:10', 'J1');

describe('a decision', () => {
  it('is opened with its options for a party that is not concerned', () => {
    const shop = world();
    expect(shop.policy.problems).toEqual([]);
    openJob(shop, { who: 'M1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(openDecisions(shop)).toMatchObject([{ kind: 'decision', service: 'shop', input: { options: ['suspended', 'stays'], question: 'suspension', about: 'J1', assignee: 'DM1' } }]);
  });

  it('about somebody is decided neither by him nor by him as a stand-in', () => {
    const people = STAFF.map((person) => (person.id === 'M1' ? { ...person, absences: [{ from: at('10-09 00:00'), to: at('10-10 00:00'), deputy: 'TL1' }] } : person));
    const about = (subject: string, staff = STAFF) => {
      const shop = world({ do: { ...ask, owner: 'manager', set: { subject: 'matter.who' } } }, {}, staff);
      openJob(shop, { who: subject });
      shop.act('10-09 09:10', 'C1', 'J1', 'work');
      return { shop, asked: openDecisions(shop)[0]! };
    };
    expect(about('T1').asked.input).toMatchObject({ subject: 'T1', assignee: 'M1' });
    expect(about('M1').asked.input).not.toHaveProperty('assignee');
    expect(about('T1', people).asked.input).toMatchObject({ assignee: 'TL1' });
    expect(about('TL1', people).asked.input).not.toHaveProperty('assignee');
    const { shop, asked } = about('T1');
    expect(refusals(shop.act('10-09 10:00', 'T1', asked.target, 'decide', { choice: 'stays' }))).toEqual(['notAllowed@actor core/decision.decide']);
    expect(refusals(shop.act('10-09 10:00', 'M1', asked.target, 'decide', { choice: 'shot' }))).toEqual(['notAnOption@gate core/1']);
    expect(refusals(shop.act('10-09 10:00', 'M1', asked.target, 'decide', { choice: 'stays' }))).toEqual([]);
  });

  it('does in the matter that asked what the choice says, once', () => {
    const shop = world();
    openJob(shop, { who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    const [asked] = openDecisions(shop);
    shop.act('10-09 10:00', 'M1', asked!.target, 'decide', { choice: 'suspended' });
    expect(shop.matter('J1')).toMatchObject({ state: 'idle', entries: [{ ledger: 'points', to: 'T1', amount: -1 }] });
  });

  it('does nothing where the choice does nothing', () => {
    const shop = world();
    openJob(shop, { who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    const [asked] = openDecisions(shop);
    const before = shop.matter('J1').seq;
    shop.act('10-09 10:00', 'M1', asked!.target, 'decide', { choice: 'stays' });
    expect(shop.matter('J1')).toMatchObject({ seq: before, state: 'open', entries: [] });
  });

  it('asked line by line comes back to its line', () => {
    const post: EffectActionDocument = { ...ask, owner: 'boss', options: { fined: { post: { ledger: 'points', to: 'line', amount: '-1', on: 'businessDate' }, rule: 19 } } };
    const shop = world({ each: 'matter.persons', do: post });
    openJob(shop, { persons: ['T1', 'TL1'] });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    const [, second] = openDecisions(shop);
    shop.act('10-09 10:00', 'M1', second!.target, 'decide', { choice: 'fined' });
    expect(shop.matter('J1').entries).toMatchObject([{ to: 'TL1', amount: -1 }]);
  });

  it('still has its consequences where the matter is final by then', () => {
    const shop = world();
    openJob(shop, { who: 'T1' });
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    const [asked] = openDecisions(shop);
    shop.act('10-09 09:30', 'C1', 'J1', 'finish');
    shop.act('10-09 10:00', 'M1', asked!.target, 'decide', { choice: 'suspended' });
    expect(shop.matter('J1')).toMatchObject({ state: 'finished', entries: [{ amount: -1 }] });
  });
});
