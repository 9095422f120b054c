import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import { at, policyOf, STAFF, World } from '../fixtures/repair-world.ts';
import { coreDispatch, coreIntake, repair } from '../fixtures/repair-packs.ts';
import { why } from './why.ts';

function assigned(overrides = {}): World {
  const world = new World(policyOf([coreIntake, coreDispatch, repair], overrides), STAFF);
  world.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'A', relation: 'owner' }, { id: 'A' });
  world.create('10-09 08:00', 'M1', 'team', 'create', { code: 'plumbing', trade: 'plumbing' }, { id: 'plumbing' });
  world.create('10-09 11:40', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'leak' }, { id: 'R1' });
  world.act('10-09 11:45', 'C1', 'R1', 'sign');
  world.create('10-09 11:45', 'C1', 'workOrder', 'create', { request: 'R1', customer: 'A', room: '1', phone: '2', appointedAt: at('10-09 14:30') }, { id: 'W1' });
  world.act('10-09 12:00', 'M1', 'W1', 'take');
  world.act('10-09 12:00', 'M1', 'W1', 'classify', { charge: 'paid' });
  world.act('10-09 12:00', 'M1', 'W1', 'price', { material: 4000, labour: 2000, price: 6000 });
  world.act('10-09 12:00', 'M1', 'W1', 'assign', { team: 'plumbing' });
  return world;
}

const ask = (fact: string, world = assigned()) => why(world.policy, world.matter('W1'), fact, world.facts, at('10-09 12:01'));

describe('why', () => {
  it('a due time: its anchor, figure, clause and calendar steps in three languages', () => {
    const answer = ask('dueAt:handOver');
    expect(answer).toMatchObject({
      schema: 'why.v1', value: at('10-09 12:15'), citation: { rule: 's2.4/11', clause: '4.3', words: '在30分钟以内' }, inputs: { start: at('10-09 11:45'), due: 'PT30M' },
      values: [{ name: 'handOverLimit', is: 'PT30M', origin: 'text', word: '以内' }], due: { inclusive: true },
    });
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) expect(answer?.due?.lines[language].length).toBeGreaterThan(1);
  });

  it('a due time by appointment, with the limit it was earlier than', () => {
    expect(ask('dueAt:onSite')).toMatchObject({ value: at('10-09 14:30'), inputs: { due: 'matter.appointedAt', others: [{ due: 'P1WD', at: at('10-10 17:30') }] } });
  });

  it('a derived fact: row, operands, rows tried, figures with their origin', () => {
    expect(ask('size')).toMatchObject({
      value: 'large', item: 's2.4/kinds.workOrder.tables.size.rows[1]', inputs: { price: 6000, 'matter.price': 6000 }, tried: [{ row: 0, failed: 'price "<= value:cheapUpTo"', citation: { rule: 's2.4/20' } }],
      values: [{ name: 'cheapUpTo', is: 5000, origin: 'setting' }],
    });
  });

  it('a figure the operator changed is told as an override', () => {
    expect(ask('size', assigned({ 's2.4.cheapUpTo': 9000 }))).toMatchObject({ value: 'small', values: [{ is: 9000, origin: 'override' }] });
  });

  it('the owner: the row that holds and what it read', () => {
    expect(ask('owner')).toMatchObject({ value: 'TL1', item: 's2.4/kinds.workOrder.owner[0]', citation: { rule: 's2.4/17' }, inputs: { 'matter.team.code': 'plumbing' } });
  });

  it('a given fact: the act that gave it; a fact that is not there: nothing', () => {
    expect(ask('price')).toMatchObject({ value: 6000, given: { act: 'price', by: 'M1' } });
    expect(ask('state')).toMatchObject({ value: 'assigned', given: { act: 'assign' }, citation: { rule: 's2.4/16' } });
    expect(ask('colour')).toBeUndefined();
    expect(ask('dueAt:nothing')).toBeUndefined();
  });
});

describe('why a step that ran more than once is due', () => {
  const world = tinyWorld({
    acts: MOVES,
    steps: { stop: { opens: { when: 'job.open' }, reopens: 'job.go', due: 'PT1H', rule: 'stop' } },
    final: ['finished'],
  });
  openJob(world);
  world.act('10-09 09:30', 'C1', 'J1', 'stop');
  world.act('10-09 11:00', 'C1', 'J1', 'go');
  const start = (fact: string) => why(world.policy, world.matter('J1'), fact, world.facts, at('10-09 11:00'))?.due?.startedAt;

  it('tells of the last run by its name, and of each by its id', () => {
    expect(runs(world, 'stop').map(({ id }) => id)).toEqual(['stop', 'stop#2']);
    expect([start('dueAt:stop'), start('dueAt:stop#2'), start('dueAt:stop#1')]).toEqual([at('10-09 11:00'), at('10-09 11:00'), at('10-09 09:00')]);
  });
});
