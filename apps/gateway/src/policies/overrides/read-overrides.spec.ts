import type { PackDocument } from '@huiyin/regulation-engine';
import { effectivePack } from './effective-pack.ts';
import { fitsFigure, sortOf } from './figure-sort.ts';
import { faultsOfOverrides } from './read-overrides.ts';

const pack = {
  language: 1, pack: 's9.9', title: { 'zh-CN': '测试', en: 'Test' },
  values: { limit: { is: 'PT30M', rule: 1 }, margin: { is: '35%', rule: 1 }, days: { is: 3, rule: 1 }, open: { is: true, rule: 1 }, marks: { is: ['PT1H', 'PT2H'], rule: 1 } },
  kinds: { workOrder: { acts: { take: { by: 'clerk' } }, steps: { handOver: { rule: 1, opens: { when: 'workOrder.create' } } } } },
} as unknown as PackDocument;
const found = (overrides: Record<string, unknown>) => faultsOfOverrides(overrides, [pack]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('an operator’s overrides', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a figure', { 's9.9.limit': 'PT20M' }],
    ['a due time of another form', { 's9.9.limit': 'P1WD at 17:30' }],
    ['a figure with how it is counted', { 's9.9.limit': { is: 'P3D', roll: 'forward', firstDay: 'included', monthEnd: 'clamp', hour: '17:30' } }],
    ['a percentage, a number, a switch and a list', { 's9.9': { values: { margin: '40.5%', days: 4, open: false, marks: ['PT3H'] } } }],
    ['a regulation that only watches', { 's9.9': { mode: 'watch' } }],
    ['an act and a step that only watch', { 's9.9': { kinds: { workOrder: { acts: { take: { mode: 'watch' } }, steps: { handOver: { mode: 'enforce' } } } } } }],
  ])('take %s', (_title, overrides) => expect(found(overrides)).toEqual([]));

  it.each<[string, Record<string, unknown>, string]>([
    ['another sort of figure', { 's9.9.days': 'P3D' }, '/overrides/s9.9.days policy.wrong-figure'],
    ['a number for a percentage', { 's9.9.margin': 40 }, '/overrides/s9.9.margin policy.wrong-figure'],
    ['a list of another sort', { 's9.9.marks': [1] }, '/overrides/s9.9.marks policy.wrong-figure'],
    ['null', { 's9.9.days': null }, '/overrides/s9.9.days policy.wrong-figure'],
    ['the word of the clause', { 's9.9.limit': { word: '超过' } }, '/overrides/s9.9.limit/word policy.not-overridable'],
    ['an unknown way of rolling', { 's9.9.limit': { roll: 'sideways' } }, '/overrides/s9.9.limit/roll policy.wrong-figure'],
    ['an hour that is none', { 's9.9.limit': { hour: '25:00' } }, '/overrides/s9.9.limit/hour policy.wrong-figure'],
    ['an unknown value', { 's9.9.nonesuch': 1 }, '/overrides/s9.9.nonesuch policy.unknown-item'],
    ['a name of JavaScript’s prototypes', { 's9.9.toString': 1 }, '/overrides/s9.9.toString policy.unknown-item'],
    ['an unknown regulation', { 's1.1.limit': 1 }, '/overrides/s1.1.limit policy.unknown-pack'],
    ['a new gate', { 's9.9': { kinds: { workOrder: { acts: { take: { require: [] } } } } } }, '/overrides/s9.9/kinds/workOrder/acts/take/require policy.not-overridable'],
    ['a new state', { 's9.9': { kinds: { workOrder: { states: ['x'] } } } }, '/overrides/s9.9/kinds/workOrder/states policy.not-overridable'],
    ['a new party', { 's9.9': { parties: { clerk: { is: 'anyone' } } } }, '/overrides/s9.9/parties policy.not-overridable'],
    ['an unknown act', { 's9.9': { kinds: { workOrder: { acts: { fly: { mode: 'watch' } } } } } }, '/overrides/s9.9/kinds/workOrder/acts/fly policy.unknown-item'],
    ['an unknown mode', { 's9.9': { mode: 'sleep' } }, '/overrides/s9.9/mode policy.wrong-figure'],
    ['a figure for a whole regulation', { 's9.9': 3 }, '/overrides/s9.9 policy.not-overridable'],
  ])('refuse %s', (_title, overrides, fault) => expect(found(overrides)).toEqual([fault]));

  it('tell what there is, in three languages', () => {
    const [fault] = faultsOfOverrides({ 's9.9.nonesuch': 1 }, [pack]);
    expect((['zh-CN', 'zh-TW', 'en'] as const).map((locale) => fault!.message(locale))).toEqual(['没有“nonesuch”这一项；已有：limit, margin, days, open, marks', '沒有「nonesuch」這一項；已有：limit, margin, days, open, marks', 'There is no “nonesuch”; there are: limit, margin, days, open, marks']);
  });

  it('stand in the regulation as the engine compiles it, the regulation itself untouched', () => {
    const effective = effectivePack(pack, { 's9.9.limit': 'PT20M', 's9.9': { values: { days: { is: 4 } }, mode: 'watch' }, 's1.1.limit': 1 });
    expect(effective).toMatchObject({ mode: 'watch', values: { limit: { is: 'PT20M', rule: 1 }, days: { is: 4, rule: 1 } } });
    expect(pack.values?.['limit']).toEqual({ is: 'PT30M', rule: 1 });
  });
});

describe('figures', () => {
  it.each<[unknown, string | undefined]>([['PT30M', 'due'], ['17:30', 'due'], ['end of month', 'due'], ['35%', 'percent'], ['red', 'text'], [3, 'number'], [Number.NaN, undefined], [false, 'switch'], [[1], 'list'], [null, undefined], [{}, undefined]])('%j is %s', (figure, sort) => expect(sortOf(figure)).toBe(sort));
  it('of a list are bounded', () => expect(fitsFigure(Array.from({ length: 201 }, () => 'PT1H'), ['PT1H'])).toBe(false));
});
