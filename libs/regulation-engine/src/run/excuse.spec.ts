import { at, staff } from '../fixtures/repair-world.ts';
import type { World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { StepDocument } from '../language/step-document.ts';
import { why } from '../why/why.ts';
import { excuse } from './excuse.ts';
import type { Excuse } from './excuse.ts';

const world = () => {
  const shop = tinyWorld({ acts: MOVES, final: ['finished'], resting: ['open'] }, [{ kinds: { job: { steps: { work: { rule: 6, opens: { when: 'open' }, who: "'T1'", due: 'PT1H', excuse: 'outage' } } } } }]);
  openJob(shop);
  return shop;
};
const give = (shop: World, now: string, given: Partial<Excuse> = {}) => excuse(shop.policy, shop.matter('J1'), { person: 'T1', kind: 'outage', from: at('10-09 09:15'), to: at('10-09 09:45'), by: staff('DM1'), ...given }, shop.facts, at(now));

describe('an accepted excuse', () => {
  it('revises the verdict of work that was late only by it, by an event of its own', () => {
    const shop = world();
    shop.act('10-09 10:20', 'C1', 'J1', 'work');
    expect(runs(shop, 'work')).toMatchObject([{ verdict: 'missed' }]);
    const outcome = give(shop, '10-12 09:00');
    expect(outcome.events).toMatchObject([{ type: 'job.work.excused', at: at('10-12 09:00'), by: { id: 'DM1' }, data: { was: 'missed', excuse: 'outage' } }]);
    expect(outcome.matter?.steps[0]).toMatchObject({ verdict: 'met', marginMs: 10 * 60_000, dueAt: at('10-09 10:30'), excuses: [{ by: 'DM1' }] });
  });

  it('leaves work missed that was later than it explains, with the margin counted anew', () => {
    const shop = world();
    shop.act('10-09 11:00', 'C1', 'J1', 'work');
    expect(give(shop, '10-12 09:00').matter?.steps[0]).toMatchObject({ verdict: 'missed', marginMs: -30 * 60_000 });
  });

  it('takes back a miss of open work whose due now lies ahead', () => {
    const shop = world();
    shop.alarm('10-09 10:01', 'J1');
    const step = give(shop, '10-09 10:10').matter?.steps[0];
    expect(step).toMatchObject({ open: true, dueAt: at('10-09 10:30') });
    expect(step).not.toHaveProperty('verdict');
  });

  it.each<[string, Partial<Excuse>]>([
    ['of another kind', { kind: 'leave' }], ['of somebody who did not owe it', { person: 'C1' }],
    ['before it began', { from: at('10-09 08:00'), to: at('10-09 08:30') }], ['after it was done', { from: at('10-09 11:00'), to: at('10-09 12:00') }],
  ])('%s changes nothing', (_, given) => {
    const shop = world();
    shop.act('10-09 10:20', 'C1', 'J1', 'work');
    expect(give(shop, '10-12 09:00', given).events).toEqual([]);
  });

  it('counts once, however often it is told', () => {
    const shop = world();
    shop.act('10-09 10:20', 'C1', 'J1', 'work');
    const first = give(shop, '10-12 09:00');
    expect(excuse(shop.policy, first.matter!, { person: 'T1', kind: 'outage', from: at('10-09 09:15'), to: at('10-09 09:45'), by: staff('DM1') }, shop.facts, at('10-12 09:05')).events).toEqual([]);
  });
});

describe('a due that an expression gave, excused or paused,', () => {
  const dated = (due: StepDocument['due'], hours?: string) => {
    const shop = tinyWorld({
      fields: { appointedAt: { type: 'instant', typed: 'planned', optional: ['open'] }, day: { type: 'date', optional: ['open'] }, waiting: { type: 'bool', optional: ['go', 'stop'] } }, acts: MOVES, final: ['finished'], resting: ['open', 'idle'],
    }, [{ kinds: { job: { steps: { work: { rule: 6, opens: { when: 'open' }, who: "'T1'", due: due!, excuse: 'outage', pausedWhile: 'matter.waiting == true' } } } } }], undefined, {}, hours);
    expect(shop.policy.problems).toEqual([]);
    openJob(shop, { appointedAt: at('10-09 10:00'), day: '2026-10-09' });
    return shop;
  };

  it.each<[string, StepDocument['due'], string, boolean]>([
    ['an appointment', 'matter.appointedAt', '10-09 10:00', true],
    ['the earliest of a limit and it', { earliest: ['P1WD', 'matter.appointedAt'] }, '10-09 10:00', true],
    ['a date', 'matter.day', '10-10 00:00', false],
    ['a day before something', { before: { of: "addTo(matter.appointedAt, 'P3D')", by: 'P2D' } }, '10-10 00:00', false],
    ['some hours before something', { before: { of: 'matter.appointedAt', by: 'PT0H' } }, '10-09 10:00', true],
  ])('%s moves by the clock, as a limit does, and keeps its kind of end', (_, due, first, inclusive) => {
    const excused = dated(due);
    expect(excused.matter('J1').steps[0]).toMatchObject({ dueAt: at(first), inclusive });
    const later = new Date(Date.parse(at(first)) + 30 * 60_000).toISOString();
    expect(give(excused, '10-09 09:50').matter?.steps[0]).toMatchObject({ dueAt: later, inclusive });
    const paused = dated(due);
    paused.act('10-09 09:10', 'C1', 'J1', 'go', { waiting: true });
    paused.act('10-09 09:40', 'C1', 'J1', 'go', { waiting: false });
    expect(paused.matter('J1').steps[0]).toMatchObject({ dueAt: later, inclusive, pauses: [{ from: at('10-09 09:10'), to: at('10-09 09:40') }] });
  });

  it('is judged anew: late only by the excuse it was met', () => {
    const shop = dated('matter.appointedAt');
    shop.act('10-09 10:20', 'C1', 'J1', 'work');
    expect(runs(shop, 'work')).toMatchObject([{ verdict: 'missed' }]);
    expect(give(shop, '10-12 09:00')).toMatchObject({ events: [{ type: 'job.work.excused', data: { was: 'missed' } }], matter: { steps: [{ verdict: 'met', marginMs: 10 * 60_000, dueAt: at('10-09 10:30') }] } });
  });

  it('stays where an excuse came after it, and where nobody may be excused of its kind', () => {
    const shop = dated('matter.appointedAt');
    shop.act('10-09 11:00', 'C1', 'J1', 'work');
    expect(give(shop, '10-12 09:00', { from: at('10-09 10:15'), to: at('10-09 10:45') }).events).toEqual([]);
    expect(give(shop, '10-12 09:00', { kind: 'leave' }).events).toEqual([]);
  });

  it('is explained: what was agreed, the pause, the due now', () => {
    const shop = dated('matter.appointedAt');
    const before = why(shop.policy, shop.matter('J1'), 'dueAt:work', shop.facts, at('10-09 09:50'))!;
    expect(before.due!.lines.en).toEqual([`As agreed: matter.appointedAt = ${at('10-09 10:00')}`]);
    const after = why(shop.policy, give(shop, '10-09 09:50').matter!, 'dueAt:work', shop.facts, at('10-09 09:50'))!;
    expect(after.value).toBe(at('10-09 10:30'));
    expect(after.due!.lines.en[0]).toBe(`As agreed: matter.appointedAt = ${at('10-09 10:00')}`);
    expect(after.due!.lines.en.join('\n')).toMatch(/paus/i);
    for (const language of ['zh-CN', 'zh-TW'] as const) expect(after.due!.lines[language].length).toBeGreaterThan(2);
  });
});
