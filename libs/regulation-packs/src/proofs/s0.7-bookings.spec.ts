import { performTogether } from '@huiyin/regulation-engine';
import { Bar } from './s0.7-bar.ts';

const { instant } = Bar;

describe('S0.7, bookings', () => {
  it.each([
    ['20:45:00', 'seated'],
    ['20:45:01', 'void'],
  ])('row 2, R23: called at %s, arrived at 20:55:00: %s', (call, state) => {
    const bar = new Bar().clock(`03-03T${call}`);
    const booking = bar.book();
    bar.clock('03-03T20:55').arrive(booking);
    expect(bar.matter(booking)).toMatchObject({ state, number: 'DT20260303-001' });
  });

  it('row 2, R11: what stands in the back bar’s list alone is no booking', () => {
    const bar = new Bar().clock('03-03T20:30');
    expect(bar.refused('BB', 'booking', 'book', bar.paper())).toEqual(['s0.7/11 notAllowed']);
    bar.act('BB', 'backBarLine', 'note', { manager: 'A', table: 'T9' });
    expect(bar.view('RC', 'register')).toMatchObject({ ok: true, rows: [] });
    expect(bar.view('DM', 'backBarList')).toMatchObject({ ok: true, rows: [{ table: 'T9' }] });
  });

  it.each(['guestName', 'guestPhone', 'headcount'])('row 3, R24: without %s it is refused, the field named', (field) => {
    const bar = new Bar().clock('03-03T20:30');
    const { [field]: _, ...paper } = bar.paper({ manager: 'B' });
    expect(bar.try('RC', 'booking', 'book', paper).refusals).toMatchObject([{ code: 'required', field, citation: { rule: 's0.7/24' } }]);
  });

  it('row 3, R24: found false it is void and costs 50', () => {
    const bar = new Bar().clock('03-03T20:30');
    const booking = bar.book({ manager: 'B' });
    expect(bar.refused('A', 'booking', 'findFalse', { evidence: 'call' }, booking)).toEqual(['s0.7/24 notAllowed']);
    bar.act('RC', 'booking', 'findFalse', { evidence: 'nobody answers there' }, booking);
    expect(bar.matter(booking).state).toBe('void');
    expect([bar.points('B'), bar.tickets('B')]).toEqual([-50, 1]);
    expect(bar.entries('points', 'B')[0]?.citation.rule).toBe('s0.7/24');
  });

  it('row 3, R25: a friend’s table needs his name and telephone; what does not match is void and costs nothing', () => {
    const bar = new Bar().clock('03-03T20:30');
    expect(bar.refused('RC', 'booking', 'book', bar.paper({ forFriend: true, friendName: 'X' }))).toEqual(['s0.7/25 friendMissing']);
    const friend = { manager: 'B', forFriend: true, friendName: 'X', friendPhone: '138' };
    const wrong = bar.book(friend);
    const right = bar.book(friend);
    bar.clock('03-03T21:00').arrive(wrong, { saidName: 'X', saidPhone: '137' });
    bar.arrive(right, { saidName: 'X', saidPhone: '138' });
    expect([bar.matter(wrong).state, bar.matter(right).state, bar.points('B')]).toEqual(['void', 'seated', 0]);
  });

  it('row 4, R23, R26, R27: second bookings are made at reception; who comes first sits; a no-show is one cancellation', () => {
    const bar = new Bar().clock('03-03T20:40');
    const second = { round: 'second', channel: 'inPerson', table: 'K1', arrivesAt: instant('03-03T21:30') };
    expect(bar.refused('RC', 'booking', 'book', bar.paper({ ...second, manager: 'C', channel: 'phone' }))).toEqual(['s0.7/26 secondInPerson']);
    expect(bar.refused('RC', 'booking', 'book', bar.paper({ ...second, arrivesAt: null }))).toEqual(['s0.7/26 arrivalMissing']);
    bar.clock('03-03T20:50');
    const c = bar.book({ ...second, manager: 'C' });
    const a = bar.book({ ...second, manager: 'A' });
    const noShow = bar.book({ ...second, manager: 'C', table: 'K2' });
    const b = bar.book({ ...second, manager: 'B', table: 'K3' });
    bar.clock('03-03T20:59:59').arrive(b);
    bar.clock('03-03T21:20').arrive(c);
    bar.clock('03-03T21:25').arrive(a);
    bar.clock('03-03T21:30');
    expect(bar.matter(noShow).state).toBe('booked');
    bar.clock('03-03T21:31');
    expect([c, a, noShow, b].map((booking) => bar.matter(booking).state)).toEqual(['seated', 'displaced', 'cancelled', 'void']);
    expect(bar.matter(noShow).did['noShow']).toMatchObject({ by: 'system', times: 1 });
  });

  it.each([
    ['small', '21:00', 's0.7/28'],
    ['halfBooth', '21:30', 's0.7/29'],
    ['booth', '22:00', 's0.7/30'],
  ])('row 5, R28–R30: a %s is held until %s:00; a second later it is cancelled, once, and the table free', (seat, until, rule) => {
    const bar = new Bar().clock('03-04T20:10');
    const [kept, lost] = [bar.book({ seat }), bar.book({ seat })];
    expect(bar.matter(kept).reasons['holdUntil']?.citation.rule).toBe(rule);
    expect(bar.next(kept)).toMatchObject({ owner: 'A', act: 'arrive', dueAt: instant(`03-04T${until}`) });
    bar.clock(`03-04T${until}`).arrive(kept);
    expect(bar.matter(kept).state).toBe('seated');
    expect(bar.matter(kept).steps[0]).toMatchObject({ name: 'hold', verdict: 'met', marginMs: 0 });
    expect(bar.next(kept)).toMatchObject({ act: 'bill', owner: 'CA' });
    bar.clock(`03-04T${until}:01`);
    expect(bar.matter(lost)).toMatchObject({ state: 'cancelled', final: true, steps: [{ verdict: 'missed' }] });
    expect(bar.refused('RC', 'booking', 'arrive', {}, lost)).toEqual(['s0.7/27 wrongState']);
  });

  it('row 5: booked after midnight for the evening to come, it is held until that evening’s hour', () => {
    const bar = new Bar().clock('03-04T00:30');
    expect(bar.next(bar.book({ seat: 'small' }))).toMatchObject({ dueAt: instant('03-04T21:00') });
  });

  it('row 6, R31, R32: extended by the department manager’s signature, once, for a reason, by ten minutes at most, one table a day', () => {
    const bar = new Bar().clock('03-04T21:50');
    const [t8, t9, other] = [bar.book({ table: 'T8' }), bar.book({ table: 'T9' }), bar.book({ manager: 'B' })];
    const extend = (by: string, duration: string, booking: string, reason?: string): readonly string[] => bar.refused(by, 'booking', 'extendHold', { duration, ...(reason !== undefined && { reason }) }, booking);
    expect(extend('DM', 'PT10M', t8)).toEqual(['s0.7/31 reasonMissing']);
    expect(extend('DM', 'PT11M', t8, 'traffic')).toEqual(['s0.7/31 extensionTooLong']);
    expect(extend('RC', 'PT10M', other, 'traffic')).toEqual(['s0.7/31 notAllowed']);
    expect(extend('DM', 'PT10M', t8, 'traffic')).toEqual([]);
    expect(bar.next(t8)).toMatchObject({ dueAt: instant('03-04T22:10') });
    expect(extend('DM', 'PT1M', t8, 'traffic')).toEqual(['s0.7/31 extendedBefore', 's0.7/32 oneTableADay']);
    expect(extend('DM', 'PT10M', t9, 'traffic')).toEqual(['s0.7/32 oneTableADay']);
    expect(extend('DM', 'PT10M', other, 'traffic')).toEqual([]);
    bar.clock('03-04T22:10').arrive(t8);
    expect(bar.matter(t8).state).toBe('seated');
    expect(bar.clock('03-04T22:10:01').matter(other).state).toBe('cancelled');
    const next = bar.clock('03-05T21:50').book({ table: 'T8' });
    expect(extend('DM', 'PT10M', next, 'traffic')).toEqual([]);
  });

  it('row 6, R31: after the hour nothing is extended', () => {
    const bar = new Bar().clock('03-04T20:50');
    const table = bar.book({ seat: 'small' });
    expect(bar.clock('03-04T21:00:01').refused('DM', 'booking', 'extendHold', { duration: 'PT10M', reason: 'x' }, table)).toEqual(['s0.7/31 wrongState', 's0.7/31 nothingToExtend']);
  });

  it.each([[true, 68000], [false, 0]])('row 8, R39–R41: borrowed at nine and announced the seat is held to ten; business suffered %s: owes %d fen', (loss, owed) => {
    const bar = new Bar().clock('03-05T20:10');
    const booking = bar.book();
    const drinks = [{ item: 'whisky', price: 48000 }, { item: 'beer', price: 20000 }];
    bar.clock('03-05T20:59:59');
    expect(bar.refused('A', 'booking', 'borrow', { toldGuest: true, drinks }, booking)).toEqual(['s0.7/39 notBeforeNine']);
    bar.clock('03-05T21:00');
    expect(bar.refused('A', 'booking', 'borrow', { toldGuest: false, drinks }, booking)).toEqual(['s0.7/39 guestNotTold']);
    expect(bar.refused('B', 'booking', 'borrow', { toldGuest: true, drinks }, booking)).toEqual(['s0.7/39 notAllowed']);
    bar.act('A', 'booking', 'borrow', { toldGuest: true, drinks }, booking);
    expect(bar.next(booking)).toMatchObject({ act: 'arrive', dueAt: instant('03-05T22:00') });
    expect(bar.refused('A', 'booking', 'returnDrinks', {}, booking)).toEqual(['s0.7/40 borrowedDrinksStay']);
    bar.act('A', 'booking', 'exchange', { drinks: [{ item: 'cognac', price: 68000 }] }, booking);
    bar.clock('03-05T22:00:01');
    expect(bar.matter(booking)).toMatchObject({ state: 'lossToJudge', owner: 'DM' });
    expect(bar.refused('A', 'booking', 'judgeLoss', { loss: false }, booking)).toEqual(['s0.7/41 notAllowed']);
    bar.act('DM', 'booking', 'judgeLoss', { loss }, booking);
    expect(bar.entries('money', 'A').reduce((sum, { amount }) => sum + amount, 0)).toBe(owed);
    expect([bar.points('A'), bar.tickets('A')]).toEqual([0, 0]);
  });

  it('row 8, R39: a small table is borrowed at nine sharp and held to ten too', () => {
    const bar = new Bar().clock('03-05T20:10');
    const booking = bar.book({ seat: 'small' });
    bar.clock('03-05T21:00').act('A', 'booking', 'borrow', { toldGuest: true, drinks: [{ item: 'beer', price: 20000 }] }, booking);
    bar.clock('03-05T22:00').arrive(booking);
    expect(bar.matter(booking).state).toBe('seated');
  });

  it('row 13, R38: tables are swapped when all are told and the other agrees, both or none', () => {
    const bar = new Bar().clock('03-10T20:30');
    const [mine, theirs] = [bar.book({ manager: 'A', table: 'T1' }), bar.book({ manager: 'B', table: 'T2' })];
    expect(bar.refused('A', 'tableSwap', 'propose', { mine, theirs, told: ['otherParty', 'reception'] })).toEqual(['s0.7/38 allMustBeTold']);
    const swap = bar.act('A', 'tableSwap', 'propose', { mine, theirs, told: ['otherParty', 'reception', 'waiter'] });
    expect(bar.matter(swap).owner).toBe('B');
    const agree = (by: string) => performTogether([{ policy: bar.policy, matter: bar.matter(swap), kind: 'tableSwap', command: { act: 'agree', input: {}, actor: { id: by, kind: 'staff', name: by, roles: ['account-manager'] } } }], bar.facts(), bar.now);
    expect(agree('A')).toMatchObject({ ok: false, refusals: [{ code: 'notAllowed', citation: { rule: 's0.7/38' } }] });
    expect(agree('B')).toMatchObject({ ok: true, outcomes: [{ matter: { state: 'done' } }, { matter: { facts: { table: 'T2' } } }, { matter: { facts: { table: 'T1' } } }] });
  });

  it('row 13, R42: sheets that agree are done; a difference is the department manager’s to settle', () => {
    const bar = new Bar().clock('03-10T23:30');
    const agreed = bar.act('RC', 'sheetCheck', 'compare', { manager: 'A', ownTables: 5, receptionTables: 5 });
    const differs = bar.act('A', 'sheetCheck', 'compare', { manager: 'A', ownTables: 6, receptionTables: 5 });
    expect([bar.matter(agreed).state, bar.matter(differs).state, bar.matter(differs).owner]).toEqual(['agreed', 'differs', 'DM']);
    expect(bar.refused('A', 'sheetCheck', 'settle', { finding: '6' }, differs)).toEqual(['s0.7/42 notAllowed']);
  });
});

