import { at, staff } from '../fixtures/repair-world.ts';
import type { World } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
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
