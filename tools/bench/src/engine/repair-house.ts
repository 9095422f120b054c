import { compilePolicy, directoryOf, perform } from '@huiyin/regulation-engine';
import type { Actor, Command, CompiledPolicy, Facts, FactMap, Matter, Outcome, Person, PolicyDocument } from '@huiyin/regulation-engine';
import { composePolicy, policyHash } from '@huiyin/regulation-packs';
import type { BenchPacks } from '../policy/packs-of-the-bench.ts';

const person = (id: string, role: string, more: Partial<Person> = {}): Person => ({ id, name: id, roles: [role], ...more });
const STAFF: readonly Person[] = [
  person('clerk', 'property-clerk'),
  person('manager', 'equipment-manager', { superior: 'director' }),
  person('leader', 'team-leader', { teams: ['plumbing'], leads: ['plumbing'] }),
  person('director', 'department-manager'),
  person('finance', 'finance'),
  ...Array.from({ length: 195 }, (_, index) => person(`technician${index}`, 'technician', { teams: [`team${index % 20}`], superior: 'leader' })),
];
const DIRECTORY = directoryOf(STAFF);

/** A member of staff as who acts. */
export const actor = (id: string): Actor => ({ id, kind: 'staff', name: id, roles: DIRECTORY.person(id)?.roles ?? [] });

const matterOf = (id: string, kind: string, facts: FactMap): Matter => ({
  id, tenant: 't', kind, service: 'intake', record: true, policy: 'p', seq: 1, state: 'active', final: false, facts, reasons: {}, links: {}, steps: [], did: {},
  signatures: [], entries: [], told: [], openedAt: '2026-10-09T03:00:00.000Z', openedBy: 'clerk', sealed: {}, flags: {},
});

const LINKED: ReadonlyMap<string, Matter> = new Map([
  matterOf('owner', 'customer', { name: '王', relation: 'owner' }),
  matterOf('request', 'serviceRequest', { customer: 'owner', signedAt: '2026-10-09T03:45:00.000Z' }),
  matterOf('team', 'team', { code: 'plumbing', trade: 'plumbing', name: '水工班' }),
  matterOf('item', 'priceItem', { code: 'W', name: '阀', trade: 'plumbing', inCatalogue: true }),
].map((matter) => [matter.id, matter]));

const FACTS: Facts = { directory: DIRECTORY, matter: (id) => LINKED.get(id), queries: {} };

/** The policy document of these packs with the calendar of the cards. */
export function documentOf({ cores, packs }: BenchPacks): PolicyDocument {
  return composePolicy({ cores, packs, calendar: { zone: 'Asia/Shanghai', country: 'CN', hours: '08:30-12:00,13:30-17:30' } });
}

/** Policies of the bench compile without a problem. */
export function policyOf(packs: BenchPacks): CompiledPolicy {
  const document = documentOf(packs);
  const policy = compilePolicy(document, { hash: policyHash(document) });
  if (policy.problems.length > 0) throw new Error(`the bench's policy has problems: ${JSON.stringify(policy.problems.slice(0, 3))}`);
  return policy;
}

/** A house with two hundred members of staff, an owner, a signed request, a team and a catalogue item: acts on its repair orders, nothing stored. */
export class RepairHouse {
  readonly policy: CompiledPolicy;

  constructor(packs: BenchPacks) {
    this.policy = policyOf(packs);
  }

  act(order: Matter | undefined, command: Command, now: string): Outcome {
    return perform(this.policy, order, 'workOrder', command, FACTS, now, order ? undefined : { id: 'order', tenant: 't' });
  }

  /** The order after an act that must be allowed. */
  after(order: Matter | undefined, command: Command, now: string): Matter {
    const outcome = this.act(order, command, now);
    if (!outcome.ok) throw new Error(`the bench cannot ${command.act}: ${JSON.stringify(outcome.refusals)}`);
    return outcome.matter;
  }
}
