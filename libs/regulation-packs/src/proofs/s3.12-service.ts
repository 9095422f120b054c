import { fileURLToPath } from 'node:url';
import { compilePolicy } from '@huiyin/regulation-engine';
import type { FactMap, Person, PostedEntry } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { policyHash } from '../compose/policy-hash.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { World } from '../worlds/world.ts';

export const proof = fileURLToPath(new URL('../../proofs/s3.12', import.meta.url));

const staff: readonly Person[] = [
  ...['E1', 'E2', 'E3', 'S1', 'S2'].map((id): Person => ({ id, name: id, roles: ['service-engineer'], superior: 'SM' })),
  { id: 'E4', name: 'E4', roles: ['group-leader'], superior: 'SM' },
  { id: 'M1', name: 'M1', roles: ['service-management'], superior: 'SM' },
  { id: 'K1', name: 'K1', roles: ['service-clerk'], superior: 'SM' },
  { id: 'SM', name: 'SM', roles: ['service-manager'], superior: 'A1' },
  { id: 'ST', name: 'ST', roles: ['storekeeper'], superior: 'SM' },
  { id: 'F1', name: 'F1', roles: ['finance'], superior: 'A1' },
  { id: 'H1', name: 'H1', roles: ['personnel'], superior: 'A1' },
  { id: 'T1', name: 'T1', roles: ['taida-review'], superior: 'TG' },
  { id: 'TG', name: 'TG', roles: ['taida-manager'], superior: 'A1' },
  { id: 'GP', name: 'GP', roles: ['group-payroll'], superior: 'A1' },
  { id: 'CD', name: 'CD', roles: ['complaint-officer'], superior: 'A1' },
  { id: 'Q1', name: 'Q1', roles: ['quality'], superior: 'A1' },
  { id: 'MC', name: 'MC', roles: ['marketing-centre'], superior: 'A1' },
  { id: 'A1', name: 'A1', roles: ['operator-admin'] },
  { id: 'A2', name: 'A2', roles: ['operator-admin'] },
];

const document = composePolicy({
  cores: listCores().map((file) => loadCore(file).document),
  packs: [loadPack(proof).document],
  calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' },
});
const policy = compilePolicy(document, { hash: policyHash(document) });

/** The service department of card S3.12. Times are local: `service.clock('2026-04-01T09:00')`. */
export class Service extends World {
  constructor(now = '2026-03-31T09:00') {
    super(policy, staff, Service.instant(now));
  }

  static instant(local: string): string {
    return new Date(`${local}+08:00`).toISOString();
  }

  clock(local: string): this {
    this.at(Service.instant(local));
    return this;
  }

  /** A trip booked and filed now, signed by the customer unless said otherwise. */
  trip(engineer: string, projectClass: string, signedOffOn: string, booked: FactMap = {}, filed: FactMap = { serviceRecord: 'record.pdf' }): string {
    const trip = this.act('K1', 'serviceTrip', 'book', { engineer, purpose: 'commissioning', ...booked });
    return this.act('K1', 'serviceTrip', 'file', { projectClass, signedOffOn, ...filed }, trip);
  }

  accident(person: string, happenedOn: string): string {
    return this.act('SM', 'accident', 'confirm', {}, this.act('K1', 'accident', 'record', { person, happenedOn, what: 'short circuit' }));
  }

  /** The statistics of the month that has just ended. */
  statistics(): string {
    return this.openCycles().find((id) => this.matter(id).kind === 'monthStatistics')!;
  }

  /** The pay slip of a person in these statistics. */
  slip(statistics: string, person: string): string {
    return [...this.matters.values()].find(({ kind, facts }) => kind === 'monthPay' && facts['person'] === person && facts['statistics'] === statistics)!.id;
  }

  sale(seller: string, base: number, quoted: number, fee: number, personDays: number): string {
    const part = this.act('K1', 'sparePart', 'list', { code: 'p', basePrice: base });
    return this.act(seller, 'partSale', 'quote', { seller, items: [{ part, qty: 1, base, quoted }], fee, personDays });
  }

  receive(sale: string, receipt: string, amount: number): this {
    this.act('F1', 'partSale', 'receive', { amount }, sale, { line: receipt });
    return this;
  }

  entries(ledger: string, person: string, account?: string): readonly PostedEntry[] {
    return [...this.matters.values()].flatMap(({ entries }) => entries.filter((entry) => entry.ledger === ledger && entry.to === person && entry.account === account));
  }

  total(ledger: string, person: string, account?: string): number {
    return this.entries(ledger, person, account).reduce((sum, { amount }) => sum + amount, 0);
  }
}
