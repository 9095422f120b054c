import { Bar } from './s0.7-bar.ts';

const managers = ['A', 'B', 'C', 'D', 'E', 'F'];
const everyone = [...managers, 'N'];

/** Rows 1 to 18 of the card as they touch points, in one month; whoever is not named keeps every rule, so nothing is opened for him. */
function march(): Bar {
  const bar = new Bar().clock('03-02T20:00');
  const nights = bar.owe('signIn', ['A', 'B', 'C', 'D', 'E']);
  bar.owe('newTables', everyone);
  for (const [person, time] of [['A', '20:14:59'], ['B', '20:15:00'], ['C', '20:29:59'], ['D', '20:30:00']] as const) bar.clock(`03-02T${time}`).act(person, 'nightDuty', 'signIn', {}, nights[person]);
  bar.clock('03-03T20:30').act('RC', 'booking', 'findFalse', { evidence: 'nobody answers' }, bar.book({ manager: 'B' }));
  bar.clock('03-05T20:00').owe('warmUp', ['A', 'B', 'D']);
  bar.seated('03-05T21:30', { manager: 'A' });
  bar.seated('03-05T21:30:01', { manager: 'B' });
  bar.clock('03-06T23:00');
  bar.incident('snatching', ['A', 'B'], 20, '03-06T22:00');
  bar.incident('soliciting', ['C'], 50, '03-06T22:00');
  bar.incident('colluding', ['D'], 20, '03-06T22:00');
  bar.clock('03-07T23:00');
  for (const [offence, points] of [['offLimits', 10], ['dressOrSmell', 5], ['guestComplaint', 10], ['tipsOrPrivate', 20]] as const) bar.incident(offence, ['E'], points, '03-07T22:00');
  bar.incident('cashHold', ['F'], 20, '03-07T22:00');
  bar.incident('quarrel', ['F'], 10, '03-07T22:00');
  bar.act('DM', 'incident', 'confirm', {}, bar.incident('clique', ['F'], 30, '03-07T22:00'));
  for (const night of ['03-07T22:30', '03-08T22:30']) bar.clock(night).act('DM', 'incident', 'confirm', {}, bar.incident('cardsToOneTable', ['D', 'F'], 30, night, { table: '12' }));
  bar.clock('03-08T20:00');
  for (const [manager, seat, count] of [['A', 'small', 10], ['B', 'small', 11], ['C', 'booth', 5], ['D', 'booth', 6], ['F', 'small', 12], ['F', 'booth', 7], ['F', 'halfBooth', 9]] as const) {
    for (let at = 0; at < count; at += 1) bar.book({ manager, seat });
  }
  bar.clock('03-09T01:00').owe('weeks', everyone);
  for (const manager of managers) {
    for (let at = 0; at < (manager === 'B' ? 7 : 8); at += 1) bar.seated(`03-${String(14 + at)}T22:00`, { manager }, { newCustomer: true });
  }
  bar.clock('03-31T23:00').act('DM', 'incident', 'takeBack', { reason: 'mistaken' }, bar.incident('dressOrSmell', ['N'], 5, '03-12T21:00'));
  bar.clock('04-01T00:40').incident('quarrel', ['N'], 10, '04-01T00:30');
  return bar.clock('04-01T02:00');
}

describe('S0.7, March as a whole', () => {
  const bar = march();

  it('row 19: points and tickets of the month', () => {
    expect(Object.fromEntries(everyone.map((person) => [person, [bar.points(person), bar.tickets(person)]]))).toEqual({ A: [-20, 1], B: [-80, 3], C: [-53, 2], D: [-95, 4], E: [-47, 5], F: [-126, 5], N: [-10, 1] });
  });

  it('rows 10, 11, 19: five tickets and second verified offences have asked the department manager, nobody else was judged', () => {
    expect(bar.decisions()).toEqual(['D s0.7/8', 'E s0.7/19', 'F s0.7/19', 'F s0.7/8']);
  });

  it('row 19: every entry says its clause, its evidence and a date of March', () => {
    const entries = everyone.flatMap((person) => bar.entries('points', person));
    expect(entries.every(({ citation, evidence }) => citation.clause !== undefined && evidence !== undefined)).toBe(true);
    expect(entries.every(({ at }) => at.startsWith('2026-03') && at < Bar.instant('04-01T01:00'))).toBe(true);
  });

  it('nothing is without owner or next step, and no act of the system was refused', () => {
    expect(bar.ownerless()).toEqual([]);
    expect(bar.refusedEffects).toEqual([]);
  });
});
