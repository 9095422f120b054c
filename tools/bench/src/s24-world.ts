import { compilePolicy, perform } from '@huiyin/regulation-engine';
import type { Actor, Command, CompiledPolicy, Facts, FactMap, Matter, Outcome, Person } from '@huiyin/regulation-engine';
import { composePolicy, listCores, loadCore, loadPack, packDirectory, policyHash } from '@huiyin/regulation-packs';

const person = (id: string, role: string, more: Partial<Person> = {}): Person => ({ id, name: id, roles: [role], ...more });
const STAFF: readonly Person[] = [
  person('clerk', 'property-clerk'),
  person('manager', 'equipment-manager'),
  person('leader', 'team-leader', { teams: ['plumbing'], leads: ['plumbing'] }),
  person('director', 'department-manager'),
  person('finance', 'finance'),
];

export const actor = (id: string): Actor => {
  const staff = STAFF.find((candidate) => candidate.id === id);
  return { id, kind: 'staff', name: id, roles: staff?.roles ?? [] };
};

/** Policy S2.4 with a staff, an owner, a signed request, a team and a catalogue item, all in memory. */
export interface World {
  readonly policy: CompiledPolicy;
  readonly document: ReturnType<typeof composePolicy>;
  readonly facts: Facts;
  act(matter: Matter | undefined, kind: string, command: Command, now: string): Outcome;
}

const matterOf = (id: string, kind: string, facts: FactMap): Matter => ({
  id, tenant: 't', kind, service: 'intake', record: true, policy: 'p', seq: 1, state: 'active', final: false, facts, reasons: {}, links: {}, steps: [], did: {},
  signatures: [], entries: [], told: [], openedAt: '2026-10-09T03:00:00.000Z', openedBy: 'clerk', sealed: {},
} as unknown as Matter);

/** @param packs ids of packs to adopt */
export function worldOf(packs: readonly string[] = ['s2.4']): World {
  const document = composePolicy({
    cores: listCores().map((file) => loadCore(file).document),
    packs: packs.map((id) => loadPack(`${packDirectory}/${id}`).document),
    calendar: { zone: 'Asia/Shanghai', country: 'CN', hours: '08:30-12:00,13:30-17:30' },
  });
  const policy = compilePolicy(document, { hash: policyHash(document) });
  const linked = new Map<string, Matter>([
    ['owner', matterOf('owner', 'customer', { name: '王', relation: 'owner' })],
    ['request', matterOf('request', 'serviceRequest', { customer: 'owner', signedAt: '2026-10-09T03:45:00.000Z' })],
    ['team', matterOf('team', 'team', { code: 'plumbing', trade: 'plumbing', name: '水工班' })],
    ['item', matterOf('item', 'priceItem', { code: 'W', name: '阀', trade: 'plumbing', inCatalogue: true })],
  ]);
  const directory = { person: (id: string) => STAFF.find((candidate) => candidate.id === id), all: () => STAFF };
  const facts: Facts = { directory, matter: (id) => linked.get(id), queries: {} };
  return { policy, document, facts, act: (matter, kind, command, now) => perform(policy, matter, kind, command, facts, now, matter ? undefined : { id: 'order', tenant: 't' }) };
}

export const CREATE: FactMap = { request: 'request', customer: 'owner', customerName: '王', room: '1203', phone: '1', description: '漏水', appointedAt: '2026-10-09T06:30:00.000Z' };
