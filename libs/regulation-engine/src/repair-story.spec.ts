import { evolve } from './evolve/evolve.ts';
import { at, policyOf, refusals, World } from './fixtures/repair-world.ts';
import { nextStep } from './settle/next-step.ts';
import type { Matter } from './matter/matter.ts';

function opened(): World {
  const world = new World();
  world.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'A', relation: 'owner' }, { id: 'A' });
  world.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'X', relation: 'other' }, { id: 'X' });
  world.create('10-09 08:00', 'M1', 'team', 'create', { code: 'plumbing', trade: 'plumbing' }, { id: 'plumbing' });
  world.create('10-09 08:00', 'M1', 'team', 'create', { code: 'electrical', trade: 'electrical' }, { id: 'electrical' });
  world.create('10-09 08:00', 'M1', 'priceItem', 'list', { code: 'valve', trade: 'plumbing' }, { id: 'valve' });
  return world;
}

function signed(): World {
  const world = opened();
  world.create('10-09 11:40', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'leak', appointedAt: at('10-09 14:30') }, { id: 'R1' });
  world.act('10-09 11:45', 'C1', 'R1', 'sign');
  return world;
}

function ordered(): World {
  const world = signed();
  world.create('10-09 11:45', 'C1', 'workOrder', 'create', { request: 'R1', customer: 'A', room: '1203', phone: '138', appointedAt: at('10-09 14:30') }, { id: 'W1' });
  return world;
}

function assigned(): World {
  const world = ordered();
  world.act('10-09 12:15', 'M1', 'W1', 'take');
  world.act('10-09 12:25', 'M1', 'W1', 'classify', { item: 'valve', charge: 'paid' });
  world.act('10-09 12:25', 'M1', 'W1', 'price', { material: 8650, labour: 4000, price: 12650 });
  world.act('10-09 12:25', 'M1', 'W1', 'assign', { team: 'plumbing' });
  return world;
}

const forA = { onBehalfOf: { id: 'A', kind: 'customer' as const, evidence: 'signature on paper' } };

function refold(world: World, id: string): Matter {
  return world.histories.get(id)!.reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined)!;
}

