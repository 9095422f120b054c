import type { FactMap, Person, StepState } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { local, proofPolicy } from './proof-policy.ts';

const trained = { qualifications: ['serviceTraining'] };
const staff: readonly Person[] = [
  { id: 'GM1', name: 'GM1', roles: ['general-manager'] },
  { id: 'OH1', name: 'OH1', roles: ['operations-head'], superior: 'GM1' },
  { id: 'S1', name: 'S1', roles: ['service-section-head'], superior: 'OH1' },
  { id: 'CS1', name: 'CS1', roles: ['service-post', 'front-desk'], superior: 'S1', ...trained },
  { id: 'CS2', name: 'CS2', roles: ['service-post'], superior: 'S1' },
  { id: 'QA1', name: 'QA1', roles: ['quality-post'], superior: 'S1' },
  { id: 'SM1', name: 'SM1', roles: ['service-management-post'], superior: 'S1' },
  { id: 'SH1', name: 'SH1', roles: ['department-head'], place: 'sales', superior: 'GM1' },
  { id: 'SA1', name: 'SA1', roles: ['sales-post'], superior: 'SH1' },
  { id: 'FH1', name: 'FH1', roles: ['department-head'], place: 'finance', superior: 'GM1' },
  { id: 'BC1', name: 'BC1', roles: ['branch-clerk'], superior: 'S1' },
  { id: 'HR1', name: 'HR1', roles: ['personnel'], superior: 'GM1' },
];

/** A step as the cards speak of it: due and end in local time, margin in whole seconds. */
export interface Promise {
  readonly due: string | undefined;
  readonly verdict: StepState['verdict'];
  readonly margin: number | undefined;
  readonly open: boolean;
}

const shanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace(/^2026-/, '').replace(/:00$/, '');

/** The insurer of card S2.2 in autumn 2026, under the pack that proves it. Times are local: `clock('10-02T11:00')`. */
export class InsuranceOffice extends World {
  constructor(since = '09-01T08:30') {
    super(proofPolicy('s2.2'), staff, local(since));
    for (const name of ['A', 'B', 'C', 'D', 'E', 'K', 'N']) this.act('CS1', 'customer', 'register', { name, relation: 'other' }, undefined, { id: name });
  }

  clock(text: string): this {
    this.at(local(text));
    return this;
  }

  /** Registers a complaint received now. */
  complaint(customer: string, more: FactMap = {}): string {
    return this.act('CS1', 'complaint', 'register', { customer, capacity: 'policyholder', channel: 'letter', subject: 'promised more', receivedAt: this.now, material: 'complete', ...more });
  }

  /** An act on a matter that is there. */
  do(by: string, act: string, on: string, input: FactMap = {}): string {
    return this.act(by, this.matter(on).kind, act, input, on);
  }

  /** Rules, codes and fields of a refusal, without the pack. */
  no(by: string, act: string, on: string, input: FactMap = {}): readonly string[] {
    return this.#refusals(by, this.matter(on).kind, act, input, on);
  }

  /** The same of an act that would make something. */
  notMade(by: string, kind: string, act: string, input: FactMap): readonly string[] {
    return this.#refusals(by, kind, act, input);
  }

  #refusals(by: string, kind: string, act: string, input: FactMap, on?: string): readonly string[] {
    return this.try(by, kind, act, input, on).refusals.map(({ citation, code, field }) => [citation.rule.replace('s2.2/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  /** The last run of a step. */
  promise(id: string, name: string): Promise {
    const run = this.run(id, name);
    return { due: run.dueAt === undefined ? undefined : shanghai(run.dueAt), verdict: run.verdict, margin: run.marginMs === undefined ? undefined : run.marginMs / 1000, open: run.open };
  }

  run(id: string, name: string): StepState {
    const run = this.matter(id).steps.findLast((step) => step.name === name);
    if (run === undefined) throw new Error(`${id} has no step ${name}`);
    return run;
  }

  /** Act, owner and local due of what comes next, with its rule. */
  upNext(id: string): readonly (string | undefined)[] {
    const next = this.next(id);
    return [next?.act, next?.owner, next?.dueAt === undefined ? undefined : shanghai(next.dueAt), next?.citation.rule.replace('s2.2/', '')];
  }

  /** The only matter of a kind whose fact has this value. */
  find(kind: string, fact: string, value: string): string {
    const found = [...this.matters.values()].filter((matter) => matter.kind === kind && matter.facts[fact] === value);
    if (found.length !== 1) throw new Error(`${found.length} of kind ${kind} with ${fact} ${value}`);
    return found[0]!.id;
  }

  /** Judges a complaint as ours and tells the complainant at once. */
  accept(id: string, more: FactMap = {}): string {
    this.do('CS1', 'judge', id, { insurance: true, ours: true, ...more });
    return this.do('CS1', 'tell', id);
  }
}
