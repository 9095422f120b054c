import { compilePolicy, nextStep } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { policyHash } from '../compose/policy-hash.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { RepairCentre } from '../testing/repair-centre.ts';
import { World } from '../worlds/world.ts';
import { local } from './proof-policy.ts';

const policyOf = (...packs: readonly string[]) => {
  const document = composePolicy({ cores: listCores().map((file) => loadCore(file).document), packs: packs.map((id) => loadPack(id).document), calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' } });
  return compilePolicy(document, { hash: policyHash(document) });
};

/** Domain, Services: registered → (clarifying) → accepted | declined → dispatched → resolved → closed, reopened. No regulation governs it here. */
function settled() {
  const world = new World(policyOf(), [{ id: 'D1', name: 'D1', roles: ['dispatcher'] }, { id: 'S1', name: 'S1', roles: ['supervisor'] }, { id: 'T1', name: 'T1', roles: ['technician'] }], local('10-09T09:00'));
  const customer = world.act('D1', 'customer', 'register', { name: 'A', relation: 'owner' });
  const team = world.act('S1', 'team', 'form', { code: 'p', name: 'p', trade: 'plumbing' });
  const request = world.act('D1', 'serviceRequest', 'register', { customer, description: 'leak', channel: 'phone' });
  const order = (): string => world.act('D1', 'workOrder', 'create', { request, customer, description: 'leak' });
  const carryOut = (id: string): void => {
    world.act('D1', 'workOrder', 'take', {}, id);
    world.act('D1', 'workOrder', 'assign', { team }, id);
    for (const [act, input] of [['arrive', {}], ['confirm', { findings: 'valve' }], ['start', {}], ['complete', {}]] as const) world.act('T1', 'workOrder', act, input, id);
    world.act(customer, 'workOrder', 'signOff', {}, id);
    world.act('D1', 'workOrder', 'file', {}, id);
  };
  world.act('D1', 'serviceRequest', 'accept', {}, request);
  const first = order();
  carryOut(first);
  expect(world.happened.filter(({ matter }) => matter === request).map(({ event }) => event.type)).toEqual(expect.arrayContaining(['serviceRequest.resolve', 'serviceRequest.close']));
  return { world, request, customer, order, carryOut, first };
}

describe('a service request that is closed', () => {
  it('rests: it owes nothing, is not over, and takes no order', () => {
    const { world, request, customer } = settled();
    expect(world.matter(request)).toMatchObject({ state: 'closed', final: false });
    expect(nextStep(world.matter(request))).toBeUndefined();
    expect(world.try('D1', 'workOrder', 'create', { request, customer, description: 'leak' }).refusals.map(({ code, citation }) => `${citation.rule} ${code}`)).toEqual(['core/one-order-per-request requestIsSettled']);
  });

  it('is reopened by its customer or by staff with the reason, owed again, and carried out by an order of its own', () => {
    const { world, request, customer, order, carryOut, first } = settled();
    expect(world.try('T1', 'serviceRequest', 'reopen', { reason: 'x' }, request).refusals.map(({ code }) => code)).toEqual(['notAllowed']);
    expect(world.try(customer, 'serviceRequest', 'reopen', {}, request).refusals.map(({ code }) => code)).toEqual(['required']);
    world.act(customer, 'serviceRequest', 'reopen', { reason: 'leaks again' }, request);
    expect(world.matter(request)).toMatchObject({ state: 'reopened', facts: { reason: 'leaks again' } });
    expect(nextStep(world.matter(request))).toMatchObject({ owner: 'D1', dueAt: expect.any(String) });
    const second = order();
    expect(world.matter(request)).toMatchObject({ state: 'dispatched', facts: { order: second } });
    expect(second).not.toBe(first);
    carryOut(second);
    expect([world.matter(request).state, world.refusedEffects]).toEqual(['closed', []]);
  });

  it('stays closed under a regulation that reopens nothing', () => {
    const centre = new RepairCentre();
    const { final, acts } = centre.policy.kinds.get('serviceRequest')!.governed[0]!.kind;
    expect([final.has('closed'), acts.has('reopen')]).toEqual([true, false]);
  });
});
