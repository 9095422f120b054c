import { dues, dutyWorld, openDues } from '../fixtures/duties.ts';
import { at, policyOf, STAFF, World } from '../fixtures/repair-world.ts';
import { tinyPacks } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { CycleDocument } from '../language/step-document.ts';
import type { Person } from '../matter/person.ts';
import { SYSTEM } from '../run/session.ts';
import { cycleCounts } from './cycle-counts.ts';

const technician = (more: Partial<Person>): readonly Person[] => STAFF.map((person) => (person.id === 'T1' ? { ...person, ...more } : person));
const owing = (cycle: Partial<CycleDocument>, now: string, people: readonly Person[] = STAFF, since?: string) => dues(dutyWorld(cycle, people), now, since).map(({ subject, period }) => `${subject} ${period.start}`);

describe('the period that a cycle opens', () => {
  it.each([['10-31 23:59:59', '10-01 00:00'], ['11-01 00:00', '11-01 00:00'], ['11-01 00:00:01', '11-01 00:00']])('at %s: the one holding that instant', (now, start) => {
    expect(owing({}, now)).toEqual([`T1 ${at(start)}`]);
  });

  it.each([['10-31 23:59:59', '09-01 00:00'], ['11-01 00:00', '10-01 00:00']])('opening at the end, at %s: the last that has ended', (now, start) => {
    expect(owing({ opens: 'end', due: 'P5D' }, now)).toEqual([`T1 ${at(start)}`]);
  });

  it('at adoption is the running one; what ended before, or just then, was never owed', () => {
    expect(owing({}, '10-09 12:00', STAFF, '10-09 12:00')).toEqual([`T1 ${at('10-01 00:00')}`]);
    expect(owing({ opens: 'end', due: 'P5D' }, '10-09 12:00', STAFF, '10-09 12:00')).toEqual([]);
    expect(owing({ opens: 'end', due: 'P5D' }, '10-01 00:00', STAFF, '10-01 00:00')).toEqual([]);
    expect(owing({ opens: 'end', due: 'P5D' }, '11-01 00:00', STAFF, '10-09 12:00')).toEqual([`T1 ${at('10-01 00:00')}`]);
  });

  it('opening at the end catches up with all that ended since', () => {
    expect(owing({ every: 'week', opens: 'end', due: 'P1D' }, '10-20 09:00', STAFF, '10-06 09:00')).toEqual([`T1 ${at('10-05 00:00')}`, `T1 ${at('10-12 00:00')}`]);
  });
});

describe('a duty of working days alone', () => {
  const working = "workingBetween(now, endOf('day', now)) > 0";

  it.each([['on a Friday', '10-09 08:00', 1], ['on the make-up Saturday', '10-10 08:00', 1], ['on a Sunday', '10-11 08:00', 0], ['on a holiday', '10-07 08:00', 0]])('%s', (_, now, times) => {
    expect(owing({ every: 'day', due: '09:00', joins: working }, now)).toHaveLength(times);
  });
});

describe('who takes part', () => {
  const joins = "has(it.joined) ? endOf('month', it.joined) : null";

  it.each([
    ['who joined in the last second of September owes October', '09-30 23:59:59', ['T1']],
    ['who joined in its first second owes from November', '10-01 00:00', []],
  ])('%s', (_, joined, expected) => {
    expect(owing({ joins }, '10-09 09:00', technician({ joined: at(joined) })).map((owed) => owed.slice(0, 2))).toEqual(expected);
    expect(owing({ joins }, '11-01 00:00', technician({ joined: at(joined) }))).toHaveLength(1);
  });

  it.each([['10-01', 1], ['10-02', 0]])('joining on the date %s: %d duties of October', (date, times) => {
    expect(owing({ joins: 'dateOf(it.joined)' }, '10-09 09:00', technician({ joined: at(`${date} 00:00`) }))).toHaveLength(times);
  });

  it.each([['true', 1], ['false', 0], ['null', 1]])('joins: %s gives %d', (joined, times) => {
    expect(owing({ joins: joined }, '10-09 09:00')).toHaveLength(times);
  });

  it('of a period that has ended: whoever was employed in it, though he has left since; nobody who came later', () => {
    const settled: Partial<CycleDocument> = { opens: 'end', due: 'P5D' };
    expect(owing(settled, '11-01 00:00', technician({ left: at('10-14 12:00') }))).toHaveLength(1);
    expect(owing(settled, '11-01 00:00', technician({ left: at('10-01 00:00') }))).toEqual([]);
    expect(owing(settled, '11-01 00:00', technician({ joined: at('11-01 00:00') }))).toEqual([]);
    expect(owing(settled, '11-01 00:00', technician({ joined: at('10-31 23:59') }))).toHaveLength(1);
  });

  it('of a running period: nobody who has left by now, and the new one from the moment he joins', () => {
    expect(owing({}, '10-09 09:00', technician({ left: at('10-09 09:00') }))).toEqual([]);
    expect(owing({}, '10-09 09:00', technician({ left: at('10-09 09:01') }))).toHaveLength(1);
    expect(owing({}, '10-09 09:00', technician({ joined: at('10-09 09:01') }))).toEqual([]);
    expect(owing({}, '10-09 09:01', technician({ joined: at('10-09 09:01') }))).toHaveLength(1);
  });
});

