import type { CompiledPolicy, FactMap, Person, PostedEntry, StepState } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { local, proofPolicy } from './proof-policy.ts';

const staff: readonly Person[] = [
  { id: 'GM', name: 'GM', roles: ['general-manager'], department: 'management' },
  { id: 'VGM', name: 'VGM', roles: ['vice-general-manager'], superior: 'GM', department: 'management' },
  { id: 'M1', name: 'M1', roles: ['business-manager'], superior: 'VGM', department: 'business' },
  { id: 'S1', name: 'S1', roles: ['salesperson'], superior: 'M1', department: 'business' },
  { id: 'S2', name: 'S2', roles: ['salesperson'], superior: 'M1', department: 'business' },
  { id: 'D1', name: 'D1', roles: ['front-desk'], superior: 'M1' },
  { id: 'P1', name: 'P1', roles: ['production-control'], superior: 'GM', department: 'controlRoom' },
  { id: 'QM', name: 'QM', roles: ['quality-manager'], superior: 'VGM', leads: ['quality'] },
  { id: 'Q1', name: 'Q1', roles: ['quality'], superior: 'QM', department: 'quality' },
  { id: 'FM', name: 'FM', roles: ['plant-manager'], superior: 'VGM', leads: ['manufacturing'] },
  { id: 'F1', name: 'F1', roles: ['manufacturing'], superior: 'FM', department: 'manufacturing' },
  { id: 'W1', name: 'W1', roles: ['worker'], superior: 'F1' },
  { id: 'W2', name: 'W2', roles: ['worker'], superior: 'F1' },
  { id: 'E1', name: 'E1', roles: ['engineer'], superior: 'GM' },
  { id: 'O1', name: 'O1', roles: ['managers-office'], superior: 'VGM' },
  { id: 'R1', name: 'R1', roles: ['research'], superior: 'VGM' },
  { id: 'F2', name: 'F2', roles: ['finance'], superior: 'VGM' },
  { id: 'K1', name: 'K1', roles: ['storekeeper'], superior: 'VGM' },
  { id: 'H1', name: 'H1', roles: ['personnel'], superior: 'GM' },
  { id: 'A1', name: 'A1', roles: ['operator-admin'] },
];

const adopted = proofPolicy('s3.7');

/** The plant of card S3.7 in autumn 2026, under the pack that proves it. Times are local: `clock('09-21T14:00')`. */
export class ComplaintOffice extends World {
  readonly x: string;
  readonly y: string;
  readonly z: string;

  constructor(policy: CompiledPolicy = adopted) {
    super(policy, staff, local('09-17T08:30'));
    const customer = (name: string): string => this.act('D1', 'customer', 'register', { name, relation: 'other' }, undefined, { id: name });
    [this.x, this.y, this.z] = [customer('X'), customer('Y'), customer('Z')];
  }

  clock(text: string): this {
    this.at(local(text));
    return this;
  }

  do(by: string, act: string, input: FactMap, on: string): string {
    return this.act(by, this.matter(on).kind, act, input, on);
  }

  /** Rules and codes (and fields) of a refusal, without the pack. */
  no(by: string, act: string, input: FactMap, on: string): readonly string[] {
    return this.try(by, this.matter(on).kind, act, input, on).refusals.map(({ citation, code, field }) => [citation.rule.replace('s3.7/', ''), code, field].filter((part) => part !== undefined).join(' '));
  }

  /** The last run of a step. */
  step(id: string, name: string): StepState {
    const run = this.matter(id).steps.findLast((step) => step.name === name);
    if (run === undefined) throw new Error(`${id} has no step ${name}`);
    return run;
  }

  /** Matters of a kind about a case, in the order of their making. */
  about(kind: string, id: string): readonly FactMap[] {
    return [...this.matters.values()].filter((matter) => matter.kind === kind && matter.facts['case'] === id).map((matter) => ({ ...matter.facts, id: matter.id }));
  }

  entries(id: string): readonly Pick<PostedEntry, 'to' | 'account' | 'amount'>[] {
    return this.matter(id).entries.map(({ to, account, amount }) => ({ ...(to !== undefined && { to }), ...(account !== undefined && { account }), amount }));
  }

  report(by: string, customer: string, more: FactMap = {}): string {
    return this.act(by, 'complaint', 'report', { customer, subject: 'productQuality', causedLoss: true, ...more });
  }

  static form(more: FactMap = {}): FactMap {
    return { blames: 'own', orderNo: '8812', materialNo: 'M-440', shippedOn: '2026-09-02', quantity: 1200, defective: 180, demand: 'return and discount', sample: 'sample-1', opinion: 'signed-1', ...more };
  }

  /** Reported, sent and accepted now. */
  accepted(by: string, customer: string, more: FactMap = {}, head: FactMap = {}): string {
    const id = this.report(by, customer, head);
    this.do(by, 'sendForm', ComplaintOffice.form(more), id);
    return this.do('P1', 'accept', {}, id);
  }

  /** From acceptance to the draft, all now: a quality fault of manufacturing, or what `findings` says. */
  drafted(id: string, treatment: FactMap['treatment'], findings: FactMap = {}): string {
    this.do('Q1', 'investigate', { findings: 'cracked', cause: 'qualityFault', special: false, department: 'manufacturing', responsible: 'W1', ...findings }, id);
    this.do('Q1', 'reportToGeneralManager', { report: 'report-1' }, id);
    this.do('F1', 'counter', { countermeasure: 'new mould', productData: 'lot 7' }, id);
    this.do('O1', 'officeReview', { officeView: 'agreed' }, id);
    this.do('P1', 'check', {}, id);
    return this.do(this.matter(id).facts['salesperson'] as string, 'draft', { treatment: treatment ?? null }, id);
  }

  /** From the draft to the combined opinion, all now. */
  combined(id: string, opinion: FactMap): string {
    const salesperson = this.matter(id).facts['salesperson'] as string;
    this.do('GM', 'instruct', {}, id);
    this.do(salesperson, 'negotiate', { negotiation: 'accepted' }, id);
    this.do('M1', 'readResult', {}, id);
    return this.do('P1', 'combine', { upheld: true, ...opinion }, id);
  }

  /** An upheld case of this discount in fen, up to the combined opinion. */
  discountOf(amount: number, by = 'S1'): string {
    const id = this.accepted(by, this.x);
    this.drafted(id, [{ what: 'discount', amount }]);
    return this.combined(id, { tracking: false });
  }
}
