import fc from 'fast-check';
import { evolve } from './evolve/evolve.ts';
import { localAfter, randomActs } from './fixtures/random-story.ts';
import type { RandomAct } from './fixtures/random-story.ts';
import { at, policyOf, World } from './fixtures/repair-world.ts';
import type { Matter } from './matter/matter.ts';
import { nextAlarmAt } from './settle/next-alarm.ts';
import { nextStep } from './settle/next-step.ts';

const policy = policyOf();

function opened(): World {
  const world = new World(policy);
  world.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'A', relation: 'owner' }, { id: 'A' });
  world.create('10-09 08:00', 'M1', 'team', 'create', { code: 'plumbing', trade: 'plumbing' }, { id: 'plumbing' });
  world.create('10-09 08:00', 'M1', 'priceItem', 'list', { code: 'valve', trade: 'plumbing' }, { id: 'valve' });
  world.create('10-09 11:40', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'leak' }, { id: 'R1' });
  world.act('10-09 11:45', 'C1', 'R1', 'sign');
  world.create('10-09 11:45', 'C1', 'workOrder', 'create', { request: 'R1', customer: 'A', room: '1203', phone: '138', appointedAt: at('10-09 14:30') }, { id: 'W1' });
  return world;
}

/** Plays the acts; `punctual`: every alarm fires at its instant before the act that follows. */
function play(acts: readonly RandomAct[], punctual: boolean): World {
  const world = opened();
  let minutes = 0;
  for (const act of acts) {
    minutes += act.minutes;
    const when = localAfter(minutes);
    if (punctual) ringUntil(world, at(when));
    world.act(when, act.who, 'W1', act.act, act.input, { ...(act.line !== undefined && { line: act.line }), ...(act.forCustomer && { onBehalfOf: { id: 'A', kind: 'customer', evidence: 'paper' } }) });
  }
  const end = localAfter(minutes + 5_000);
  if (punctual) ringUntil(world, at(end));
  world.alarm(end, 'W1');
  return world;
}

function ringUntil(world: World, now: string): void {
  for (let next = nextAlarmAt(world.matter('W1')); next !== undefined && next <= now; next = nextAlarmAt(world.matter('W1'))) {
    const local = new Date(Date.parse(next) + 8 * 3_600_000).toISOString();
    world.alarm(`${local.slice(5, 10)} ${local.slice(11, 23)}`, 'W1');
  }
}

const SEED = { seed: 20261009, numRuns: 150 };

describe('whatever happens to a matter', () => {
  it('refolds every history without a policy to the identical matter', () => {
    fc.assert(fc.property(randomActs, (acts) => {
      const world = play(acts, false);
      for (const [id, events] of world.histories) {
        const refolded = events.reduce<Matter | undefined>((matter, event) => evolve(matter, JSON.parse(JSON.stringify(event))), undefined);
        expect(JSON.stringify(refolded)).toBe(JSON.stringify(world.matter(id)));
      }
    }), SEED);
  });

  it('leaves the same bytes whether alarms fired in time or were overtaken by acts', () => {
    fc.assert(fc.property(randomActs, (acts) => {
      const [punctual, overtaken] = [play(acts, true), play(acts, false)];
      expect(JSON.stringify(overtaken.histories.get('W1'))).toBe(JSON.stringify(punctual.histories.get('W1')));
      expect(JSON.stringify(overtaken.matter('W1'))).toBe(JSON.stringify(punctual.matter('W1')));
    }), SEED);
  });

  it('numbers events without gap, in time order, and never leaves an open matter without owner and next step', () => {
    fc.assert(fc.property(randomActs, (acts) => {
      const world = play(acts, false);
      const events = world.histories.get('W1')!;
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).sort());
      const order = world.matter('W1');
      if (!order.final) {
        expect(order.owner).toBeDefined();
        expect(nextStep(order)?.dueAt).toBeDefined();
      }
    }), SEED);
  });
});
