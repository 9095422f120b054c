import fc from 'fast-check';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { dueAt } from '../due/due-at.ts';
import type { DuePolicy } from '../due/due-spec.ts';
import { before } from '../due/before.ts';
import { parseDue } from '../due/parse-due.ts';
import { localToInstant, zonedText } from '../zone/local-time.ts';
import type { Explanation } from './explanation.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN', days: { '2026-10-13': 'off' } });
const explanationOf = (text: string, start: string, policy: DuePolicy = {}): Explanation =>
  dueAt(parseDue(text), localToInstant(start, ZONE), office, policy).explanation;
const told = (explanation: Explanation): string[] =>
  explanation.segments.map(({ from, to, kind, reason, amount, name }) =>
    `${zonedText(from, ZONE).slice(5, 16)}..${zonedText(to, ZONE).slice(5, 16)} ${kind === 'counted' ? '+' : '-'}${reason}${name ? `(${name.en})` : ''}${amount === undefined ? '' : ` ${amount}`}`);

describe('explanations', () => {
  it('by the clock: one stretch, no notice', () => {
    const explanation = explanationOf('PT30M', '2026-10-09T11:45');
    expect(told(explanation)).toEqual(['10-09T11:45..10-09T12:15 +clock 1800000']);
    expect(explanation).toMatchObject({ start: '2026-10-09T03:45:00.000Z', spec: 'PT30M', counted: { unit: 'ms', amount: 1_800_000 }, settings: [], calendar: { zone: ZONE, notices: [] } });
  });

  it('working days: each run with its reason, make-up day, holiday and exception named, and the notice cited', () => {
    const explanation = explanationOf('P7WD', '2026-09-28T10:00');
    expect(told(explanation)).toEqual([
      '09-28T10:00..09-29T00:00 -startDay',
      '09-29T00:00..10-01T00:00 +workingDay 2',
      '10-01T00:00..10-08T00:00 -holiday(National Day)',
      '10-08T00:00..10-10T00:00 +workingDay 2',
      '10-10T00:00..10-11T00:00 +makeUp 1',
      '10-11T00:00..10-12T00:00 -weekend',
      '10-12T00:00..10-13T00:00 +workingDay 1',
      '10-13T00:00..10-14T00:00 -exception',
      '10-14T00:00..10-14T17:30 +workingDay 1',
    ]);
    expect(explanation.calendar.notices).toEqual([
      { id: 'CN-2026', title: '国务院办公厅关于2026年部分节假日安排的通知', number: null, published: '2025-11-04', url: expect.stringContaining('gov.cn') as string },
    ]);
  });

  it('working hours: each stretch open or closed', () => {
    expect(told(explanationOf('P6WH', '2026-10-10T11:00'))).toEqual([
      '10-10T11:00..10-10T12:00 +makeUp 3600000',
      '10-10T12:00..10-10T13:30 -closed',
      '10-10T13:30..10-10T17:30 +makeUp 14400000',
      '10-10T17:30..10-11T00:00 -closed',
      '10-11T00:00..10-12T00:00 -weekend',
      '10-12T00:00..10-12T08:30 -closed',
      '10-12T08:30..10-12T09:30 +hours 3600000',
    ]);
  });

  it('rolled: the day it left, the days that moved it and the day it came to', () => {
    const explanation = explanationOf('P15D', '2026-09-20T10:00', { roll: 'forward' });
    expect(told(explanation)).toEqual([
      '09-20T10:00..09-21T00:00 -startDay',
      '09-21T00:00..10-06T00:00 +day 15',
      '10-06T00:00..10-08T00:00 -holiday(National Day)',
      '10-08T00:00..10-09T00:00 +rolled 0',
    ]);
    expect(explanation.rolled).toEqual({ from: '2026-10-05', to: '2026-10-08' });
    expect(explanation.settings).toEqual(['roll=forward']);
  });

  it('rolled back: the stretch ends where it came to', () => {
    const explanation = explanationOf('P15D', '2026-09-20T10:00', { roll: 'back', rollOn: 'nonWorking' });
    expect(told(explanation)[1]).toBe('09-21T00:00..10-01T00:00 +day 15');
    expect(explanation.rolled).toEqual({ from: '2026-10-05', to: '2026-09-30' });
  });

  it('earliest: the others with their own due times', () => {
    const { explanation } = dueAt([parseDue('P1WD'), parseDue('PT30M')], localToInstant('2026-10-09T11:00', ZONE), office);
    expect(explanation).toMatchObject({ spec: 'PT30M', others: [{ spec: 'P1WD', at: localToInstant('2026-10-10T17:30', ZONE) }] });
  });

  it('counted back: from the due to the anchor', () => {
    const { explanation } = before('2026-10-09', parseDue('P2WD'), office);
    expect(told(explanation)).toEqual(['09-30T00:00..10-01T00:00 +workingDay 1', '10-01T00:00..10-08T00:00 -holiday(National Day)', '10-08T00:00..10-09T00:00 +workingDay 1']);
    expect(explanation.spec).toBe('before P2WD');
  });

  it.each([
    ['P3D', {}, { unit: 'days', amount: 3 }],
    ['P3D', { firstDay: 'included' }, { unit: 'days', amount: 3 }],
    ['P1M', {}, { unit: 'months', amount: 1 }],
    ['P1M10D', {}, { unit: 'days', amount: 41 }],
    ['P5WD', {}, { unit: 'workingDays', amount: 5 }],
    ['P4WH', {}, { unit: 'workingMs', amount: 14_400_000 }],
    ['end of day', {}, { unit: 'ms', amount: 14 * 3_600_000 }],
  ] as const)('%s with %j counts %j in all', (text, policy, counted) => {
    expect(explanationOf(text, '2026-10-09T10:00', policy).counted).toEqual(counted);
  });

  it.each([
    ['P1M', { unit: 'months', amount: 1 }],
    ['P7D', { unit: 'days', amount: 7 }],
    ['P1M5D', { unit: 'days', amount: 35 }],
    ['P2WD', { unit: 'workingDays', amount: 2 }],
  ])('%s counted back counts %j', (by, counted) => {
    expect(before('2026-10-09', parseDue(by), office).explanation.counted).toEqual(counted);
  });

  it('the stretches join without gap from start to due, and what counted adds up to the limit', () => {
    const specs = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((n) => `P${n}WD`),
      fc.integer({ min: 1, max: 900 }).map((n) => `P${n}WH`),
      fc.integer({ min: 1, max: 200 }).map((n) => `P${n}D`),
      fc.integer({ min: 1, max: 500 }).map((n) => `PT${n}H`),
    );
    const starts = fc.integer({ min: Date.UTC(2024, 0, 5) / 60_000, max: Date.UTC(2026, 5, 1) / 60_000 }).map((minute) => new Date(minute * 60_000).toISOString());
    fc.assert(
      fc.property(specs, starts, fc.constantFrom<DuePolicy>({}, { firstDay: 'included' }), (text, start, policy) => {
        const { at, explanation } = dueAt(parseDue(text), start, office, policy);
        const { segments, counted } = explanation;
        if (policy.firstDay === undefined) expect(segments[0]!.from).toBe(start);
        expect(segments[segments.length - 1]!.to).toBe(at);
        segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]!.to));
        expect(segments.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(counted.amount);
        expect(segments.length).toBeLessThan(300);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('stays short over ten years, the middle in sum', () => {
    const explanation = explanationOf('P10000WH', '2015-01-05T08:30');
    expect(explanation.segments.length).toBeLessThan(300);
    expect(explanation.segments.some(({ reason }) => reason === 'summary')).toBe(true);
    expect(explanation.segments.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(10_000 * 3_600_000);
  });
});
