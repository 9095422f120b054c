import { lintPack } from '../lint/lint-pack.ts';
import { Bar, proof } from './s0.7-bar.ts';

const { instant } = Bar;
const all = ['A', 'B', 'C', 'D', 'E', 'F', 'N'];

describe('S0.7, what is owed per night, week and month', () => {
  it('the pack is sound: every rule of the card carried, every cited word found', () => {
    expect(lintPack(proof)).toEqual([]);
  });

  it.each([
    ['20:14:59', 'inTime', 0, 0],
    ['20:15:00', 'late', -3, 1],
    ['20:29:59', 'late', -3, 1],
    ['20:30:00', 'veryLate', -10, 1],
  ])('row 1, R1–R3: signed in at %s is %s, %d points, %d tickets', (time, lateness, points, tickets) => {
    const bar = new Bar().clock('03-02T20:00');
    const duty = bar.owe('signIn', ['A'])['A']!;
    expect(bar.next(duty)).toMatchObject({ act: 'signIn', owner: 'A', dueAt: instant('03-03T01:00'), citation: { rule: 's0.7/1' } });
    bar.clock(`03-02T${time}`).act('A', 'nightDuty', 'signIn', {}, duty);
    expect(bar.matter(duty)).toMatchObject({ state: 'kept', facts: { lateness } });
    expect(bar.matter(duty).steps[0]).toMatchObject({ verdict: 'met', marginMs: Date.parse(instant('03-03T01:00')) - Date.parse(instant(`03-02T${time}`)) });
    expect([bar.points('A'), bar.tickets('A')]).toEqual([points, tickets]);
    if (points < 0) expect(bar.entries('points', 'A')[0]).toMatchObject({ at: '2026-03-02' });
  });

  it('row 1, R4: nobody signs for E; never signed in is missed at 01:00 and counts for the night that ended', () => {
    const bar = new Bar().clock('03-02T20:00');
    const duty = bar.owe('signIn', ['E'])['E']!;
    expect(bar.refused('A', 'nightDuty', 'signIn', {}, duty)).toEqual(['s0.7/1 notAllowed']);
    bar.clock('03-03T00:59:59');
    expect(bar.points('E')).toBe(0);
    bar.clock('03-03T01:00');
    expect(bar.matter(duty)).toMatchObject({ state: 'notKept', final: true });
    expect(bar.entries('points', 'E')).toMatchObject([{ amount: -2, at: '2026-03-02' }]);
    expect(bar.tickets('E')).toBe(1);
  });

  it.each([
    ['A', '21:30:00', 0, 'met'],
    ['B', '21:30:01', -3, 'missed'],
    ['D', undefined, -3, 'missed'],
  ])('row 7, R21: the first table of %s at %s gives %d points and no ticket', (person, time, points, verdict) => {
    const bar = new Bar().clock('03-05T20:00');
    const duty = bar.owe('warmUp', [person])[person]!;
    expect(bar.next(duty)).toMatchObject({ owner: person, dueAt: instant('03-05T21:30') });
    if (time !== undefined) bar.seated(`03-05T${time}`, { manager: person });
    bar.clock('03-06T01:00');
    expect(bar.matter(duty).steps[0]).toMatchObject({ verdict });
    expect([bar.points(person), bar.tickets(person)]).toEqual([points, 0]);
    expect(bar.entries('points', person).map(({ citation }) => citation.rule)).toEqual(points === 0 ? [] : ['s0.7/21']);
  });

  it('row 7, R21: a table that is not seated is no warm-up table', () => {
    const bar = new Bar().clock('03-05T20:00');
    bar.owe('warmUp', ['A']);
    bar.book({ manager: 'A' });
    expect(bar.clock('03-06T01:00').points('A')).toBe(-3);
  });

  it('rows 18 and 20, R22: who joined in March owes no warm-up and no new tables in March, and both from the first night of April', () => {
    const bar = new Bar().clock('03-20T20:00');
    expect(Object.keys(bar.owe('warmUp', all))).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(Object.keys(bar.owe('newTables', all))).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    bar.clock('04-01T00:59:59');
    expect(bar.owe('warmUp', ['N'])).toEqual({});
    bar.clock('04-01T20:10');
    expect(Object.keys(bar.owe('newTables', ['N']))).toEqual(['N']);
    expect(Object.keys(bar.owe('warmUp', ['N']))).toEqual(['N']);
    expect(bar.clock('04-02T01:00').points('N')).toBe(-3);
  });

  it('row 18, R20: each table missing of eight new customers’ costs 3 at 04-01 01:00, counted for March', () => {
    const bar = new Bar().clock('03-02T20:00');
    const duties = bar.owe('newTables', ['A', 'B']);
    for (let count = 0; count < 8; count += 1) {
      bar.seated(`03-${String(10 + count)}T22:00`, { manager: 'A' }, { newCustomer: true });
      if (count < 7) bar.seated(`03-${String(10 + count)}T22:30`, { manager: 'B' }, { newCustomer: true });
    }
    bar.seated('03-20T22:00', { manager: 'B' }, { newCustomer: false });
    expect(bar.matter(duties['B']!).facts).toMatchObject({ met: 7, missing: 1 });
    bar.clock('04-01T00:59:59');
    expect(bar.points('B')).toBe(0);
    bar.clock('04-01T01:00');
    expect([bar.points('A'), bar.points('B'), bar.tickets('B')]).toEqual([0, -3, 0]);
    expect(bar.entries('points', 'B')[0]!.at < instant('04-01T01:00')).toBe(true);
  });

  it.each([
    ['A', 10, 0, 0, 0],
    ['B', 11, 0, 0, -1],
    ['C', 0, 5, 0, 0],
    ['D', 0, 6, 0, -2],
    ['F', 12, 7, 9, -6],
  ])('row 12, R34, R35: %s with %d small tables, %d booths, %d half booths cancelled in the week: %s points', (person, small, booths, halves, points) => {
    const bar = new Bar();
    for (let night = 2; night <= 8; night += 1) {
      bar.clock(`03-0${String(night)}T20:00`);
      for (const [seat, count] of [['small', small], ['booth', booths], ['halfBooth', halves]] as const) {
        for (let at = night - 2; at < count; at += 7) bar.book({ manager: person, seat });
      }
    }
    bar.clock('03-09T01:00');
    bar.owe('weeks', [person]);
    expect([bar.points(person), bar.tickets(person)]).toEqual([points, 0]);
  });

  it('row 12, R34: a table cancelled on the Monday before counts for its own week', () => {
    const bar = new Bar().clock('03-02T00:30');
    for (let count = 0; count < 11; count += 1) bar.book({ manager: 'A', seat: 'small' });
    bar.clock('03-09T01:00').owe('weeks', ['A']);
    expect(bar.points('A')).toBe(0);
  });

  it('row 13, R14: what is not ticked on the checklist is listed as open and costs nothing', () => {
    const bar = new Bar().clock('03-10T20:00');
    const duty = bar.owe('signIn', ['A'])['A']!;
    bar.clock('03-10T20:05').act('A', 'nightDuty', 'signIn', {}, duty);
    for (const line of ['drinks', 'snacks', 'culture', 'mood']) bar.act('DM', 'nightDuty', 'tickGuestCare', { ok: true }, duty, { line });
    bar.act('DM', 'nightDuty', 'tickGuestCare', { ok: false }, duty, { line: 'seeOff' });
    expect(bar.matter(duty).facts['guestCareScore']).toBe(4);
    expect(bar.points('A')).toBe(0);
    expect(bar.refused('A', 'nightDuty', 'tickGuestCare', { ok: true }, duty, { line: 'seeOff' })).toEqual(['s0.7/14 notAllowed']);
  });
});
