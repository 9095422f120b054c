import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { StepDocument } from '../language/step-document.ts';

const parties: PackDocument['parties'] = { boss: { is: 'equipment-manager' } };
const world = (extend: NonNullable<StepDocument['extend']>, due: StepDocument['due'] = 'PT1H') =>
  tinyWorld({ fields: { flag: { type: 'bool', optional: ['work'] } }, acts: MOVES, final: ['finished'] }, [{
    parties, values: { longest: { is: 'PT10M', word: '最多', rule: 31 } },
    kinds: { job: { steps: { hold: { rule: 30, opens: { when: 'open' }, act: 'finish', due, extend } } } },
  }]);
const extend = (shop: ReturnType<typeof world>, when: string, input = {}, who = 'M1') => shop.act(when, who, 'J1', 'extendHold', input);

describe('extending a step', () => {
  it('moves the due by what was asked, says so by its own event, and keeps who, why and the due before', () => {
    const shop = world({ by: 'boss', most: 'value:longest' });
    openJob(shop);
    const outcome = extend(shop, '10-09 09:30', { duration: 'PT5M', reason: 'traffic' });
    expect(outcome.events.map(({ type }) => type)).toEqual(['job.extendHold', 'job.hold.extended']);
    expect(shop.matter('J1').steps[0]).toMatchObject({ dueAt: at('10-09 10:05'), open: true, extensions: [{ by: 'M1', spec: 'PT5M', from: at('10-09 10:00'), reason: 'traffic' }] });
    expect(shop.matter('J1').facts).toEqual({});
  });

  it('by the longest there is where no duration is given, and keeps an exclusive end exclusive', () => {
    const shop = world({ by: 'boss', most: 'value:longest' });
    openJob(shop);
    extend(shop, '10-09 09:59');
    expect(shop.matter('J1').steps[0]?.dueAt).toBe(at('10-09 10:10'));
    const days = world({ by: 'boss', most: 'P1D' }, 'end of day');
    openJob(days);
    extend(days, '10-09 09:59');
    expect(days.matter('J1').steps[0]).toMatchObject({ dueAt: at('10-11 00:00'), inclusive: false });
  });

  it.each<[string, NonNullable<StepDocument['extend']>, string, object, string, readonly string[]]>([
    ['who may not', { by: 'boss', most: 'PT10M' }, '10-09 09:30', {}, 'C1', ['notAllowed@actor p1/30']],
    ['more than the longest', { by: 'boss', most: 'value:longest' }, '10-09 09:30', { duration: 'PT11M' }, 'M1', ['extensionTooLong@gate p1/30']],
    ['by a rule of its own, which is cited', { by: 'boss', most: 'PT10M', require: 'false', rule: 31 }, '10-09 09:30', {}, 'C1', ['notAllowed@actor p1/31', 'extensionNotAllowed@gate p1/31']],
    ['after the due', { by: 'boss', most: 'PT10M' }, '10-09 10:00:00.001', {}, 'M1', ['extensionTooLate@gate p1/30']],
    ['what it requires does not hold', { by: 'boss', most: 'PT10M', require: "matter.state == 'idle'" }, '10-09 09:30', {}, 'M1', ['extensionNotAllowed@gate p1/30']],
    ['a gate of its own', { by: 'boss', most: 'PT10M', require: [{ that: 'has(matter.flag)', refuse: 'oneTableADay', rule: 32 }] }, '10-09 09:30', {}, 'M1', ['oneTableADay@gate p1/32']],
    ['no duration where the step gives none', { by: 'boss' }, '10-09 09:30', {}, 'M1', ['required@form p1/30']],
  ])('is refused for %s', (_, document, when, input, who, expected) => {
    const shop = world(document);
    openJob(shop);
    expect(refusals(extend(shop, when, input, who))).toEqual(expected);
  });

  it('is refused more often than the step says, and of a step that is done', () => {
    const shop = world({ by: 'boss', most: 'PT10M', times: 2 });
    openJob(shop);
    extend(shop, '10-09 09:30', { duration: 'PT4M' });
    expect(refusals(extend(shop, '10-09 09:31', { duration: 'PT7M' }))).toEqual(['extensionTooLong@gate p1/30']);
    extend(shop, '10-09 09:31', { duration: 'PT6M' });
    expect(shop.matter('J1').steps[0]?.dueAt).toBe(at('10-09 10:10'));
    expect(refusals(extend(shop, '10-09 09:32', { duration: 'PT1M' }))).toEqual(['extendedBefore@gate p1/30']);
    shop.alarm('10-09 10:11', 'J1');
    expect(shop.matter('J1').steps[0]?.verdict).toBe('missed');
    expect(refusals(extend(shop, '10-09 10:12'))).toEqual(['extensionTooLate@gate p1/30']);
  });
});
