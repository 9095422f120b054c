import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, tinyWorld } from '../fixtures/tiny.ts';
import type { PackDocument, ValueDocument } from '../language/pack-document.ts';
import type { DueDocument, StepDocument } from '../language/step-document.ts';
import { why } from '../why/why.ts';

const values: PackDocument['values'] = {
  limit: { is: 'PT45M', rule: 2, unless: [{ if: "matter.place == 'far'", then: 'PT3H', rule: 3 }] }, ahead: { is: 'P1D', rule: 4 },
};
const world = (step: Omit<StepDocument, 'rule' | 'opens'>, more: Record<string, ValueDocument> = {}) => {
  const shop = tinyWorld({
    fields: { place: { type: 'text', optional: ['open'] }, on: { type: 'date', optional: ['open'] }, meeting: { type: 'instant', typed: 'planned', optional: ['open'] }, since: { type: 'instant', typed: 'past', optional: ['open'] } },
    acts: MOVES, final: ['finished'],
  }, [{ values: { ...values, ...more }, kinds: { job: { steps: { finish: { rule: 1, opens: { when: 'open', since: 'has(matter.since) ? matter.since : null' }, ...step } } } } }]);
  expect(shop.policy.problems).toEqual([]);
  return shop;
};
/** The due of a promise made on Friday 9 October 2026 at 09:00, as `MM-DD HH:mm`, `<` where the instant itself is late already. */
const due = (document: DueDocument, input: object = {}, more: Record<string, ValueDocument> = {}, when = '10-09 09:00'): string => {
  const shop = world({ due: document }, more);
  expect(refusals(shop.create(when, 'C1', 'job', 'open', input as never, { id: 'J1' }))).toEqual([]);
  const { dueAt, inclusive } = shop.matter('J1').steps[0]!;
  const local = new Date(Date.parse(dueAt!) + 8 * 3_600_000).toISOString();
  return `${inclusive ? '' : '<'}${local.slice(5, 10)} ${local.slice(11, 16)}`;
};

describe('a due', () => {
  it.each<[DueDocument, string]>([
    ['PT30M', '10-09 09:30'], ['P3D', '<10-13 00:00'], ['P6M', '<04-10 00:00'], ['P5WD', '10-15 17:30'], ['P5WD at 12:00', '10-15 12:00'], ['P4WH', '10-09 14:30'], ['17:30', '10-09 17:30'],
    ['end of day', '<10-10 00:00'], ['end of week', '<10-12 00:00'], ['end of halfMonth', '<10-16 00:00'], ['end of month', '<11-01 00:00'], ['end of quarter', '<01-01 00:00'], ['end of halfYear', '<01-01 00:00'], ['end of year', '<01-01 00:00'], ['end of businessDate', '<10-10 00:00'],
    ['day 25 of month', '<10-26 00:00'], ['day 10 of next month', '<11-11 00:00'], ['Friday before 10:00', '10-09 10:00'], ['Monday', '<10-13 00:00'], ['2026-10-20', '<10-21 00:00'], ['2026-10-20 at 09:30', '10-20 09:30'], ['working day 3 of next month', '11-04 17:30'], ['last working day of month', '10-30 17:30'],
    ['value:limit', '10-09 09:45'], ["addTo(matter.openedAt, 'PT2H')", '10-09 11:00'], ['dateOf(matter.openedAt)', '<10-10 00:00'],
  ])('%s is %s', (document, expected) => {
    expect(due(document)).toBe(expected);
  });

  it.each<[string, DueDocument, object, string]>([
    ['a date that a fact gives: its end', 'matter.on', { on: '2026-10-20' }, '<10-21 00:00'],
    ['an instant that a fact gives: itself', 'matter.meeting', { meeting: at('10-20 10:00') }, '10-20 10:00'],
    ['a figure whose exception holds', 'value:limit', { place: 'far' }, '10-09 12:00'],
    ['an exception of its own', { is: 'PT30M', unless: [{ if: "matter.place == 'far'", then: 'P2D', rule: 3 }] }, { place: 'far' }, '<10-12 00:00'],
    ['the start it counts from, a fact', 'PT2H', { since: at('10-09 08:00') }, '10-09 10:00'],
    ['nothing said where the fact is absent: as anything without a limit', 'matter.on', {}, '10-10 17:30'],
  ])('is %s', (_, document, input, expected) => {
    expect(due(document, input)).toBe(expected);
  });

  it('before: when the day begins that lies so long before, to the minute by a time of day, or by a figure', () => {
    const meeting = { meeting: at('10-20 15:00') };
    expect(due({ before: { of: 'matter.meeting', by: 'P3D' } }, meeting)).toBe('<10-17 00:00');
    expect(due({ before: { of: 'matter.on', by: 'P1M' } }, { on: '2026-11-30' })).toBe('<10-30 00:00');
    expect(due({ before: { of: 'matter.meeting', by: 'P3D at 17:30' } }, meeting)).toBe('10-17 17:30');
    expect(due({ before: { of: 'matter.meeting', by: 'PT2H' } }, meeting)).toBe('10-20 13:00');
    expect(due({ before: { of: 'matter.meeting', by: 'value:ahead' } }, meeting)).toBe('<10-19 00:00');
  });

  it('earliest: without what is absent, and without a date or appointment that is past; the latest of them where nothing is ahead', () => {
    const members: DueDocument = { earliest: ['P5WD', 'matter.meeting', { before: { of: 'matter.on', by: 'P1D' } }] };
    expect(due(members)).toBe('10-15 17:30');
    expect(due(members, { meeting: at('10-12 10:00') })).toBe('10-12 10:00');
    expect(due(members, { meeting: at('10-12 10:00'), on: '2026-10-11' })).toBe('<10-10 00:00');
    expect(due(members, { meeting: at('10-08 10:00'), on: '2026-10-01' })).toBe('10-15 17:30');
    expect(due({ earliest: ['matter.meeting', '2026-10-01'] }, { meeting: at('10-08 10:00') })).toBe('10-08 10:00');
    expect(due({ earliest: ['end of day', "addTo(matter.openedAt, 'PT15H')"] })).toBe('<10-10 00:00');
  });

  it('a limit that ran out before it began is missed at once, not left out', () => {
    expect(due({ earliest: ['PT30M', 'matter.meeting'] }, { since: at('10-09 08:00'), meeting: at('10-12 10:00') })).toBe('10-09 08:30');
  });
});