describe('a repair from the desk to the file', () => {
  it('compiles without problems', () => {
    expect(policyOf().problems).toEqual([]);
  });

  it('keeps a refused call as a final matter without a number and tells the caller why', () => {
    const world = opened();
    const outcome = world.create('10-09 11:30', 'DK1', 'serviceRequest', 'register', { customer: 'X', channel: 'phone', description: 'repair' }, { id: 'R0' });
    expect(refusals(outcome)).toEqual(['notOwner@gate s2.4/1']);
    expect(world.matter('R0')).toMatchObject({ state: 'refused', final: true });
    expect(world.matter('R0').number).toBeUndefined();
    expect(world.told.at(-1)).toMatchObject({ to: ['X'], text: 'notOwner' });
  });

  it.each([
    ['a field is missing', 'DK1', { customer: 'X', channel: 'phone' }],
    ['a field is of no such type', 'DK1', { customer: 'X', channel: 'smoke', description: 'x' }],
    ['a reference is unknown', 'DK1', { customer: 'ghost', channel: 'phone', description: 'x' }],
    ['a field is unknown', 'DK1', { customer: 'X', channel: 'phone', description: 'x', colour: 'red' }],
    ['whoever tried may not', 'T1', { customer: 'X', channel: 'phone', description: 'x' }],
  ])('keeps nothing of an attempt where %s', (_, who, input) => {
    const world = opened();
    expect(world.create('10-09 11:30', who, 'serviceRequest', 'register', input, { id: 'R0' }).ok).toBe(false);
    expect(world.matters.has('R0')).toBe(false);
  });

  it('registers, tells the clerk on duty in the same instant, and asks for his signature by the appointment', () => {
    const world = opened();
    world.create('10-09 11:40', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'leak', appointedAt: at('10-09 14:30') }, { id: 'R1' });
    expect(world.matter('R1')).toMatchObject({ number: 'BX202610-0001', state: 'registered', owner: 'C1' });
    expect(world.told).toContainEqual({ to: ['C1'], text: 'newRequest', at: at('10-09 11:40') });
    expect(nextStep(world.matter('R1'))).toMatchObject({ step: 'sign', owner: 'C1', dueAt: at('10-09 14:30'), citation: { rule: 's2.4/7' } });
  });

  it('picks the clerk on duty at night', () => {
    const world = opened();
    world.create('10-09 23:45', 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: 'tap' }, { id: 'R1' });
    expect(nextStep(world.matter('R1'))?.owner).toBe('C2');
  });

  it('refuses the order to the desk, and names the missing room to the clerk', () => {
    const world = signed();
    const order = { request: 'R1', room: '1203', phone: '138' };
    expect(refusals(world.create('10-09 11:41', 'DK1', 'workOrder', 'create', order))).toEqual(['notAllowed@actor s2.4/9']);
    const { room: _, ...incomplete } = order;
    expect(refusals(world.create('10-09 11:45', 'C1', 'workOrder', 'create', incomplete))).toEqual(['required@form s2.4/10']);
  });

  it('counts the half hour from the signature, through the lunch break, and lets the request wait for the order', () => {
    const world = ordered();
    expect(world.matter('W1')).toMatchObject({ number: 'WX202610-0001', state: 'drafted' });
    expect(nextStep(world.matter('W1'))).toMatchObject({ step: 'handOver', act: 'take', owner: 'M1', dueAt: at('10-09 12:15'), citation: { rule: 's2.4/11', clause: '4.3' } });
    expect(world.matter('R1')).toMatchObject({ state: 'dispatched', waitsFor: 'W1' });
  });

  it('stamps the receipt, refuses a typed one, and is in time at the very instant', () => {
    const world = ordered();
    expect(refusals(world.act('10-09 12:15', 'M1', 'W1', 'take', { receivedAt: at('10-09 12:05') }))).toEqual(['stampedByTheAct@gate s2.4/12']);
    world.act('10-09 12:15', 'M1', 'W1', 'take');
    expect(world.matter('W1').facts['receivedAt']).toBe(at('10-09 12:15'));
    expect(world.matter('W1').steps[0]).toMatchObject({ name: 'handOver', open: false, verdict: 'met', marginMs: 0 });
  });

  it('refuses clerk and leader what is the manager’s', () => {
    const world = ordered();
    world.act('10-09 12:15', 'M1', 'W1', 'take');
    expect(refusals(world.act('10-09 12:20', 'C1', 'W1', 'classify', { charge: 'paid' }))).toEqual(['notAllowed@actor s2.4/13']);
    expect(refusals(world.act('10-09 12:20', 'TL1', 'W1', 'price', { price: 1 }))[0]).toBe('notAllowed@actor s2.4/15');
  });

  it('refuses a price that is not the sum with its figures, and a team of another trade without reason', () => {
    const world = ordered();
    world.act('10-09 12:15', 'M1', 'W1', 'take');
    world.act('10-09 12:25', 'M1', 'W1', 'classify', { item: 'valve', charge: 'paid' });
    const outcome = world.act('10-09 12:25', 'M1', 'W1', 'price', { material: 8650, labour: 4000, price: 13000 });
    expect(refusals(outcome)).toEqual(['priceIsNotTheSum@gate s2.4/20']);
    expect(outcome.ok ? {} : outcome.refusals[0]).toMatchObject({ field: 'price', facts: { 'after.price': 13000, 'after.material': 8650, 'after.labour': 4000 } });
    expect(refusals(world.act('10-09 12:25', 'M1', 'W1', 'assign', { team: 'electrical' }))).toEqual(['notTheTrade@gate s2.4/16']);
    expect(refusals(world.act('10-09 12:25', 'M1', 'W1', 'assign', { team: 'electrical', reason: 'nobody else' }))).toEqual([]);
  });

  it('gives the assigned order to the team’s leader, due at the appointment, and derives its size', () => {
    const world = assigned();
    expect(world.matter('W1')).toMatchObject({ state: 'assigned', owner: 'TL1', facts: { size: 'large' } });
    expect(nextStep(world.matter('W1'))).toMatchObject({ step: 'onSite', owner: 'TL1', dueAt: at('10-09 14:30') });
    expect(world.matter('W1').reasons['size']).toMatchObject({ item: 's2.4/kinds.workOrder.tables.size.rows[1]', citation: { rule: 's2.4/20' }, inputs: { price: 12650 } });
  });

  it('lists the core’s gate and the pack’s together', () => {
    const world = assigned();
    expect(refusals(world.act('10-09 14:30', 'T1', 'W1', 'start'))).toEqual(['consentMissing@gate core/consent', 'notConfirmed@gate s2.4/18']);
  });

  it('fits only a qualified part, line by line', () => {
    const world = assigned();
    world.act('10-09 14:30', 'T1', 'W1', 'confirm', { findings: 'valve, 1' });
    expect(refusals(world.act('10-09 14:40', 'T1', 'W1', 'fit', {}, { line: 'valve-1' }))).toEqual(['notQualified@gate s2.4/22']);
    world.act('10-09 14:40', 'T1', 'W1', 'verify', { verified: 'unqualified' }, { line: 'valve-1' });
    expect(refusals(world.act('10-09 14:40', 'T1', 'W1', 'fit', {}, { line: 'valve-1' }))).toEqual(['notQualified@gate s2.4/22']);
    world.act('10-09 14:41', 'T1', 'W1', 'verify', { verified: 'qualified', qty: 1 }, { line: 'valve-2' });
    world.act('10-09 14:42', 'T1', 'W1', 'fit', {}, { line: 'valve-2' });
    expect(world.matter('W1').facts['parts']).toEqual([{ sku: 'valve-1', verified: 'unqualified' }, { sku: 'valve-2', verified: 'qualified', qty: 1, fitted: true }]);
  });

  it('takes the customer’s word from staff only with evidence', () => {
    const world = assigned();
    world.act('10-09 14:30', 'T1', 'W1', 'confirm');
    expect(refusals(world.act('10-09 14:40', 'T1', 'W1', 'consent'))).toEqual(['notAllowed@actor core/workOrder.consent']);
    expect(refusals(world.act('10-09 14:40', 'T1', 'W1', 'consent', {}, { onBehalfOf: { id: 'A', kind: 'customer' } }))).toEqual(['evidenceRequired@actor core/workOrder.consent']);
    world.act('10-09 14:40', 'T1', 'W1', 'consent', {}, forA);
    expect(world.matter('W1')).toMatchObject({ state: 'inProgress', did: { consent: { by: 'T1', for: { id: 'A' } } } });
  });

  it('goes to the end: tried, signed, collected, posted, filed, and the request closed', () => {
    const world = assigned();
    world.act('10-09 14:30', 'T1', 'W1', 'confirm');
    world.act('10-09 14:40', 'T1', 'W1', 'consent', {}, forA);
    world.act('10-09 15:10', 'T1', 'W1', 'complete');
    expect(refusals(world.act('10-09 15:20', 'T1', 'W1', 'signOff', {}, forA))).toEqual(['notTried@gate s2.4/21']);
    world.act('10-09 15:20', 'T1', 'W1', 'tryOut', { trial: 'good' }, forA);
    world.act('10-09 15:20', 'T1', 'W1', 'signOff', {}, forA);
    expect(nextStep(world.matter('W1'))).toMatchObject({ step: 'collect', owner: 'C1', dueAt: at('10-10 17:30'), citation: { rule: 's2.4/25' } });
    expect(refusals(world.act('10-09 15:30', 'T1', 'W1', 'collect'))).toEqual(['notAllowed@actor s2.4/25']);
    world.act('10-09 16:10', 'C1', 'W1', 'collect', { collected: 12650 });
    expect(world.matter('W1')).toMatchObject({ state: 'filed', final: true, entries: [{ ledger: 'money', amount: 12650, from: 'A', to: 'cash', at: '2026-10-09' }] });
    expect(world.matter('R1')).toMatchObject({ state: 'closed', final: true });
    expect(world.matter('W1').sealed).toEqual({ repairOrder: 'signOff' });
  });

  it('misses once, at the due instant, tells those of the effect, and stays missed when done late', () => {
    const world = ordered();
    world.alarm('10-09 12:15:00', 'W1');
    expect(world.matter('W1').steps[0]).toMatchObject({ open: true });
    expect(world.matter('W1').steps[0]?.verdict).toBeUndefined();
    world.alarm('10-09 12:15:01', 'W1');
    world.act('10-09 12:30', 'M1', 'W1', 'take');
    expect(world.matter('W1').steps[0]).toMatchObject({ open: false, verdict: 'missed', marginMs: -15 * 60_000 });
    expect(world.told.filter(({ to }) => to.includes('DM1'))).toEqual([{ to: ['C1', 'M1', 'DM1'], text: 'told', at: at('10-09 12:15') }]);
  });

  it('leaves the same bytes whether the alarm or the act came first', () => {
    const [alarmed, overtaken] = [ordered(), ordered()];
    alarmed.alarm('10-09 12:20', 'W1');
    for (const world of [alarmed, overtaken]) world.act('10-09 12:35', 'M1', 'W1', 'take');
    expect(JSON.stringify(overtaken.matter('W1'))).toBe(JSON.stringify(alarmed.matter('W1')));
    expect(JSON.stringify(overtaken.histories.get('W1'))).toBe(JSON.stringify(alarmed.histories.get('W1')));
  });

  it('refolds every history without a policy to the identical matter', () => {
    const world = assigned();
    for (const id of world.matters.keys()) expect(JSON.stringify(refold(world, id))).toBe(JSON.stringify(world.matter(id)));
  });

  it('never leaves an open matter without owner and next step', () => {
    const world = assigned();
    const lost = [...world.matters.values()].filter((matter) => !matter.record && !matter.final && matter.waitsFor === undefined && !(matter.owner !== undefined && nextStep(matter)?.dueAt));
    expect(lost).toEqual([]);
  });
});