describe('S0.7, reports to superiors', () => {
  it.each([
    ['R15', 'guestChange', '03-10T22:00', '03-11T01:00', 'met', 0, ['DM']],
    ['R15', 'guestChange', '03-10T22:00', '03-11T20:05', 'missed', -(19 * 60 + 5) * 60_000, ['DM']],
    ['R17', 'danger', '03-10T22:20', '03-10T22:35', 'met', 0, ['DM', 'SG']],
    ['R17', 'danger', '03-10T22:20', '03-10T22:40', 'missed', -5 * 60_000, ['DM', 'SG']],
    ['R18', 'officials', '03-10T23:00', '03-10T23:10', 'met', 5 * 60_000, ['DM']],
    ['R18', 'officials', '03-10T23:00', '03-10T23:16', 'missed', -60_000, ['DM']],
  ])('row 14, %s: %s learned at %s and reported at %s is %s by %d ms', (rule, about, learned, reported, verdict, marginMs, told) => {
    const bar = new Bar().clock(reported);
    const report = bar.act('A', 'staffReport', 'file', { about, learnedAt: instant(learned), ...(about === 'officials' && { help: 'showed the way' }) });
    expect(bar.matter(report).steps[0]).toMatchObject({ verdict, open: false, marginMs, startedAt: instant(learned), citation: { rule: `s0.7/${rule.slice(1)}` } });
    expect(bar.toldAbout(report, `s0.7/${rule.slice(1)}`)).toEqual(expect.arrayContaining(told));
    expect(bar.matter(report).owner).toBe('DM');
  });

  it('row 14: a report of what is yet to come is refused', () => {
    const bar = new Bar().clock('03-10T22:00');
    expect(bar.refused('A', 'staffReport', 'file', { about: 'danger', learnedAt: instant('03-10T22:01') })).not.toEqual([]);
  });
});
