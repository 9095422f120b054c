import type { FactMap, Person, StepState } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { local, proofPolicy } from './proof-policy.ts';

const staff: readonly Person[] = [
  { id: 'P1', name: 'P1', roles: ['project-manager'], rank: 5 },
  { id: 'PO1', name: 'PO1', roles: ['project-office'], superior: 'P1', rank: 3 },
  { id: 'CS1', name: 'CS1', roles: ['customer-service', 'front-desk'], superior: 'SUP1', department: 'customerService', rank: 1 },
  { id: 'SUP1', name: 'SUP1', roles: ['customer-service-supervisor'], superior: 'CSM1', department: 'customerService', rank: 2 },
  { id: 'CSM1', name: 'CSM1', roles: ['customer-service-manager'], superior: 'P1', department: 'customerService', rank: 3 },
  { id: 'DH1', name: 'DH1', roles: ['department-manager'], superior: 'P1', department: 'engineering', rank: 3 },
  { id: 'DH2', name: 'DH2', roles: ['department-manager'], superior: 'P1', department: 'security', rank: 3 },
  { id: 'T1', name: 'T1', roles: ['technician'], superior: 'DH1', department: 'engineering' },
  { id: 'E1', name: 'E1', roles: ['guard'], superior: 'DH2', department: 'security' },
  { id: 'E2', name: 'E2', roles: ['guard'], superior: 'DH2', department: 'security' },
];

const adopted = proofPolicy('s4.2');
const shanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 23).replace(/(:00)?\.000$/, '');

/** A step as the card speaks of it: who owes it, due in local time, verdict, margin in milliseconds, rule. */
export interface Owed {
  readonly who: string | undefined;
  readonly due: string | undefined;
  readonly verdict: StepState['verdict'];
  readonly margin: number | undefined;
  readonly rule: string;
}

/** The project of card S4.2 in spring 2026, under the pack that proves it. Times are local: `clock('04-03T16:00')`. */
export class OwnerOffice extends World {
  constructor(since = '04-01T08:30') {
    super(adopted, staff, local(since));
    for (const name of ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'J']) this.act('CS1', 'customer', 'register', { name, relation: 'owner' }, undefined, { id: name });
  }

  clock(text: string): this {
    this.at(local(text));
    return this;
  }

  do(by: string, act: string, on: string, input: FactMap = {}): string {
    return this.act(by, 'complaint', act, input, on);
  }

  /** Rules, codes and fields of a refusal, without the pack; without `on`: of an act that would make a complaint. */
  no(by: string, act: string, on?: string, input: FactMap = {}): readonly string[] {
    return this.try(by, 'complaint', act, input, on).refusals.map(({ citation, code, field }) => [citation.rule.replace('s4.2/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  /** What a registration says, of one department unless more is given. */
  static entry(customer: string, more: FactMap = {}): FactMap {
    return { customer, content: 'complaint', phone: '13800000000', via: 'customer', departments: ['engineering'], ...more };
  }

  /** Registered by customer service now. */
  registered(customer: string, more: FactMap = {}): string {
    return this.act('CS1', 'complaint', 'register', OwnerOffice.entry(customer, more));
  }

  /** Passed on in writing and the people contacted, now. */
  passed(id: string): string {
    this.do('CS1', 'passOn', id, { how: 'written', passedTo: ['DH1'] });
    return this.do('CS1', 'contact', id, { contacted: ['DH1'] });
  }

  /** Registered, passed on and judged, all now. */
  judged(customer: string, ground: string, more: FactMap = {}): string {
    return this.do('CS1', 'judge', this.passed(this.registered(customer, more)), { ground });
  }

  run(id: string, name: string): StepState {
    const run = this.matter(id).steps.findLast((step) => step.name === name);
    if (run === undefined) throw new Error(`${id} has no step ${name}`);
    return run;
  }

  /** The last run of a step. */
  owed(id: string, name: string): Owed {
    const { who, dueAt, verdict, marginMs, citation } = this.run(id, name);
    return { who: who[0], due: dueAt === undefined ? undefined : shanghai(dueAt), verdict, margin: marginMs, rule: citation.rule.replace('s4.2/', '') };
  }

  /** Act, owner, local due and rule of what comes next. */
  upNext(id: string): readonly (string | undefined)[] {
    const next = this.next(id);
    return [next?.act, next?.owner, next?.dueAt === undefined ? undefined : shanghai(next.dueAt), next?.citation.rule.replace('s4.2/', '')];
  }

  /** Whether a step has ever opened. */
  has(id: string, name: string): boolean {
    return this.matter(id).steps.some((step) => step.name === name);
  }
}