describe('a duty that lapses', () => {
  it.each([
    ['done in the last millisecond of an exclusive end', 'end', '2026-10-31T15:59:59.999Z', 'kept', 'met'],
    ['not done at the end itself', 'end', '2026-10-31T16:00:00.000Z', 'lapsed', 'missed'],
    ['done at an inclusive instant', 'P1D at 21:30', '2026-10-02T13:30:00.000Z', 'kept', 'met'],
    ['not done a millisecond after it', 'P1D at 21:30', '2026-10-02T13:30:00.001Z', 'lapsed', 'missed'],
  ])('%s', (_, due, when, state, verdict) => {
    const shop = dutyWorld({ lapses: true, due, met: { when: 'duty.close' } });
    const [id] = openDues(shop, '10-01 00:00');
    const local = new Date(Date.parse(when) + 28_800_000).toISOString().slice(5, 23).replace('T', ' ');
    const outcome = shop.act(local, 'T1', id!, 'close');
    expect(outcome.ok).toBe(state === 'kept');
    expect(shop.matter(id!)).toMatchObject({ state, final: true, steps: [{ verdict, open: false }] });
  });
});

describe('what counts for which period', () => {
  function counted(when: string, event: 'arrive' | 'missed'): string | undefined {
    const shop = dutyWorld({ every: 'day', met: { when: event === 'arrive' ? 'booking.arrive' : 'booking.arrive.missed', subject: 'matter.manager' } });
    shop.create('10-09 08:00', 'C1', 'booking', 'open', { manager: 'T1' }, { id: 'B1' });
    const { events } = event === 'arrive' ? shop.act(when, 'C1', 'B1', 'arrive') : shop.alarm(when, 'B1');
    const found = events.find(({ type }) => type.endsWith(event))!;
    const days = new Map(['10-09 00:00', '10-10 00:00'].map((day) => [dues(shop, day)[0]!.id, day] as const));
    return days.get(cycleCounts(shop.policy, found, shop.matter('B1'), shop.facts)[0]!.id);
  }

  it.each<[string, 'arrive' | 'missed', string]>([
    ['10-09 23:59:59', 'arrive', '10-09 00:00'],
    ['10-10 00:00', 'arrive', '10-10 00:00'],
    ['10-10 00:00', 'missed', '10-09 00:00'],
  ])('at %s, %s counts for the day of %s', (when, event, day) => {
    expect(counted(when, event)).toBe(day);
  });
});

describe('a duty that only other matters meet', () => {
  const bare: KindDocument = { in: 'shop', acts: { create: { from: ['new'], by: 'system', to: 'due' } }, resting: [] };
  function kept(times: number): World {
    const [core, pack] = tinyPacks({ acts: { open: { from: ['new'], by: 'anyone', to: 'open' }, arrive: { by: 'anyone' } }, resting: ['open'] }, { parties: { technician: { is: 'technician' } }, cycles: { tables: { every: 'month', n: 2, for: "inRole('technician')", open: 'bare', due: 'end', met: { when: 'job.arrive', subject: "'T1'" }, rule: 1 } } });
    const shop = new World(policyOf([{ ...core!, kinds: { ...core!.kinds, bare } }, pack!]), STAFF);
    expect(shop.policy.problems).toEqual([]);
    const [owed] = dues(shop, '10-09 08:00');
    shop.create('10-09 08:00', 'system', owed!.kind, owed!.act, owed!.input, { id: owed!.id, actor: SYSTEM });
    shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: 'J1' });
    for (let time = 0; time < times; time += 1) {
      const { events } = shop.act(`10-09 10:0${time}`, 'C1', 'J1', 'arrive');
      for (const count of cycleCounts(shop.policy, events[0]!, shop.matter('J1'), shop.facts)) shop.act(`10-09 10:0${time}`, 'system', count.id, count.act, {}, { actor: SYSTEM });
    }
    return shop;
  }
  const duty = (shop: World) => [...shop.matters.values()].find(({ kind }) => kind === 'bare');

  it('stays open one short of its count, and is over once it is met; what comes on top is counted, once over', () => {
    expect(duty(kept(1))).toMatchObject({ state: 'due', final: false, facts: { missing: 1 } });
    expect(duty(kept(2))).toMatchObject({ state: 'fulfilled', final: true, facts: { missing: 0 }, steps: [{ verdict: 'met', open: false }] });
    const more = kept(3);
    expect(duty(more)).toMatchObject({ state: 'fulfilled', facts: { met: 3 } });
    expect(more.histories.get(duty(more)!.id)!.flatMap(({ effects }) => effects)).toEqual([]);
  });
});
