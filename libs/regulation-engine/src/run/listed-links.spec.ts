import { policyOf, refusals, STAFF, World } from '../fixtures/repair-world.ts';
import { MOVES, tinyPacks } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import { needs } from './needs.ts';

const round: KindDocument = {
  in: 'shop', final: ['closed'],
  fields: { jobs: { type: 'list', of: 'ref', to: 'job', max: 20, required: ['plan'] }, done: { type: 'int' } },
  acts: {
    plan: { from: ['new'], by: 'anyone', to: 'planned' }, look: { by: 'anyone' },
    close: { by: 'anyone', from: ['planned'], to: 'closed', require: [{ that: "matter.jobs.all(job, job.state == 'finished')", refuse: 'jobsOpen', rule: 3 }] },
  },
  tables: { done: { sets: 'done', rows: [{ then: "matter.jobs.filter(job, job.state == 'finished').size()", rule: 4 }] } },
};

function planned(jobs: readonly string[]): World {
  const [core, pack] = tinyPacks({ acts: MOVES, final: ['finished'] }, {});
  const shop = new World(policyOf([{ ...core!, kinds: { ...core!.kinds, round } }, pack!]), STAFF);
  expect(shop.policy.problems).toEqual([]);
  for (const id of ['J1', 'J2']) shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id });
  const outcome = shop.create('10-09 09:10', 'C1', 'round', 'plan', { jobs }, { id: 'R1' });
  if (!outcome.ok) throw new Error(refusals(outcome).join());
  return shop;
}

describe('matters that a list names', () => {
  it('are read as they stand: what asks all of them refuses while one is open, and lets pass when all are done', () => {
    const shop = planned(['J1', 'J2']);
    shop.act('10-09 09:20', 'C1', 'J1', 'finish');
    expect(refusals(shop.act('10-09 09:30', 'C1', 'R1', 'close'))).toEqual(['jobsOpen@gate core/3']);
    shop.act('10-09 09:40', 'C1', 'J2', 'finish');
    expect(refusals(shop.act('10-09 09:50', 'C1', 'R1', 'close'))).toEqual([]);
  });

  it('stay ids as a fact, and are counted by what they are when the tables are looked at', () => {
    const shop = planned(['J1', 'J2']);
    expect(shop.matter('R1').facts).toEqual({ jobs: ['J1', 'J2'], done: 0 });
    shop.act('10-09 09:20', 'C1', 'J1', 'finish');
    shop.act('10-09 09:30', 'C1', 'R1', 'look');
    expect(shop.matter('R1').facts['done']).toBe(1);
  });

  it('are fetched before the act; one of which there is no copy refuses it', () => {
    const shop = planned(['J1', 'J2']);
    expect(needs(shop.policy, shop.matter('R1'), 'round', 'close', {}).matters.map(({ id }) => id)).toEqual(['J1', 'J2']);
    shop.matters.delete('J2');
    shop.act('10-09 09:20', 'C1', 'J1', 'finish');
    expect(refusals(shop.act('10-09 09:30', 'C1', 'R1', 'close'))[0]).toMatch(/^evaluation@gate/);
  });
});
