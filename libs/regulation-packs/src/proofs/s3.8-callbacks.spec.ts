import { CallbackHouse } from './callback-house.ts';
import { local } from './proof-policy.ts';

const HOUR = 3_600_000;
const dues = (...texts: readonly string[]) => texts.map((text) => local(text));

/** Rows 4 and 5: buyer A's file made on time, non-buyer B's a day late; both with the doctor on 09-28. */
function activityOver(): { house: CallbackHouse; a: string; b: string } {
  const house = new CallbackHouse().clock('09-26T17:00');
  const activity = house.activity('09-26T17:30');
  const [a, b] = [house.opened('R1', 'A', activity), house.opened('R1', 'B', activity)];
  house.clock('09-26T18:00').do('R1', 'finish', CallbackHouse.written(true), a);
  house.clock('09-27T09:00').do('R1', 'finish', CallbackHouse.written(false), b);
  house.clock('09-27T23:59').do('R1', 'handIn', {}, a);
  house.clock('09-28T00:01').do('R1', 'handIn', {}, b);
  house.do('SM', 'passOn', {}, a);
  house.do('SM', 'passOn', {}, b);
  return { house, a, b };
}

describe('S3.8, callbacks of reps and doctor', () => {
  it('row 4, R17–R20: a file is whole, made on the day of the activity, and there once', () => {
    const house = new CallbackHouse().clock('09-26T17:00');
    const activity = house.activity('09-26T17:30');
    const [a, b] = [house.opened('R1', 'A', activity), house.opened('R1', 'B', activity)];
    const { health: _, ...blank } = CallbackHouse.written(true);
    expect(house.clock('09-26T18:00').no('R1', 'finish', blank, a)).toEqual(['20 required health']);
    house.do('R1', 'finish', CallbackHouse.written(true), a);
    expect(house.step(a, 'finish')).toMatchObject({ verdict: 'met', dueAt: local('09-27T00:00'), citation: { rule: 's3.8/19' } });
    house.clock('09-26T23:59:59.999');
    expect(house.toldAbout(b, 's3.8/19')).toEqual([]);
    house.clock('09-27T00:00');
    expect(house.toldAbout(b, 's3.8/19')).toContain('SM');
    house.clock('09-27T09:00').do('R1', 'finish', CallbackHouse.written(false), b);
    expect(house.step(b, 'finish')).toMatchObject({ verdict: 'missed', marginMs: -9 * HOUR });
    expect(house.never('R1', 'customerFile', 'create', { customer: 'A', activity })).toEqual(['17 fileExists']);
  });

  it('row 5, R21, R22: handed in by the end of the next day, a minute later is missed; the doctor keeps it', () => {
    const { house, a, b } = activityOver();
    expect(house.step(a, 'handIn')).toMatchObject({ dueAt: local('09-28T00:00'), verdict: 'met', marginMs: 60_000, citation: { rule: 's3.8/21' } });
    expect(house.step(b, 'handIn')).toMatchObject({ dueAt: local('09-28T00:00'), verdict: 'missed', marginMs: -60_000 });
    expect(house.matter(a)).toMatchObject({ state: 'kept', facts: { doctor: 'D1' } });
  });

  it('row 6, R13, R23–R25, R27, R28, R31, R32: each plan has its own dues from the making of the file; a non-buyer has none with the doctor', () => {
    const { house, a, b } = activityOver();
    expect(house.members(house.plan(a, 'repBuyer'), 'repBuyer').map(([due]) => due)).toEqual(dues('09-30T00:00', '10-27T00:00', '11-26T00:00'));
    expect(house.members(house.plan(a, 'doctorBuyer'), 'doctorBuyer').map(([due]) => due)).toEqual(dues('10-12T00:00', '10-27T00:00', '11-26T00:00'));
    expect(house.members(house.plan(b, 'repOther'), 'repOther').map(([due]) => due)).toEqual(dues('10-01T00:00', '10-13T00:00'));
    expect(house.all('callbackPlan')).toHaveLength(3);
    expect(house.matter(house.plan(a, 'repBuyer')).steps.map(({ citation }) => citation.rule)).toEqual(['s3.8/23', 's3.8/24', 's3.8/25']);
    const list = house.clock('09-28T08:30').view('R1', 'workingList');
    expect(list.ok && list.rows.map(({ customer, dueAt }) => [customer, dueAt])).toEqual([
      ['A', local('09-30T00:00')], ['B', local('10-01T00:00')], ['B', local('10-13T00:00')], ['A', local('10-27T00:00')], ['A', local('11-26T00:00')],
    ]);
    const others = house.view('R2', 'workingList');
    expect(others.ok && others.rows).toEqual([]);
  });

  it('row 7, R23, R35, R36, R40: drawn for a callback of one\'s own, called, written down, back the same day; a second call is extra', () => {
    const { house, a } = activityOver();
    const plan = house.plan(a, 'repBuyer');
    house.clock('09-28T14:00');
    expect(house.no('R2', 'draw', {}, a)).toEqual(['40 notAllowed']);
    house.do('R1', 'draw', {}, a);
    expect(house.no('R1', 'reach', { channel: 'phone', answered: true }, plan)).toEqual(['35 detailsMissing details']);
    house.reach('R1', plan);
    house.clock('09-28T17:30').do('R1', 'giveBack', {}, a);
    expect(house.step(a, 'giveBack')).toMatchObject({ verdict: 'met', dueAt: local('09-29T00:00') });
    house.clock('09-29T11:00').reach('R1', plan);
    expect(house.members(plan, 'repBuyer').map(([, verdict, open]) => [verdict, open])).toEqual([['met', false], [undefined, true], [undefined, true]]);
    expect(house.events.map(({ type }) => type)).toContain('callbackPlan.repBuyer.extra');
  });

  it('row 8, R23, R36: nobody answers, so nothing is met; a file kept overnight is late and the doctor told', () => {
    const { house, b } = activityOver();
    const plan = house.plan(b, 'repOther');
    house.clock('09-29T10:00').do('R1', 'draw', {}, b);
    house.do('R1', 'reach', { channel: 'phone', answered: false }, plan);
    expect(house.matter(plan).facts).toMatchObject({ attempts: 1, channel: 'phone' });
    expect(house.members(plan, 'repOther')[0]).toEqual([local('10-01T00:00'), undefined, true]);
    house.clock('09-30T08:45').do('R1', 'giveBack', {}, b);
    expect(house.step(b, 'giveBack')).toMatchObject({ verdict: 'missed', marginMs: -8.75 * HOUR });
    expect(house.toldAbout(b, 's3.8/36')).toContain('D1');
  });

  it('row 9, R27, R28, R30: missed on a holiday; the visit closes it sixteen hours late and leaves the second where it was', () => {
    const { house, b } = activityOver();
    const plan = house.plan(b, 'repOther');
    house.clock('09-30T23:59:59.999');
    expect(house.toldAbout(plan, 's3.8/23')).toEqual([]);
    house.clock('10-01T00:00');
    expect([...house.toldAbout(plan, 's3.8/23')].sort()).toEqual(['D1', 'SM']);
    house.clock('10-01T16:00').reach('R1', plan, { channel: 'visit' });
    expect(house.matter(plan).steps.find(({ id }) => id === 'repOther[0]')).toMatchObject({ verdict: 'missed', open: false, marginMs: -16 * HOUR });
    expect(house.members(plan, 'repOther')[1]).toEqual([local('10-13T00:00'), undefined, true]);
  });

  it('row 11, R23, R26, R29, R31: who buys gets the buyer\'s plans from that day; the old one ends without verdict; further callbacks are added', () => {
    const { house, b } = activityOver();
    const old = house.plan(b, 'repOther');
    house.clock('09-28T10:00').reach('R1', old);
    house.clock('10-08T11:00').do('SM', 'recordPurchase', {}, b);
    expect(house.matter(old)).toMatchObject({ state: 'cancelled', final: true });
    expect(house.step(old, 'repOther')).toMatchObject({ open: false, dropped: true });
    expect(house.step(old, 'repOther').verdict).toBeUndefined();
    const plan = house.plan(b, 'repBuyer');
    expect(house.members(plan, 'repBuyer').map(([due]) => due)).toEqual(dues('10-12T00:00', '11-08T00:00', '12-08T00:00'));
    expect(house.members(house.plan(b, 'doctorBuyer'), 'doctorBuyer').map(([due]) => due)).toEqual(dues('10-24T00:00', '11-08T00:00', '12-08T00:00'));
    house.do('SM', 'add', { on: '2026-10-20' }, plan, 'one');
    house.do('SM', 'add', { on: '2026-10-22' }, plan, 'two');
    expect(house.matter(plan).steps.filter(({ name }) => name === 'further').map(({ dueAt, who }) => [dueAt, who])).toEqual([[local('10-21T00:00'), ['R1']], [local('10-23T00:00'), ['R1']]]);
    house.clock('10-20T10:00').do('R1', 'reachFurther', { reached: true, report: 'well' }, plan, 'one');
    expect(house.matter(plan).steps.filter(({ name }) => name === 'further').map(({ verdict }) => verdict)).toEqual(['met', undefined]);
  });

  it('row 11, R29: a further callback to a non-buyer follows an activity plan', () => {
    const { house, b } = activityOver();
    const plan = house.plan(b, 'repOther');
    expect(house.no('SM', 'add', { on: '2026-10-20' }, plan, 'one')).toEqual(['29 byActivityPlan activity']);
    house.do('SM', 'add', { on: '2026-10-20', activity: house.activity('10-20T10:00') }, plan, 'one');
    expect(house.step(plan, 'further').dueAt).toBe(local('10-21T00:00'));
  });

  it('row 12, R31–R33: the doctor calls buyers, visits with a reason, and calls non-buyers only when asked', () => {
    const { house, a, b } = activityOver();
    const plan = house.plan(a, 'doctorBuyer');
    house.clock('10-11T15:00').reach('D1', plan);
    expect(house.members(plan, 'doctorBuyer')[0]).toEqual([local('10-12T00:00'), 'met', false]);
    expect(house.no('D1', 'planVisit', { channel: 'visit' }, plan)).toEqual(['33 necessityMissing necessity']);
    house.do('D1', 'planVisit', { channel: 'visit', necessity: 'cannot come' }, plan);
    const own = { file: b, customer: 'B', series: 'doctorAsked', anchor: house.now, caller: 'D1', doctor: 'D1' };
    expect(house.never('D1', 'callbackPlan', 'create', own)).toEqual(['32 doctorNotAsked series']);
    house.do('R1', 'askDoctor', { question: 'dizzy' }, b);
    expect(house.next(house.plan(b, 'doctorAsked'))).toMatchObject({ act: 'reach', owner: 'D1', citation: { rule: 's3.8/32' } });
  });

  it('row 13, R24, R28, R31: of two non-buyers one is reached in the last minute, one is not; rep and doctor of one buyer are judged apart', () => {
    const house = new CallbackHouse().clock('09-27T10:00');
    const [e, f] = ['E', 'F'].map((name) => house.plan(house.kept('R2', name, false), 'repOther')) as [string, string];
    house.clock('09-28T10:00').reach('R2', e);
    house.reach('R2', f);
    house.clock('10-12T23:59').reach('R2', f);
    house.clock('10-13T00:00');
    expect([e, f].map((plan) => house.members(plan, 'repOther')[1]?.[1])).toEqual(['missed', 'met']);
    expect([e, f].map((plan) => house.matter(plan).state)).toEqual(['running', 'done']);

    const { house: other, a } = activityOver();
    const [rep, doctor] = [other.plan(a, 'repBuyer'), other.plan(a, 'doctorBuyer')];
    other.clock('09-28T14:00').reach('R1', rep);
    other.clock('10-11T15:00').reach('D1', doctor);
    other.clock('10-20T10:00').reach('R1', rep);
    other.clock('10-26T23:59:59.999');
    expect(other.toldAbout(doctor, 's3.8/31')).toEqual([]);
    other.clock('10-27T00:00');
    expect([other.members(rep, 'repBuyer')[1]?.[1], other.members(doctor, 'doctorBuyer')[1]?.[1]]).toEqual(['met', 'missed']);
    expect(other.toldAbout(doctor, 's3.8/31')).toContain('SM');
    other.clock('11-20T10:00').reach('R1', rep);
    other.clock('11-26T00:00');
    expect([other.members(rep, 'repBuyer')[2]?.[1], other.members(doctor, 'doctorBuyer')[2]?.[1]]).toEqual(['met', 'missed']);
    expect([other.matter(rep).state, other.matter(doctor).state]).toEqual(['done', 'running']);
  });

  it('rows 8, 13, 19, R23–R25: a buyer nobody called is missed three times and stays owed until each is made good', () => {
    const house = new CallbackHouse().clock('09-26T18:00');
    const plan = house.plan(house.kept('R5', 'D', true), 'repBuyer');
    for (const [at, missed] of [['09-30T00:00', 1], ['10-27T00:00', 2], ['11-26T00:00', 3]] as const) {
      house.clock(at);
      expect(house.members(plan, 'repBuyer').filter(([, verdict]) => verdict === 'missed')).toHaveLength(missed);
    }
    expect(house.next(plan)).toMatchObject({ owner: 'R5', act: 'reach' });
    for (const [day, state] of [['11-27', 'running'], ['11-28', 'running'], ['11-29', 'done']] as const) {
      house.clock(`${day}T10:00`).reach('R5', plan);
      expect(house.matter(plan).state).toBe(state);
    }
    expect(house.members(plan, 'repBuyer').map(([, verdict]) => verdict)).toEqual(['missed', 'missed', 'missed']);
  });
});
