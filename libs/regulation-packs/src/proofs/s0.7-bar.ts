import { fileURLToPath } from 'node:url';
import { compilePolicy, cycleDues } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FactMap, Facts, Person, PostedEntry } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { policyHash } from '../compose/policy-hash.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { World } from '../worlds/world.ts';

export const proof = fileURLToPath(new URL('../../proofs/s0.7', import.meta.url));
const everyNight = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, '20:00-01:00']));

const manager = (id: string, joined: string): Person => ({ id, name: id, roles: ['account-manager'], superior: 'DM', joined: new Date(joined).toISOString() });
const staff: readonly Person[] = [
  ...['A', 'B', 'C', 'D', 'E', 'F'].map((id) => manager(id, '2025-06-01T20:00:00+08:00')),
  manager('N', '2026-03-10T20:00:00+08:00'),
  { id: 'DM', name: 'DM', roles: ['department-manager'], superior: 'CO' },
  { id: 'RC', name: 'RC', roles: ['reception'], superior: 'DM' },
  { id: 'BB', name: 'BB', roles: ['back-bar'], superior: 'DM' },
  { id: 'CA', name: 'CA', roles: ['cashier'], superior: 'DM' },
  { id: 'SG', name: 'SG', roles: ['security'], superior: 'DM' },
  { id: 'CO', name: 'CO', roles: ['operator-admin'] },
];

/** The bar's policy; `overrides`: figures of a later version. */
export function policyOfBar(overrides?: FactMap): CompiledPolicy {
  const document = composePolicy({
    cores: listCores().map((file) => loadCore(file).document),
    packs: [loadPack(proof).document],
    calendar: { zone: 'Asia/Shanghai', hours: everyNight },
    ...(overrides && { overrides }),
  });
  return compilePolicy(document, { hash: policyHash(document) });
}

const first = policyOfBar();

/** The bar of card S0.7. Times are local and of 2026: `bar.clock('03-03T20:45')`; 20:00 to 01:00 is one business date. */
export class Bar extends World {
  /** Entries for a time before this are closed. */
  closed: string | undefined;
  #table = 0;

  constructor(policy: CompiledPolicy = first) {
    super(policy, staff, '2026-03-01T12:00:00+08:00');
  }

  override facts(): Facts {
    return { ...super.facts(), closedUntil: () => this.closed };
  }

  static instant(local: string): string {
    return new Date(`2026-${local}+08:00`).toISOString();
  }

  clock(local: string): this {
    this.at(Bar.instant(local));
    return this;
  }

  /** What these cycles owe now is opened for these persons. @returns ids by person */
  owe(cycle: string, persons: readonly string[]): Readonly<Record<string, string>> {
    const dues = cycleDues(this.policy, this.now, this.facts(), (id) => this.matters.has(id)).filter((due) => due.cycle === `s0.7/${cycle}` && due.subject !== undefined && persons.includes(due.subject));
    return Object.fromEntries(dues.map(({ id, kind, act, input, subject }) => [subject!, this.act('system', kind, act, input, undefined, { id })]));
  }

  paper(more: FactMap = {}): FactMap {
    return { manager: 'A', table: `T${(this.#table += 1)}`, seat: 'booth', round: 'first', channel: 'phone', guestName: 'G', guestPhone: '139', headcount: 4, ...more };
  }

  book(more: FactMap = {}): string {
    return this.act('RC', 'booking', 'book', this.paper(more));
  }

  arrive(booking: string, more: FactMap = {}): string {
    return this.act('RC', 'booking', 'arrive', more, booking);
  }

  /** Booked `ahead` and seated now. */
  seated(local: string, more: FactMap = {}, arrival: FactMap = {}): string {
    const at = Date.parse(Bar.instant(local));
    this.at(new Date(at - 900_000).toISOString());
    const booking = this.book(more);
    this.at(new Date(at).toISOString());
    return this.arrive(booking, arrival);
  }

  incident(offence: string, persons: readonly string[], points: number, at: string, more: FactMap = {}): string {
    return this.act('DM', 'incident', 'report', this.charge(offence, persons, points, at, more));
  }

  charge(offence: string, persons: readonly string[], points: number, at: string, more: FactMap = {}): FactMap {
    return { offence, persons, points, occurredAt: Bar.instant(at), evidence: ['sheet'], ...more };
  }

  entries(ledger: string, person: string, account?: string): readonly PostedEntry[] {
    return [...this.matters.values()].flatMap(({ entries }) => entries.filter((entry) => entry.ledger === ledger && (entry.to ?? entry.from) === person && entry.account === account));
  }

  points(person: string): number {
    return this.entries('points', person).reduce((sum, { amount }) => sum + amount, 0);
  }

  tickets(person: string): number {
    return this.entries('evidence', person, 'tickets').reduce((sum, { amount }) => sum + amount, 0);
  }

  results(person: string): number {
    return this.entries('evidence', person, 'results').reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Decisions asked for: whom about, by which rule. */
  decisions(): readonly string[] {
    return [...this.matters.values()].filter(({ kind }) => kind === 'decision').map(({ facts }) => `${String(facts['subject'])} ${String(facts['rule'])}`).sort();
  }
}
