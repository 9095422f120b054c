import { at, policyOf, refusals, staff, World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import { nextStep } from '../settle/next-step.ts';
import { acts } from './acts.ts';
import { claimsOf } from './claims.ts';
import { needs } from './needs.ts';
import { numberText, withNumbers } from './numbers.ts';
import { perform } from './perform.ts';

const plainJob: KindDocument = { fields: { note: { type: 'text', optional: ['open', 'work', 'answer'] } }, acts: MOVES, final: ['finished'] };

describe('signatures', () => {
  const signing: KindDocument = { ...plainJob, fields: { note: { type: 'text', required: ['answer'] } }, acts: { ...MOVES, answer: { sign: ['boss', 'clerk'], rule: 41 } } };
  const parties = { boss: { is: 'equipment-manager' }, clerk: { is: 'property-clerk' } };
  const world = () => {
    const shop = tinyWorld(signing, [{ parties, kinds: { job: { acts: { open: {}, work: {}, answer: { to: 'answered', sign: ['boss', 'clerk'], rule: 41 } } } } }]);
    openJob(shop);
    return shop;
  };

  it('the last signature on the same content completes the act; the missing one is an open step', () => {
    const shop = world();
    expect(shop.act('10-09 09:10', 'M1', 'J1', 'answer', { note: 'yes' }).events[0]?.type).toBe('job.answer.signed');
    expect(shop.matter('J1').state).toBe('open');
    expect(shop.matter('J1').facts).not.toHaveProperty('note');
    expect(nextStep(shop.matter('J1'))).toMatchObject({ act: 'answer', owner: 'C1', citation: { rule: 'p1/41' } });
    expect(refusals(shop.act('10-09 09:15', 'C1', 'J1', 'answer', { note: 'no' }))).toEqual(['contentDiffers@gate p1/41']);
    expect(refusals(shop.act('10-09 09:15', 'M1', 'J1', 'answer', { note: 'yes' }))).toEqual(['alreadySigned@gate p1/41']);
    shop.act('10-09 09:20', 'C1', 'J1', 'answer', { note: 'yes' });
    expect(shop.matter('J1')).toMatchObject({ state: 'answered', facts: { note: 'yes' }, did: { answer: { by: 'C1', times: 1 } }, signatures: [{ by: 'M1', entry: 0 }, { by: 'C1', entry: 1 }] });
    expect(runs(shop, 'answerSignature')).toMatchObject([{ open: false, verdict: 'met' }]);
  });

  it('one who is none of the signers is refused by the act’s rule', () => {
    expect(refusals(world().act('10-09 09:10', 'T1', 'J1', 'answer', { note: 'yes' }))).toEqual(['notAllowed@actor p1/41']);
  });
});

describe('numbers and keys', () => {
  const numbered: KindDocument = { ...plainJob, number: { format: 'J{yyyy}{MM}{dd}-{seq:3}', at: ['open'] }, unique: [{ key: ['note'], while: ['open'], refuse: 'taken', rule: 3 }], effects: [{ when: 'open', do: { publish: 'opened', set: { n: 'matter.number' } } }] };

  it('asks for a number by local date and puts what was drawn everywhere', () => {
    const shop = tinyWorld(numbered);
    const outcome = perform(shop.policy, undefined, 'job', { act: 'open', input: {}, actor: staff('C1') }, shop.facts, at('10-09 00:30'), { id: 'J9', tenant: 't1' });
    expect(outcome.ok && outcome.numbers).toEqual([{ kind: 'job', series: 'J20261009-{seq:3}', width: 3 }]);
    const filled = withNumbers(outcome, outcome.ok ? outcome.numbers.map((request) => numberText(request, 7)) : []);
    expect(filled).toMatchObject({ matter: { number: 'J20261009-007' }, events: [{ change: { number: 'J20261009-007' }, effects: [{ facts: { n: 'J20261009-007' } }] }, {}] });
    expect(JSON.stringify(filled)).not.toContain('\u2063');
  });

  it('claims a key while in its states, and not with an absent part', () => {
    const shop = tinyWorld(numbered);
    openJob(shop, { note: 'a' });
    expect(claimsOf(shop.policy, shop.matter('J1'))).toEqual([{ key: 'job:note:["a"]', refuse: 'taken', citation: { rule: 'core/3' } }]);
    shop.act('10-09 09:30', 'C1', 'J1', 'stop');
    expect(claimsOf(shop.policy, shop.matter('J1'))).toEqual([]);
  });
});

describe('refused attempts that are kept', () => {
  it('are events of the matter with every failing gate, and no change', () => {
    const shop = tinyWorld({ ...plainJob, acts: { ...MOVES, go: { by: 'anyone', from: ['idle'], keepRefused: true, rule: 8, require: [{ that: 'has(matter.note)', refuse: 'noNote', rule: 9 }] } } });
    openJob(shop);
    expect(shop.act('10-09 09:30', 'C1', 'J1', 'go').events).toMatchObject([{ type: 'job.go.refused', by: { id: 'C1' }, refusals: [{ code: 'wrongState', rule: 'core/8' }, { code: 'noNote', rule: 'core/9' }], change: {} }]);
    expect(shop.act('10-09 09:31', 'C1', 'J1', 'go', { colour: 'red' }).events).toEqual([]);
  });

  it('are those of one who may, except where the act is logged', () => {
    const by = (extra: object) => tinyWorld({ ...plainJob, acts: { ...MOVES, export: { by: 'nobody', rule: 39, ...extra } } });
    for (const [extra, kept] of [[{ keepRefused: true }, []], [{ log: true }, ['job.export.refused']]] as const) {
      const shop = by(extra);
      openJob(shop);
      expect(shop.act('10-09 09:30', 'C1', 'J1', 'export').events.map(({ type }) => type)).toEqual(kept);
    }
  });

  it('of a creating act by one who may not are not kept', () => {
    const shop = tinyWorld({ ...plainJob, acts: { ...MOVES, open: { from: ['new'], by: 'system', to: 'open', keepRefused: true } } });
    const outcome = shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: 'J2' });
    expect(outcome).toMatchObject({ ok: false, events: [] });
    expect(shop.matters.has('J2')).toBe(false);
  });
});

describe('what an act needs and who may what', () => {
  it('names links of the matter and references of the input with their services', () => {
    expect(needs(policyOf(), undefined, 'workOrder', 'create', { request: 'R1', customer: 'A', room: '1' })).toEqual({ matters: [{ id: 'R1', kind: 'serviceRequest', service: 'intake' }, { id: 'A', kind: 'customer', service: 'intake' }], queries: [] });
  });

  it('lists every act with why not, leaving open what only an input could answer', () => {
    const world = new World();
    world.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'A', relation: 'owner' }, { id: 'A' });
    world.create('10-09 11:40', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'leak' }, { id: 'R1' });
    const seen = (who: string) => acts(world.policy, world.matter('R1'), staff(who), world.facts, at('10-09 11:41'));
    expect(seen('C1')).toEqual([{ act: 'sign', allowed: true, refusals: [] }]);
    expect(seen('DK1')).toMatchObject([{ act: 'sign', allowed: false, refusals: [{ code: 'notAllowed', citation: { rule: 's2.4/7' } }] }]);
  });
});

describe('a kind the policy does not know', () => {
  it('is an error of the caller', () => {
    const shop = tinyWorld(plainJob);
    expect(() => perform(shop.policy, undefined, 'ghost', { act: 'open', input: {}, actor: staff('C1') }, shop.facts, at('10-09 09:00'), { id: 'x', tenant: 't' })).toThrow('ghost');
  });
});
