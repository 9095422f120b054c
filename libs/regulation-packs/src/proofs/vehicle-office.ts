import type { FactMap, Person, PostedEntry, StepState } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { local, proofPolicy } from './proof-policy.ts';

const staff: readonly Person[] = [
  { id: 'DM1', name: 'DM1', roles: ['department-manager'] },
  { id: 'L1', name: 'L1', roles: ['supervisor'], superior: 'DM1' },
  { id: 'C1', name: 'C1', roles: ['front-desk'], superior: 'L1' },
  ...['T1', 'T2', 'T3'].map((id) => ({ id, name: id, roles: ['technician'], superior: 'L1' })),
  { id: 'K1', name: 'K1', roles: ['storekeeper'], superior: 'L1' },
  { id: 'F1', name: 'F1', roles: ['finance'], superior: 'DM1' },
  { id: 'B1', name: 'B1', roles: ['quality'], superior: 'DM1' },
];

const shanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace(/^2026-/, '').replace(/:00$/, '');

/** The coach maker's after-sales of card S1.2 in spring 2026, under the pack that proves it. Times are local: `clock('04-30T16:20')`. */
export class VehicleOffice extends World {
  readonly vehicle: string;

  constructor(since = '04-30T08:30') {
    super(proofPolicy('s1.2'), staff, local(since));
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K']) this.act('C1', 'customer', 'register', { name, relation: 'other' }, undefined, { id: name });
    this.vehicle = this.act('C1', 'product', 'register', { vehicleNumber: 'V1', warrantyMonths: 24, warrantyKm: 60000 });
    for (const person of ['T1', 'T2', 'T3']) this.act('L1', 'fieldWorker', 'enlist', { person }, undefined, { id: `file-${person}` });
  }

  clock(text: string): this {
    this.at(local(text));
    return this;
  }

  /** Logs a call that arrives now; `more` may date it back. */
  call(customer: string, more: FactMap = {}): string {
    return this.act('C1', 'serviceRequest', 'register', { customer, channel: 'phone', description: 'fault', arrivedAt: this.now, faultArea: 'body', distanceKm: 100, needsSupplier: false, vehicle: this.vehicle, ...more });
  }

  /** The order that a request was sent out as. */
  orderOf(request: string): string {
    const order = this.matter(request).links['order'];
    if (order === undefined) throw new Error(`${request} was not sent out`);
    return order;
  }

  do(by: string, act: string, on: string, input: FactMap = {}, options: { readonly line?: string; readonly for?: string } = {}): string {
    return this.act(by, this.matter(on).kind, act, input, on, options);
  }

  /** Rules, codes and fields of a refusal, without the pack. */
  no(by: string, act: string, on: string, input: FactMap = {}, options: { readonly line?: string; readonly for?: string } = {}): readonly string[] {
    return this.#refusals(by, this.matter(on).kind, act, input, on, options);
  }

  /** The same of an act that would make something. */
  notMade(by: string, kind: string, act: string, input: FactMap): readonly string[] {
    return this.#refusals(by, kind, act, input);
  }

  #refusals(by: string, kind: string, act: string, input: FactMap, on?: string, options = {}): readonly string[] {
    return this.try(by, kind, act, input, on, options).refusals.map(({ citation, code, field }) => [citation.rule.replace('s1.2/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  run(id: string, name: string): StepState | undefined {
    return this.matter(id).steps.findLast((step) => step.name === name);
  }

  /** Local due, verdict and margin in seconds of the last run of a step. */
  promise(id: string, name: string): readonly [string | undefined, StepState['verdict'], number | undefined] {
    const run = this.run(id, name);
    return [run?.dueAt === undefined ? undefined : shanghai(run.dueAt), run?.verdict, run?.marginMs === undefined ? undefined : run.marginMs / 1000];
  }

  /** Step, owner and local due of what comes next, with its rule. */
  upNext(id: string): readonly (string | undefined)[] {
    const next = this.next(id);
    return [next?.step, next?.owner, next?.dueAt === undefined ? undefined : shanghai(next.dueAt), next?.citation.rule.replace('s1.2/', '')];
  }

  /** The only matter of a kind. */
  only(kind: string): string {
    const found = [...this.matters.values()].filter((matter) => matter.kind === kind);
    if (found.length !== 1) throw new Error(`${found.length} of kind ${kind}`);
    return found[0]!.id;
  }

  /** What somebody or some place holds on an account of a ledger. */
  balance(ledger: string, holder: string, account?: string): number {
    const entries: readonly PostedEntry[] = [...this.matters.values()].flatMap((matter) => matter.entries).filter((entry) => entry.ledger === ledger && (account === undefined || entry.account === account));
    return entries.reduce((sum, { to, from, amount }) => sum + (to === holder ? amount : 0) - (from === holder ? amount : 0), 0);
  }
}