describe('parameters of a figure', () => {
  const figure = (more: Partial<ValueDocument>): Record<string, ValueDocument> => ({ counted: { is: 'day 10 of month', rule: 1, ...more } });

  it.each<[string, Partial<ValueDocument>, string]>([
    ['left out, nothing moves a day off', { is: '2026-10-11' }, '<10-12 00:00'],
    ['a day off moves it forward', { is: '2026-10-11', roll: 'forward' }, '<10-13 00:00'],
    ['a day off moves it back', { is: '2026-10-11', roll: 'back' }, '<10-11 00:00'],
    ['the first day counts', { is: 'P3D', firstDay: 'included' }, '<10-12 00:00'],
    ['the first day does not count', { is: 'P3D', firstDay: 'excluded' }, '<10-13 00:00'],
    ['a time of day', { is: 'P3D', hour: '12:00' }, '10-12 12:00'],
    ['a month without the day ends on its last', { is: 'P1M', monthEnd: 'clamp' }, '<11-10 00:00'],
  ])('%s', (_, more, expected) => {
    expect(due('value:counted', {}, figure(more))).toBe(expected);
  });

  it('a month without the day ends on its last: 31 August and one month is 30 September', () => {
    expect(due('value:counted', {}, figure({ is: 'P1M', monthEnd: 'clamp' }), '08-31 09:00')).toBe('<10-01 00:00');
  });

  it('a due may roll a figure otherwise than the figure says', () => {
    expect(due({ is: 'value:counted', roll: 'forward' }, {}, figure({ is: '2026-10-11' }))).toBe('<10-13 00:00');
    expect(due({ is: { earliest: ['value:counted', 'P9D'] }, roll: 'back' }, {}, figure({ is: '2026-10-11', roll: 'forward' }))).toBe('<10-11 00:00');
  });
});

describe('a due that cannot be', () => {
  it.each<[string, DueDocument, object]>([
    ['a figure that is no time', 'value:count', {}],
    ['a fact that is none', { before: { of: 'matter.place', by: 'P1D' } }, { place: 'far' }],
    ['a length that is none', { before: { of: 'matter.meeting', by: 'value:count' } }, { meeting: at('10-20 10:00') }],
    ['a time beyond all years', { before: { of: 'matter.meeting', by: 'P199Y' } }, { meeting: at('10-20 10:00') }],
    ['an expression that gives a truth value', 'matter.final', {}],
  ])('%s refuses the act', (_, document, input) => {
    const shop = world({ due: document }, { count: { is: 5, rule: 1 } });
    expect(refusals(shop.create('10-09 09:00', 'C1', 'job', 'open', input as never, { id: 'J1' }))).toEqual(['evaluation@gate core/job.open']);
  });

  it('a length before something that is none is found at compiling', () => {
    for (const [by, code] of [['soon', 'syntax'], ['value:ghost', 'unknownName']] as const) {
      expect(tinyWorld({ acts: MOVES, steps: { work: { rule: 1, opens: { when: 'open' }, due: { before: { of: 'matter.openedAt', by } } } } }).policy.problems).toMatchObject([{ code, item: 'kinds.job.steps.work.due.before.by' }]);
    }
  });
});

it('a due before something explains itself', () => {
  const shop = world({ due: { before: { of: 'matter.meeting', by: 'P3D' } } });
  shop.create('10-09 09:00', 'C1', 'job', 'open', { meeting: at('10-20 15:00') }, { id: 'J1' });
  const answer = why(shop.policy, shop.matter('J1'), 'dueAt:finish', shop.facts, at('10-09 09:01'));
  expect(answer).toMatchObject({ value: at('10-17 00:00'), due: { inclusive: false, explanation: { spec: expect.anything() } } });
  expect(answer?.due?.lines.en.join('\n')).toContain('2026-10-1');
});
