import { evolve } from '@huiyin/regulation-engine';
import type { Actor, Matter, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import type { World } from '@huiyin/regulation-packs';
import { local, policies, policyDocument, PROMISING, world } from '../fixtures/promising-pack.ts';
import { planRebinding } from './plan-rebinding.ts';

const CHIEF: Actor = { id: 'b1', kind: 'staff', name: 'B1', roles: ['chief'] };
const OLD = policyDocument();

const both = (centre: World) => ({ from: centre.facts(), to: centre.facts() });
const raised = (centre: World, more = {}): string => centre.act('c1', 'complaint', 'raise', { subject: 'a', ...more });
const plan = (centre: World, id: string, to: PolicyDocument, from: PolicyDocument = OLD) => planRebinding(policies(from, to), centre.matter(id), both(centre), { actor: CHIEF, reason: 'new figure', now: centre.now });
const run = (matter: Matter, id: string) => matter.steps.find((step) => step.id === id);
/** The pack with its one kind changed. */
function changed(change: (kind: Record<string, any>) => void): PackDocument {
  const pack = structuredClone(PROMISING) as unknown as { kinds: { complaint: Record<string, any> } };
  change(pack.kinds.complaint);
  return pack as unknown as PackDocument;
}

describe('binding a matter to another policy', () => {
  it('moves a due by its figure, counted from the anchor it had', () => {
    const centre = world(OLD);
    const id = raised(centre);
    centre.at(local('02T09:10'));
    const { matter, events, rebinding } = plan(centre, id, policyDocument({ 'core-toy.soon': 'PT20M' }));
    expect(run(matter, 'take')).toMatchObject({ startedAt: local('02T09:00'), dueAt: local('02T09:20'), open: true });
    expect(rebinding.dues.find(({ step }) => step === 'take')).toMatchObject({
      result: 'moved', startedAt: local('02T09:00'), old: { at: local('02T09:30') }, new: { at: local('02T09:20') }, movedMs: -600_000,
      reasons: [{ kind: 'limit', old: 'PT30M', new: 'PT20M' }], items: ['core-toy/kinds.complaint.steps.take', 'core-toy/values.soon'],
    });
    expect(rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'kept', old: { at: local('09T17:30') }, new: { at: local('09T17:30') } });
    expect(events).toMatchObject([{ type: 'complaint.rebind', by: { id: 'b1' }, at: local('02T09:10'), data: { reason: 'new figure', moved: [{ step: 'take', old: local('02T09:30'), new: local('02T09:20') }] }, change: { policy: rebinding.to } }]);
    expect(matter.policy).toBe(rebinding.to);
  });

  it('folds from its events alone to the same matter', () => {
    const centre = world(OLD);
    const id = raised(centre, { persons: 3 });
    centre.at(local('02T09:25'));
    const { matter, events } = plan(centre, id, policyDocument({ 'core-toy.soon': 'PT20M', 'core-toy.many': 5 }));
    expect(events.reduce<Matter>(evolve, centre.matter(id))).toEqual(matter);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => centre.matter(id).seq + 1 + index));
  });

  it('settles what ran out under the old policy first, and lets that verdict stand', () => {
    const centre = world(OLD);
    const id = raised(centre);
    const before = centre.matter(id);
    const { events, matter, rebinding } = planRebinding(policies(OLD, policyDocument({ 'core-toy.soon': 'PT4H' })), before, both(centre), { actor: CHIEF, now: local('02T09:31') });
    expect(events.map(({ type }) => type)).toEqual(['complaint.take.missed', 'complaint.rebind']);
    expect(run(matter, 'take')).toMatchObject({ verdict: 'missed', dueAt: local('02T09:30'), open: true });
    expect(rebinding.dues.find(({ step }) => step === 'take')?.result).toBe('judged');
  });

  it('says beforehand that a due lies behind by the change, and misses it at its due instant', () => {
    const centre = world(OLD);
    const id = raised(centre);
    centre.at(local('02T09:25'));
    const { events, rebinding } = plan(centre, id, policyDocument({ 'core-toy.soon': 'PT20M' }));
    expect(rebinding.dues.find(({ step }) => step === 'take')).toMatchObject({ result: 'moved', overdueAtOnce: true });
    expect(events.map(({ type, at }) => `${type} ${at}`)).toEqual([`complaint.rebind ${local('02T09:25')}`, `complaint.take.missed ${local('02T09:20')}`]);
  });

  it('never starts a clock at the moment of re-binding, nor with the next act', () => {
    const centre = world(OLD);
    const id = raised(centre, { persons: 2 });
    centre.at(local('03T09:00'));
    const to = policyDocument({ 'core-toy.many': 2 });
    const { matter, rebinding } = plan(centre, id, to);
    expect(matter.facts['class']).toBe('serious');
    expect(rebinding.facts).toMatchObject([{ fact: 'class', old: 'plain', new: 'serious', item: 'core-toy/kinds.complaint.tables.class.rows[0]' }]);
    expect(rebinding.notOpened).toMatchObject([{ step: 'answer', citation: { rule: 'core/1' } }]);
    expect(run(matter, 'answer')).toBeUndefined();
    const later = world(to);
    later.matters.set(id, matter);
    later.at(local('03T09:05')).act('c1', 'complaint', 'note', { persons: 4 }, id);
    expect(run(later.matter(id), 'answer')).toBeUndefined();
  });

  it('drops a promise whose condition the policy does not see any more', () => {
    const centre = world(OLD);
    const id = raised(centre, { persons: 3 });
    centre.at(local('02T09:10'));
    const { matter, rebinding } = plan(centre, id, policyDocument({ 'core-toy.many': 5 }));
    expect(run(matter, 'answer')).toMatchObject({ open: false, dropped: true });
    expect(rebinding.dues.find(({ step }) => step === 'answer')).toMatchObject({ result: 'dropped', old: { at: local('04T09:00') } });
  });

  it('drops a promise that the policy does not know, and leaves no matter without a next step', () => {
    const centre = world(OLD);
    const id = raised(centre);
    centre.at(local('02T09:10'));
    const none = policyDocument({}, changed((kind) => (kind['steps'] = {})));
    const { matter, rebinding, events } = plan(centre, id, none);
    expect(rebinding.dues.map(({ step, result }) => `${step} ${result}`)).toEqual(['take dropped', 'close dropped']);
    expect(rebinding.opened).toMatchObject([{ step: 'fallback', dueAt: local('03T17:30') }]);
    expect(matter).toMatchObject({ owner: 'c1' });
    expect(events.at(-1)?.next).toMatchObject({ step: 'fallback', owner: 'c1' });
  });

  it('moves nothing by a fact that changed since the promise was made', () => {
    const centre = world(OLD);
    const id = raised(centre);
    centre.at(local('02T09:10')).act('c1', 'complaint', 'note', { agreedAt: local('04T12:00') }, id);
    const { rebinding } = plan(centre, id, policyDocument({ 'core-toy.soon': 'PT20M' }));
    expect(rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'kept', new: { at: local('09T17:30') } });
  });

  it('keeps a due that comes from an agreement, whatever the figure beside it', () => {
    const centre = world(OLD);
    const id = raised(centre, { agreedAt: local('04T12:00') });
    const { rebinding } = plan(centre, id, policyDocument({ 'core-toy.limit': 'P7WD' }));
    expect(rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'kept', new: { at: local('04T12:00') } });
    const nearer = plan(centre, id, policyDocument({ 'core-toy.limit': 'P1WD' }));
    expect(nearer.rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'moved', new: { at: local('03T17:30') }, reasons: [{ kind: 'limit', old: 'matter.agreedAt', new: 'P1WD' }] });
  });

  it('tells the day of the calendar that moved a due', () => {
    const centre = world(OLD);
    const id = raised(centre);
    const { rebinding } = plan(centre, id, policyDocument({}, PROMISING, { '2026-03-05': 'off' }));
    expect(rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'moved', new: { at: local('10T17:30') }, reasons: [{ kind: 'exception', dates: [{ date: '2026-03-05' }] }], items: expect.arrayContaining(['calendar']) });
  });

  it('counts the pauses a clock has had, and a paused one when it goes on', () => {
    const centre = world(OLD);
    const id = raised(centre);
    centre.at(local('03T09:00')).act('c1', 'complaint', 'note', { waiting: true }, id);
    const paused = plan(centre, id, policyDocument({ 'core-toy.limit': 'P7WD' }));
    expect(paused.rebinding.dues.find(({ step }) => step === 'close')).toMatchObject({ result: 'paused' });
    const later = world(policyDocument({ 'core-toy.limit': 'P7WD' }));
    later.matters.set(id, paused.matter);
    later.at(local('04T09:00')).act('c1', 'complaint', 'note', { waiting: false }, id);
    centre.at(local('04T09:00')).act('c1', 'complaint', 'note', { waiting: false }, id);
    const resumed = plan(centre, id, policyDocument({ 'core-toy.limit': 'P7WD' }));
    expect(run(later.matter(id), 'close')?.dueAt).toBe(run(resumed.matter, 'close')?.dueAt);
    expect(resumed.rebinding.dues.find(({ step }) => step === 'close')?.result).toBe('moved');
  });

  it('lets the fallback follow its figure', () => {
    const bare = changed((kind) => (kind['steps'] = {}));
    const centre = world(policyDocument({}, bare));
    const id = raised(centre);
    const { rebinding } = plan(centre, id, policyDocument({ 'core-toy.fallback': 'P2WD at 12:00' }, bare), policyDocument({}, bare));
    expect(rebinding.dues).toMatchObject([{ step: 'fallback', result: 'moved', old: { at: local('03T17:30') }, new: { at: local('04T12:00') } }]);
  });

  it('lets those owe whom the policy names', () => {
    const centre = world(OLD);
    const id = raised(centre);
    const { matter, rebinding } = plan(centre, id, policyDocument({}, changed((kind) => ((kind['steps'].take.who = 'chief'), (kind['owner'] = [{ is: 'chief', rule: 1 }])))));
    expect(run(matter, 'take')?.who).toEqual(['b1']);
    expect(rebinding.owner).toEqual({ old: 'c1', new: 'b1' });
  });
});
