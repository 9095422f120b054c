import { compilePolicy } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FactMap, Person } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { listCores } from '../load/pack-directory.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { policyHash } from '../compose/policy-hash.ts';
import { World } from '../worlds/world.ts';

const staff: readonly Person[] = [
  { id: 'DM1', name: 'DM1', roles: ['department-manager'] },
  { id: 'M1', name: 'M1', roles: ['equipment-manager'], superior: 'DM1' },
  { id: 'DK1', name: 'DK1', roles: ['security-desk'], superior: 'DM1' },
  { id: 'C1', name: 'C1', roles: ['property-clerk'], superior: 'DM1', shift: '08:30-17:30' },
  { id: 'C2', name: 'C2', roles: ['property-clerk'], superior: 'DM1', shift: '17:30-08:30' },
  { id: 'TL1', name: 'TL1', roles: ['team-leader'], superior: 'M1', teams: ['plumbing'], leads: ['plumbing'] },
  { id: 'TL2', name: 'TL2', roles: ['team-leader'], superior: 'M1', teams: ['electrical'], leads: ['electrical'] },
  { id: 'T1', name: 'T1', roles: ['technician'], superior: 'TL1', teams: ['plumbing'] },
  { id: 'T2', name: 'T2', roles: ['technician'], superior: 'TL2', teams: ['electrical'] },
  { id: 'F1', name: 'F1', roles: ['finance'], superior: 'DM1' },
];

function policyOf(overrides?: FactMap): CompiledPolicy {
  const document = composePolicy({
    cores: listCores().map((file) => loadCore(file).document),
    packs: [loadPack('s2.4').document],
    calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' },
    ...(overrides && { overrides }),
  });
  return compilePolicy(document, { hash: policyHash(document) });
}

/** The service centre of card S2.4 on 2026-10-09, with its people, customers, teams and catalogue. Times are local: `local('10-09T11:40')`. */
export class RepairCentre extends World {
  readonly a: string;
  readonly b: string;
  readonly stranger: string;
  readonly plumbing: string;
  readonly electrical: string;
  readonly valve: string;
  readonly lamp: string;

  constructor(overrides?: FactMap) {
    super(policyOf(overrides), staff, '2026-10-09T08:30:00+08:00');
    const customer = (name: string, relation: string): string => this.act('DK1', 'customer', 'register', { name, relation });
    this.a = customer('A', 'owner');
    this.b = customer('B', 'tenant');
    this.stranger = customer('X', 'other');
    this.plumbing = this.act('M1', 'team', 'form', { code: 'plumbing', name: 'plumbing', trade: 'plumbing' });
    this.electrical = this.act('M1', 'team', 'form', { code: 'electrical', name: 'electrical', trade: 'electrical' });
    this.valve = this.act('M1', 'priceItem', 'list', { code: 'v', name: 'valve', trade: 'plumbing', inCatalogue: true });
    this.lamp = this.act('M1', 'priceItem', 'list', { code: 'l', name: 'lamp', trade: 'electrical', inCatalogue: true });
  }

  /** `10-09T11:40` of 2026 in Shanghai, as RFC 3339 UTC. */
  static instant(local: string): string {
    return new Date(`2026-${local}+08:00`).toISOString();
  }

  clock(local: string): this {
    this.at(RepairCentre.instant(local));
    return this;
  }

  register(more: FactMap = {}): string {
    return this.act('DK1', 'serviceRequest', 'register', { customer: this.a, channel: 'phone', description: 'radiator leaks', appointedAt: RepairCentre.instant('10-09T14:30'), ...more });
  }

  paper(request: string, more: FactMap = {}): FactMap {
    return { request, customer: this.a, customerName: 'A', room: '1201', phone: '1', description: 'radiator leaks', appointedAt: RepairCentre.instant('10-09T14:30'), ...more };
  }

  /** Registered 11:40, signed and drafted 11:45. */
  drafted(more: FactMap = {}): string {
    this.clock('10-09T11:40');
    const request = this.register(more);
    this.clock('10-09T11:45').act('C1', 'serviceRequest', 'sign', {}, request);
    return this.order('C1', 'create', this.paper(request, more));
  }

  /** An act on an order; `on` left out: makes one. */
  order(by: string, act: string, input: FactMap = {}, on?: string, options = {}): string {
    return this.act(by, 'workOrder', act, input, on, options);
  }

  /** Taken 12:15, paid, priced 126.50, with team plumbing, T1 sent. */
  assigned(): string {
    const order = this.drafted();
    this.clock('10-09T12:15').order('M1', 'take', {}, order);
    this.order('M1', 'classify', { inCatalogue: true, item: this.valve, charge: 'paid' }, order);
    this.order('M1', 'price', { material: 8650, labour: 4000, price: 12650 }, order);
    this.order('M1', 'assign', { team: this.plumbing }, order);
    return this.order('TL1', 'send', { technician: 'T1' }, order);
  }

  /** Confirmed on site at 14:30. */
  diagnosed(): string {
    const order = this.assigned();
    this.clock('10-09T14:30').order('T1', 'arrive', {}, order);
    return this.order('T1', 'confirm', { findings: 'valve, 1' }, order);
  }

  /** The owner agreed, the work is done at 15:20. */
  completed(): string {
    const order = this.diagnosed();
    this.order(this.a, 'consent', {}, order);
    return this.clock('10-09T15:20').order('T1', 'complete', {}, order);
  }

  /** Tried and signed at 15:20. */
  signedOff(): string {
    const order = this.completed();
    this.order(this.a, 'tryOut', { trial: 'good' }, order);
    return this.order(this.a, 'signOff', {}, order);
  }
}
