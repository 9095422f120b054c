import type { FactMap, Matter, Person, StepState } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { local, proofPolicy } from './proof-policy.ts';

const staff: readonly Person[] = [
  { id: 'GM', name: 'GM', roles: ['general-manager'] },
  { id: 'SM', name: 'SM', roles: ['sales-manager'], superior: 'GM' },
  { id: 'SS', name: 'SS', roles: ['sales-supervisor'], superior: 'SM' },
  { id: 'CM', name: 'CM', roles: ['customer-service-manager'], superior: 'GM' },
  { id: 'D1', name: 'D1', roles: ['supervising-doctor'], superior: 'GM' },
  { id: 'C1', name: 'C1', roles: ['clerk', 'front-desk'], superior: 'SM' },
  { id: 'MK', name: 'MK', roles: ['marketing'], superior: 'GM' },
  { id: 'R1', name: 'R1', roles: ['satisfaction-rep'], superior: 'SM', place: 'centre', joined: '2020-01-01T00:00:00Z' },
  { id: 'R2', name: 'R2', roles: ['satisfaction-rep'], superior: 'SM', place: 'east', joined: '2020-01-01T00:00:00Z' },
  { id: 'R3', name: 'R3', roles: ['satisfaction-rep'], superior: 'SM', place: 'east', joined: '2026-08-01T00:00:00Z' },
  { id: 'R4', name: 'R4', roles: ['satisfaction-rep'], superior: 'SM', place: 'west', joined: '2020-01-01T00:00:00Z' },
  { id: 'R5', name: 'R5', roles: ['satisfaction-rep'], superior: 'SM', place: 'east', joined: '2020-01-01T00:00:00Z' },
  { id: 'R9', name: 'R9', roles: ['satisfaction-rep'], superior: 'SM', place: 'east', left: '2026-09-15T00:00:00Z' },
];

const policy = proofPolicy('s3.8');

/** The sales house of card S3.8 in autumn 2026, under the pack that proves it. Times are local: `clock('09-26T18:00')`. */
export class CallbackHouse extends World {
  constructor() {
    super(policy, staff, local('09-01T08:30'));
  }

  clock(text: string): this {
    this.at(local(text));
    return this;
  }

  do(by: string, act: string, input: FactMap, on: string, line?: string): string {
    return this.act(by, this.matter(on).kind, act, input, on, line === undefined ? {} : { line });
  }

  /** Rules and codes (and fields) of a refusal, without the pack. */
  no(by: string, act: string, input: FactMap, on: string, line?: string): readonly string[] {
    return this.try(by, this.matter(on).kind, act, input, on, line === undefined ? {} : { line }).refusals.map(({ citation, code, field }) => [citation.rule.replace('s3.8/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  /** Refusals of an act that makes something. */
  never(by: string, kind: string, act: string, input: FactMap): readonly string[] {
    return this.try(by, kind, act, input).refusals.map(({ citation, code, field }) => [citation.rule.replace('s3.8/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  step(id: string, name: string): StepState {
    const run = this.matter(id).steps.findLast((step) => step.name === name);
    if (run === undefined) throw new Error(`${id} has no step ${name}`);
    return run;
  }

  all(kind: string): readonly Matter[] {
    return [...this.matters.values()].filter((matter) => matter.kind === kind);
  }

  customer(id: string, region = 'east', rep?: string): string {
    this.act('C1', 'customer', 'register', { name: id, relation: 'other', region }, undefined, { id });
    return rep === undefined ? id : this.act('system', 'customer', 'assignRep', { rep }, id);
  }

  survey(by: string, customer: string, more: FactMap = {}): FactMap {
    return { customer, phone: '1', age: 70, region: String(this.matter(customer).facts['region']), consent: 'given', ...more };
  }

  activity(at: string): string {
    return this.act('SM', 'activity', 'create', { heldAt: local(at) });
  }

  /** A file opened now, to be finished; its customer is made if need be. */
  opened(by: string, customer: string, activity: string): string {
    if (!this.matters.has(customer)) this.customer(customer, 'east', by);
    return this.act(by, 'customerFile', 'create', { customer, activity }, undefined, { id: `file-${customer}` });
  }

  static written(bought: boolean, more: FactMap = {}): FactMap {
    return { phone: '1', address: 'lane 3', health: 'good', feedback: 'liked it', bought, ...more };
  }

  /** A file finished, handed in and with the doctor, all now; the activity is now too. */
  kept(by: string, customer: string, bought: boolean): string {
    const activity = this.act('SM', 'activity', 'create', { heldAt: this.now });
    const file = this.opened(by, customer, activity);
    this.do(by, 'finish', CallbackHouse.written(bought), file);
    this.do(by, 'handIn', {}, file);
    return this.do('SM', 'passOn', {}, file);
  }

  /** The plan of a file, by its series; the last one made. */
  plan(file: string, series: string): string {
    const found = this.all('callbackPlan').findLast(({ facts }) => facts['file'] === file && facts['series'] === series);
    if (found === undefined) throw new Error(`${file} has no plan ${series}`);
    return found.id;
  }

  /** Local due instants of a plan's members with what became of them. */
  members(plan: string, step: string): readonly (readonly [string | undefined, string | undefined, boolean])[] {
    return this.matter(plan).steps.filter(({ name }) => name === step).map(({ dueAt, verdict, open }) => [dueAt, verdict, open]);
  }

  reach(by: string, plan: string, more: FactMap = {}): string {
    return this.do(by, 'reach', { channel: 'phone', answered: true, details: 'guided', ...more }, plan);
  }
}
