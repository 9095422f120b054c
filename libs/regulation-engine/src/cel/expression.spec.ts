import { compileCalendar } from '@huiyin/deadline-rules';
import { compileExpression, EvaluationFault } from './expression.ts';
import type { EvaluationScope } from './expression.ts';
import { runEnvironment } from './run-environment.ts';
import type { EvaluationSeat } from './run-environment.ts';
import { plain } from './plain.ts';

const calendar = compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const seat: EvaluationSeat = { functions: undefined, pack: '' };
const environment = runEnvironment(calendar, seat);
const people: EvaluationScope['functions'] = {
  rankOf: () => 3, departmentOf: () => 'service', superiorOf: () => 'DM1', leaderOf: () => null, holdsPost: (_, party) => party === 'clerk', holdersOf: () => ['C1', 'C2'],
};
const scope: EvaluationScope = {
  names: {
    matter: { price: 5n, ratio: 0.35, team: null, room: '1203', request: null, lines: [{ n: 1n }, { n: null }], at: '2026-10-09T04:00:00.000Z', day: '2026-10-09' },
    line: null, now: '2026-10-10T16:00:00.000Z', actor: 'C1', facts: {}, act: null, after: null, event: null, values: null, it: null, key: null, value: null, starter: null,
  },
  valuesOf: () => ({ close: '17:30', most: '94.9%', low: 0.35, short: 'PT30M', many: 3n }),
  functions: people,
};
const words = { close: '<=', most: '>=', low: '>=', short: '<=', many: '>' } as const;
const evaluate = (source: string): unknown => plain(compileExpression(source, 'p1', environment, seat, (name) => words[name as 'low']).evaluate(scope));

describe('expressions at run time', () => {
  it.each([
    ['matter.price * matter.ratio', 1.75],
    ['209999 * 0.03', 6299.97],
    ['1 + 0.1 - 1', 0.1],
    ['0.35 * 12.35', 4.3225],
    ['0.35 * 12.3', 4.305],
    ['values.low * 12.35 + 0.1 + 0.2', 4.6225],
    ['0.3 / 0.1', 3],
    ['1.1 * 1.1 - 0.21', 1],
    ['1 / 0.3 * 0.3 > 0.99', true],
    ["matter.room + '!'", '1203!'],
    ['[1] + [0]', [1, 0]],
    ['sum([0.1, 0.2])', 0.3],
    ['mean([0.1, 0.2, 0.3])', 0.2],
    ['ratio(0.3, 0.1)', 3],
    ['0.6 + 0.3 + 0.1 == 1.0', true],
    ['sum([0.6, 0.3, 0.1]) == 1.0', true],
    ['holds(ratio(949, 1000), values.most)', true],
    ['matter.price / 2', 2],
    ['-matter.price', -5],
    ['has(matter.team)', false],
    ['has(matter.request.signedAt)', false],
    ['has(line.verified)', false],
    ["matter.team == null && matter.team != 'x'", true],
    ["matter.team in ['a', 'b']", false],
    ["has(matter.team) && matter.team.size() > 0", false],
    ["matter.team == 'x' || matter.price == 5", true],
    ['matter.lines.exists(l, l.n == 1)', true],
    ["[1, 0].all(n, n >= 0)", true],
    ['[1, 0].exists_one(n, n == 1)', true],
    ['holds(matter.ratio, values.low)', true],
    ['holds(workingBetween(matter.at, now), values.short)', false],
    ['ratio(1, matter.price)', 0.2],
    ['sum([1, matter.price])', 6],
    ['min(1, 0) + max([1, matter.price])', 5],
    ['mean([1, 0])', 0.5],
    ["distinct(['a', 'a', 'b'])", ['a', 'b']],
    ['daysBetween(matter.at, now)', 2],
    ['dateOf(now)', '2026-10-11'],
    ['timeOf(matter.at)', '12:00'],
    ["timeOf('2026-10-09T09:30:05.000Z')", '17:30:05'],
    ["timeOf('2026-10-09T09:30:05.000Z') > '17:30'", true],
    ['holds(timeOf(matter.at), values.close)', true],
    ["holds(timeOf('2026-10-09T09:30:01.000Z'), values.close)", false],
    ["instantOf(matter.day, '17:30')", '2026-10-09T09:30:00.000Z'],
    ['instantOf(dateOf(matter.at), timeOf(matter.at)) == matter.at', true],
    ["endOf('day', matter.at)", '2026-10-09T16:00:00.000Z'],
    ["addTo(matter.at, 'PT1H')", '2026-10-09T05:00:00.000Z'],
    ["addTo(matter.day, 'P1M')", '2026-11-09'],
    ["isWorkingDay('2026-10-10')", true],
    ["isWorkingDay('2026-10-11')", false],
    ["daysOf('2026-09-30', '2026-10-02')", ['2026-09-30', '2026-10-01', '2026-10-02']],
    ["daysOf('2026-10-02', '2026-09-30')", []],
    ["daysOff('2026-09-30', '2026-10-02')", ['2026-10-01', '2026-10-02']],
    ["size(daysOf('2026-07-01', '2026-08-31'))", 62],
    ["matter.lines.map(l, {'n': l.n, 'team': matter.team})", [{ n: 1, team: null }, { n: null, team: null }]],
    ["is(actor, 'clerk')", true],
    ["actor in inRole('clerk')", true],
    ['superiorOf(actor)', 'DM1'],
  ])('%s gives %j', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  it.each([
    ['a fault on the left of && with false on the right', 'matter.team > 1 && false'],
    ['a fault on the left of || with true on the right', 'matter.team > 1 || true'],
    ['a fault in one member of exists', 'matter.lines.exists(l, l.n > 0)'],
    ['a fault in one member of all', 'matter.lines.all(l, l.n > 1)'],
    ['a name that is not there', 'matter.typo == 1'],
    ['a misspelt path in has()', 'has(matter.typo)'],
    ['a day of a year whose holidays are not published', "isWorkingDay('2031-10-10')"],
    ['days off that reach into such a year', "daysOff('2030-12-31', '2031-01-01') == []"],
    ['more days than a list of dates may have', "daysOf('2026-07-01', '2026-09-01') == []"],
    ['a date that does not exist', "isWorkingDay('2026-02-30')"],
    ['an absent date', 'isWorkingDay(matter.team)'],
    ['a comparison with an absent value', 'matter.team < 1'],
    ['division by zero', '1 / 0 == 1'],
    ['division of a decimal by zero', '0.1 / 0.0 == 1.0'],
    ['an int that does not fit', '9223372036854775807 + 1 > 0'],
    ['a text and a figure', 'matter.room + 1 == matter.room'],
    ['a figure of nothing', 'matter.team * 1 == 0'],
    ['a ratio by zero', 'ratio(1, 0)'],
    ['an extreme over nothing', 'min([])'],
    ['a time of no day', "instantOf(matter.team, '17:30')"],
    ['a time that is none', "instantOf(matter.day, 'noon')"],
  ])('lets out %s', (_, source) => {
    expect(() => evaluate(source)).toThrow(EvaluationFault);
  });

  it('refuses a test that gives no bool', () => {
    expect(() => compileExpression('matter.price', 'p1', environment, seat, () => undefined).test(scope)).toThrow('gives bigint');
  });

  it('tells what it reads, without the variables of comprehensions', () => {
    expect(compileExpression('matter.lines.exists(l, l.n == matter.price) && has(act.x)', 'p1', environment, seat, () => undefined).reads).toEqual(['matter.lines', 'matter.price', 'act.x']);
  });
});
